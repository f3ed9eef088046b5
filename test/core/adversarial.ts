/** Repetitions of one to two pieces, and what lets a match begin, goes on and then fails. Each is about `chars` long. */
export function adversarial(atoms: readonly string[], chars: number): string[] {
  const filled = (piece: string) => piece.repeat(Math.ceil(chars / piece.length));
  const pairs = atoms.flatMap((a) => atoms.filter((b) => b !== a).map((b) => filled(a + b)));
  const failing = atoms.flatMap((a) => atoms.flatMap((b) => (a === b ? [] : [`${b}${filled(a)}\u0000`])));
  return [...new Set([...atoms.map(filled), ...atoms.map((a) => `${filled(a)}\u0000`), ...pairs, ...failing])];
}

/** CPU milliseconds of a call, the least of a few: a busy machine only ever adds. */
export function leastCpuMs(call: () => unknown, enoughMs: number, tries = 4): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries && least > enoughMs; i++) {
    const start = process.cpuUsage();
    call();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}
