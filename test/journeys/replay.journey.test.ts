import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayArguments } from '../bench/replay/arguments.ts';
import { type ReplayResult, replay } from '../bench/replay/run.ts';
import { TICKETS, writeDataset } from './harness/dataset.ts';

let folder = '';

const run = (...options: string[]): Promise<ReplayResult> =>
  replay(
    replayArguments(['--data', folder, '--scenario', 'all', '--out', join(folder, 'out'), ...options]),
    () => undefined,
  );

describe('a replay of sixty tickets', () => {
  let one: ReplayResult;
  beforeAll(async () => {
    folder = await writeDataset();
    one = await run('--in-flight', '1');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('observes every ticket once, and finds and drafts what is missing', () => {
    const of = (kind: string) => one.lines.filter((line) => line.kind === kind);
    expect(one.summary).toMatchObject({ tickets: TICKETS, observed: TICKETS, lost: 0 });
    expect(new Set(of('observation').map((line) => line.ticket_id)).size).toBe(TICKETS);
    expect([of('gap').length > 0, of('draft').length > 0]).toEqual([true, true]);
  });

  it('ends with the same findings when eight tickets are in flight', async () => {
    expect((await run('--in-flight', '8')).lines).toEqual(one.lines);
  });

  it('ends with the same findings when every webhook comes three times', async () => {
    expect((await run('--in-flight', '8', '--times', '3')).lines).toEqual(one.lines);
  });

  it('ends with the same findings when the worker is killed while it works and started again', async () => {
    expect((await run('--in-flight', '40', '--restart-after', '60')).lines).toEqual(one.lines);
  });

  it('stays within fifty statements an observation', () => {
    expect(one.summary.d1_statements_per_ticket).toBeLessThan(50);
  });
});
