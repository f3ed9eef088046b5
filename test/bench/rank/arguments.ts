export interface RankArguments {
  data: string;
  out: string;
  /** `none`, `static`, or the address of an OpenAI-compatible endpoint. */
  embedder: string;
}

export const USAGE = 'usage: npm run rank -- --data DIR --out FILE [--embedder none|static|URL]';

/** The options of the command; throws an Error with the usage where one is missing or unknown. */
export function rankArguments(argv: readonly string[]): RankArguments {
  const given = new Map<string, string>();
  for (let i = 0; i < argv.length; i += 2) {
    const name = argv[i] ?? '';
    const value = argv[i + 1];
    if (!['--data', '--out', '--embedder'].includes(name)) throw new Error(`unknown option ${name}\n${USAGE}`);
    if (value === undefined || value.startsWith('--')) throw new Error(`${name} needs a value\n${USAGE}`);
    given.set(name, value);
  }
  const data = given.get('--data');
  const out = given.get('--out');
  if (data === undefined || out === undefined) throw new Error(`--data and --out are both needed\n${USAGE}`);
  const embedder = given.get('--embedder') ?? 'static';
  if (!['none', 'static'].includes(embedder) && !URL.canParse(embedder))
    throw new Error(`--embedder ${embedder} is neither none, static nor an address\n${USAGE}`);
  return { data, out, embedder };
}
