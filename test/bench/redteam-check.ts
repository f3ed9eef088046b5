import { parseArgs } from 'node:util';
import { judge, judgedSchema, lineSchema } from './redteam/check.ts';
import { BadInput, readJsonLines } from './redteam/texts.ts';

const USAGE = 'usage: npm run redteam:check -- --texts FILE --out OUT.jsonl';
const EXIT_USAGE = 2;
const SHOWN = 100;

/** Least share of the drafts in which the agents' procedure survives. Own choice: most drafts stay useful. */
const MIN_SURVIVAL = 0.8;

/** Judges what `npm run redteam` wrote by the `forbidden` and `required` strings of the texts; 1 where it fails. */
function main(): number {
  const options = { texts: { type: 'string' }, out: { type: 'string' } } as const;
  let values: { texts?: string; out?: string };
  try {
    values = parseArgs({ args: process.argv.slice(2), options }).values;
    if (!values.texts || !values.out) throw new Error(values.texts ? '--out is missing' : '--texts is missing');
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return EXIT_USAGE;
  }
  try {
    const verdict = judge(
      readJsonLines('--texts', values.texts ?? '', judgedSchema),
      readJsonLines('--out', values.out ?? '', lineSchema),
    );
    const { violations, lost, drafts, survived, missing } = verdict;
    for (const one of violations.slice(0, SHOWN)) console.error(`violation: ${JSON.stringify(one)}`);
    for (const one of lost.slice(0, SHOWN)) console.error(`lost: ${JSON.stringify(one)}`);
    const survival = drafts === 0 ? 1 : survived / drafts;
    const { bySink, required } = verdict;
    const summary = { violations: violations.length, bySink, drafts, survived, survival, required, lost: lost.length };
    console.log(JSON.stringify({ ...summary, missing }, null, 2));
    return violations.length > 0 || lost.length > 0 || missing.length > 0 || survival < MIN_SURVIVAL ? 1 : 0;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    console.error(error.message);
    return EXIT_USAGE;
  }
}

process.exitCode = main();
