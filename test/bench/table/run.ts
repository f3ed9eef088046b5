import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Run } from './sets.ts';

const exec = promisify(execFile);
const MAX_OUTPUT = 64 * 1024 * 1024;

export interface Scored {
  run: Run;
  /** What the scorer printed. */
  score: Record<string, unknown>;
  /** What the command wrote of itself; a replay's summary. */
  summary: Record<string, unknown>;
  seconds: number;
}

/** Runs one command on one set as a person would, and scores what it wrote. */
export async function runOne(run: Run, folder: string, scorer: string, out: string): Promise<Scored> {
  const data = join(folder, run.set);
  const dir = join(out, run.kind === 'replay' ? `${run.set}-${run.scenario}` : run.set);
  await mkdir(dir, { recursive: true });
  const started = Date.now();
  const file = join(dir, run.kind === 'replay' ? 'events.jsonl' : `${run.kind}.jsonl`);
  const command = {
    replay: [
      'test/bench/replay.ts',
      '--data',
      data,
      '--scenario',
      run.kind === 'replay' ? run.scenario : '',
      '--out',
      dir,
    ],
    articles: ['test/bench/drafts.ts', '--data', data, '--gold', '--json', file],
    ranking: ['test/bench/rank.ts', '--data', data, '--out', file],
    patches: ['test/bench/patch.ts', '--data', data, '--out', file],
  }[run.kind];
  const { stdout } = await exec(process.execPath, command, { maxBuffer: MAX_OUTPUT });
  const seconds = (Date.now() - started) / 1000;
  const score = {
    replay: ['replay', '--data', data, '--scenario', run.kind === 'replay' ? run.scenario : '', '--events', file],
    articles: ['articles', '--data', data, '--articles', file],
    ranking: ['ranking', '--data', data, '--rankings', file],
    patches: ['patches', '--data', data, '--patches', file],
  }[run.kind];
  const scored = await exec(process.execPath, [scorer, ...score, '--json'], { maxBuffer: MAX_OUTPUT });
  return { run, score: JSON.parse(scored.stdout), summary: run.kind === 'replay' ? JSON.parse(stdout) : {}, seconds };
}
