import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { seeded } from '../core/random.ts';
import { ambiguousEndings } from './faults/endings.ts';
import { inLanes } from './faults/lanes.ts';
import { faultRun, type Path } from './faults/run.ts';

const USAGE = 'usage: npm run faults -- --seeds N --out OUT.json [--only TEXT] [--endings N] [--random N] [--lanes N]';

interface Report {
  borders: number;
  runs: number;
  kills: number;
  /** Publications whose write ended without a clear answer, and kills at a random place of a publication. */
  endings: number;
  randomKills: number;
  violations: { border: string; seed: number; invariant: string; detail: string }[];
}
type Job = Parameters<typeof inLanes<void>>[1][number];

const ENDINGS_A_JOB = 50;
const PATHS: Path[] = ['publish', 'ingest'];

/**
 * Kills the worker at every border of both paths, with faults of the vendor, and at random places of publications; ends
 * writes without a clear answer; recovers; and checks the invariants.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string' },
      out: { type: 'string' },
      only: { type: 'string', default: '' },
      endings: { type: 'string', default: '1000' },
      random: { type: 'string', default: '100' },
      lanes: { type: 'string', default: '3' },
    },
  });
  const [seeds, endings, randoms, lanes] = [values.seeds, values.endings, values.random, values.lanes].map(Number);
  const isCount = (n: number | undefined): n is number => Number.isInteger(n) && n! >= 0;
  if (!seeds || ![seeds, endings, randoms, lanes].every(isCount) || !lanes || !values.out) throw new Error(USAGE);
  const report: Report = { borders: 0, runs: 0, kills: 0, endings: 0, randomKills: 0, violations: [] };
  let run = 0;
  const one =
    (path: Path, border: string | null, hit: number, seed: number, isRandom = false): Job =>
    async (env) => {
      const { isKilled, broken } = await faultRun(env, path, border ? { border, hit } : null, run++, seed);
      report.runs += 1;
      report.kills += isKilled ? 1 : 0;
      report.randomKills += isKilled && isRandom ? 1 : 0;
      const name = `${path}: ${border ?? 'none'}`;
      for (const broke of broken) report.violations.push({ border: name, seed, ...broke });
    };

  const passed = new Map<Path, Map<string, number>>();
  const measured = PATHS.map(
    (path): Job =>
      async (env) => {
        const clean = await faultRun(env, path, null, run++, 0);
        passed.set(path, clean.passed);
        for (const broke of clean.broken) report.violations.push({ border: `${path}: none`, seed: 0, ...broke });
      },
  );
  await inLanes(lanes, measured, () => undefined);

  const jobs: Job[] = [];
  for (const path of PATHS) {
    const borders = [...(passed.get(path) ?? [])]
      .filter(([border]) => `${path}: ${border}`.includes(values.only))
      .sort();
    report.borders += borders.length;
    for (const [border, hits] of borders)
      for (let seed = 1; seed <= seeds; seed++) jobs.push(one(path, border, 1 + (seed % hits), seed));
  }
  const random = seeded(4_242);
  const places = [...(passed.get('publish') ?? [])].flatMap(([border, hits]) =>
    Array.from({ length: hits }, (_, n) => ({ border, hit: n + 1 })),
  );
  for (let n = 1; n <= randoms!; n++) {
    const { border, hit } = places[Math.floor(random() * places.length)]!;
    jobs.push(one('publish', border, hit, 10_000 + n, true));
  }
  for (let begun = 0; begun < endings!; begun += ENDINGS_A_JOB)
    jobs.push(async (env) => {
      const count = Math.min(ENDINGS_A_JOB, endings! - begun);
      for (const broke of await ambiguousEndings(env, count, 500_000 + begun))
        report.violations.push({ border: 'publish: ambiguous ending', seed: begun, ...broke });
      report.endings += count;
    });
  let done = 0;
  await inLanes(lanes, jobs, () => {
    done += 1;
    const { runs, kills, endings: ended, violations } = report;
    if (done % 10 === 0 || done === jobs.length)
      process.stderr.write(
        `${done} of ${jobs.length}: ${runs} runs, ${kills} kills, ${ended} endings, ${violations.length} violations\n`,
      );
  });
  await writeFile(values.out, `${JSON.stringify(report, null, 2)}\n`);
  const { violations, ...counts } = report;
  console.log(JSON.stringify({ ...counts, violations: violations.length }));
  process.exit(violations.length === 0 ? 0 : 1);
}

main().catch((error: Error) => {
  console.error(error.stack ?? error.message);
  process.exit(2);
});
