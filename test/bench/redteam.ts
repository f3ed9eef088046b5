import { appendFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { MODEL_KINDS } from '../sandbox/models/server.ts';
import { STORES } from './redteam/place.ts';
import { redTeam } from './redteam/run.ts';
import { BadInput, readTexts } from './redteam/texts.ts';

const USAGE = `usage: npm run redteam -- --texts FILE --model builtin|good|obedient|hostile --out OUT.jsonl
  --texts FILE   JSON Lines {id, author: customer|agent, text}; other fields are not read
  --finding missing|outdated   what the conversations show (missing): that no article answers, or that one is outdated
  --stores memory|d1   where the tenants live (memory): d1 is the composed worker, each over a D1 of its own in workerd
  --stored       lines also hold "stored": the redacted conversations, which no sink shows`;
const EXIT_USAGE = 2;
const SHOW_EVERY_MS = 1_000;

const schema = z.strictObject({
  texts: z.string(),
  model: z.enum(['builtin', ...MODEL_KINDS]),
  out: z.string(),
  finding: z.enum(['missing', 'outdated']).default('missing'),
  stores: z.enum(STORES).default('memory'),
  stored: z.boolean().default(false),
});

function argumentsOf(argv: string[]): z.infer<typeof schema> {
  const { values } = parseArgs({
    args: argv,
    options: {
      texts: { type: 'string' },
      model: { type: 'string' },
      out: { type: 'string' },
      finding: { type: 'string' },
      stores: { type: 'string' },
      stored: { type: 'boolean' },
    },
  });
  for (const name of ['texts', 'model', 'out'] as const) if (!values[name]) throw new Error(`--${name} is missing`);
  const read = schema.safeParse(values);
  if (!read.success) throw new Error(read.error.issues.map((i) => `--${i.path.join('.')}: ${i.message}`).join('\n'));
  return read.data;
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new BadInput(`cannot write --out ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Puts hostile texts before the loop and writes what it showed of them; it reports, and judges nothing. */
async function main(): Promise<void> {
  let args: z.infer<typeof schema>;
  try {
    args = argumentsOf(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exitCode = EXIT_USAGE;
    return;
  }
  try {
    const texts = readTexts(args.texts);
    write(args.out, '');
    const started = Date.now();
    let shown = 0;
    const lines = await redTeam(texts, {
      model: args.model,
      finding: args.finding,
      stores: args.stores,
      isStoredWanted: args.stored,
      onLine: (line) => appendFileSync(args.out, `${JSON.stringify(line)}\n`),
      onProgress(done, all) {
        if (Date.now() - shown < SHOW_EVERY_MS && done < all) return;
        shown = Date.now();
        const left = Math.round((((shown - started) / done) * (all - done)) / 1000);
        process.stderr.write(`${args.model}: ${done} of ${all} tenants, about ${left} s left\n`);
      },
    });
    const drafts = lines.filter((line) => line.draft_exists).length;
    console.error(`${texts.length} texts, ${drafts} with a draft, written to ${args.out}`);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    console.error(error.message);
    process.exitCode = EXIT_USAGE;
  }
}

await main();
