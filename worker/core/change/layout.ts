const PADDED = /\|.*\s{2,}.*\|/u;

/**
 * Whether a table row fits the table another row stands in: 1 where both are padded and all column edges stand at the
 * same place, 0 where none does or either is no padded row. White space at the start does not count.
 */
export function layoutFit(a: string, b: string): number {
  if (!PADDED.test(a) || !PADDED.test(b)) return 0;
  const x = edges(a.trimStart());
  const y = new Set(edges(b.trimStart()));
  return (2 * x.filter((edge) => y.has(edge)).length) / (x.length + y.size);
}

const edges = (row: string): number[] => [...row.matchAll(/\|/gu)].map((m) => m.index);
