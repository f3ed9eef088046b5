import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { markdownOf } from './table/markdown.ts';
import { runOne, type Scored } from './table/run.ts';
import { runsIn } from './table/sets.ts';

const USAGE = `usage: npm run bench -- --sets FOLDER --scorer score.mjs [--only TEXT] [--out DIR] [--write]
  --only TEXT  runs whose name holds TEXT, such as "star-dev-gap" or "banking"
  --write      puts the tables into docs/performance.md between its marks`;

const PAGE = join(import.meta.dirname, '../../docs/performance.md');
const MARKS = ['<!-- bench: begin -->', '<!-- bench: end -->'] as const;

/** Runs every command of the benchmark on every set, one after another, and prints the tables. */
async function main(): Promise<void> {
  const options = {
    sets: { type: 'string' },
    scorer: { type: 'string' },
    only: { type: 'string' },
    out: { type: 'string' },
    write: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ options });
  const { sets, scorer, only = '', out = '.build/bench', write = false } = values;
  if (!sets || !scorer) throw new Error(USAGE);
  if (!existsSync(sets) || !existsSync(scorer)) {
    console.log(`skipped: ${existsSync(sets) ? scorer : sets} is not there`);
    return;
  }
  await mkdir(out, { recursive: true });
  const runs = runsIn(sets).filter((run) =>
    `${run.set}-${run.kind === 'replay' ? run.scenario : run.kind}`.includes(only),
  );
  const scored: Scored[] = [];
  for (const [i, run] of runs.entries()) {
    process.stderr.write(
      `${i + 1} of ${runs.length}: ${run.kind} ${run.set} ${run.kind === 'replay' ? run.scenario : ''}\n`,
    );
    const result = await runOne(run, sets, scorer, out);
    await writeFile(
      join(out, `${run.set}-${run.kind === 'replay' ? run.scenario : run.kind}.json`),
      JSON.stringify(result, null, 2),
    );
    scored.push(result);
  }
  const tables = markdownOf(scored);
  console.log(tables);
  if (write) await putIntoPage(tables);
}

async function putIntoPage(tables: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [begin, end] = MARKS.map((mark) => page.indexOf(mark));
  if (begin === undefined || end === undefined || begin < 0 || end < begin) throw new Error(`${PAGE} lacks its marks`);
  await writeFile(PAGE, `${page.slice(0, begin + MARKS[0].length)}\n\n${tables}\n\n${page.slice(end)}`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(2);
});
