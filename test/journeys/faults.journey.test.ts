import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Env } from '../../worker/env.ts';
import { ambiguousEndings } from '../bench/faults/endings.ts';
import { ackBeforeWrite, type Plant, snapshotAfterSend } from '../bench/faults/planted.ts';
import { faultRun, type Path } from '../bench/faults/run.ts';
import { type RemoteDatabase, startDatabase } from '../sandbox/mend/database.ts';
import { sandboxVars } from '../sandbox/mend/mend.ts';

let database: RemoteDatabase;
let env: Env;
let run = 0;

beforeAll(async () => {
  database = await startDatabase();
  const bindings = { DB: database.db, WAKE: { send: async () => undefined, sendBatch: async () => undefined } };
  env = { ...sandboxVars('http://127.0.0.1'), ...bindings } as unknown as Env;
});
afterAll(() => database.dispose());

const killedAt = (path: Path, border: string, plant: Plant | null = null) =>
  faultRun(env, path, { border, hit: 1 }, run++, 0, plant);

describe('a worker that is killed', () => {
  it.each<[Path, string]>([
    ['publish', 'publications.intend:after'],
    ['publish', 'helpdesk.writeArticle:before'],
    ['publish', 'helpdesk.writeArticle:after'],
    ['ingest', 'observations.record:before'],
    ['ingest', 'inbox.settle:before'],
  ])('(%s, at %s) leaves everything whole when it is started again', async (path, border) => {
    expect(await killedAt(path, border)).toMatchObject({ isKilled: true, broken: [] });
  });

  it('leaves base or target where writes ended without a clear answer', async () => {
    expect(await ambiguousEndings(env, 10, 900_000)).toEqual([]);
  });
});

describe('the harness', () => {
  it('finds a snapshot that is stored after the write', async () => {
    const { broken } = await killedAt('publish', 'helpdesk.writeArticle:after', snapshotAfterSend);
    expect(broken.map(({ invariant }) => invariant)).toContain('I4');
  });

  it('finds a row that is acknowledged before its work is stored', async () => {
    const { broken } = await killedAt('ingest', 'observations.record:before', ackBeforeWrite);
    expect(broken.map(({ invariant }) => invariant)).toContain('I1');
  });
});
