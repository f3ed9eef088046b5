import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Env } from '../../worker/env.ts';
import { sandboxVars, startMend } from '../sandbox/mend/mend.ts';
import { faultRun, type Path } from './faults/run.ts';

const USAGE = 'usage: npm run faults -- --seeds N --out OUT.json [--only TEXT]';

interface Report {
  borders: number;
  runs: number;
  kills: number;
  violations: { border: string; seed: number; invariant: string; detail: string }[];
}

/** Kills the worker at every border of both paths, with faults of the vendor, recovers, and checks the invariants. */
async function main(): Promise<void> {
  const {
    seeds,
    out,
    only = '',
  } = parseArgs({ options: { seeds: { type: 'string' }, out: { type: 'string' }, only: { type: 'string' } } }).values;
  if (!seeds || !/^[1-9]\d*$/.test(seeds) || !out) throw new Error(USAGE);
  const mend = await startMend();
  const env = {
    ...sandboxVars(mend.url),
    DB: await mend.database(),
    WAKE: { send: async () => undefined },
  } as unknown as Env;
  const report: Report = { borders: 0, runs: 0, kills: 0, violations: [] };
  let run = 0;
  for (const path of ['publish', 'ingest'] as Path[]) {
    const clean = await faultRun(env, path, null, run++, 0);
    for (const { invariant, detail } of clean.broken)
      report.violations.push({ border: `${path}: none`, seed: 0, invariant, detail });
    const borders = [...clean.passed].filter(([border]) => `${path}: ${border}`.includes(only)).sort();
    report.borders += borders.length;
    for (const [n, [border, hits]] of borders.entries()) {
      for (let seed = 1; seed <= Number(seeds); seed++) {
        const { isKilled, broken } = await faultRun(env, path, { border, hit: 1 + (seed % hits) }, run++, seed);
        report.runs += 1;
        report.kills += isKilled ? 1 : 0;
        for (const one of broken) report.violations.push({ border: `${path}: ${border}`, seed, ...one });
      }
      process.stderr.write(
        `${path}: ${n + 1} of ${borders.length} borders, ${report.runs} runs, ${report.kills} kills, ${report.violations.length} violations\n`,
      );
    }
  }
  await writeFile(out, `${JSON.stringify(report, null, 2)}\n`);
  const { violations, ...counts } = report;
  console.log(JSON.stringify({ ...counts, violations: violations.length }));
  await mend.dispose();
  process.exit(violations.length === 0 ? 0 : 1);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(2);
});
