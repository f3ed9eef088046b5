import { afterEach, describe, expect, it } from 'vitest';
import { RetryLater } from '../../worker/loop/ports/errors.ts';
import { type ModelServer, startModelServer } from '../sandbox/models/server.ts';
import { bench, write } from './bench.ts';
import { DRAFTS, EXPORT, RESET } from './drafts.ts';

const DAY = '2026-11-22';
const open: ModelServer[] = [];
const start: typeof startModelServer = async (...args) => {
  const server = await startModelServer(...args);
  open.push(server);
  return server;
};
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const laterOf = async (promise: Promise<unknown>): Promise<RetryLater> => {
  const error = await promise.then(
    (value) => expect.fail(`answered ${JSON.stringify(value)}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof RetryLater)) throw error;
  return error;
};

describe('spending', () => {
  const caps = (calls: number, tokens = 1_000_000) => ({
    tenant: { calls, tokens },
    global: { calls: 3, tokens: 1_000_000 },
  });

  it('waits for the next day at the cap of a tenant, and goes on then', async () => {
    const server = await start('good');
    const at = bench(server.url, { caps: caps(1) });
    await write(at, RESET);
    expect((await laterOf(write(at, EXPORT))).afterMs).toBe(12 * 3_600_000);
    expect(await write(at, RESET)).toMatchObject({ outcome: 'answered' });
    expect(server.prompts).toHaveLength(1);
    at.clock.now += 12 * 3_600_000;
    expect(await write(at, EXPORT)).toMatchObject({ outcome: 'answered' });
  });

  it('waits at the cap of all tenants together', async () => {
    const server = await start('good');
    const at = bench(server.url, { caps: caps(2) });
    for (const [draft, tenant] of [
      [RESET, 'a'],
      [EXPORT, 'a'],
      [RESET, 'b'],
    ] as const)
      await write(at, draft, tenant);
    await laterOf(write(at, RESET, 'c'));
    expect(server.prompts).toHaveLength(3);
  });

  it('never passes a cap of tokens, however many ask at once', async () => {
    const server = await start('good');
    const at = bench(server.url, { caps: caps(3, 9_000) });
    const ended = await Promise.allSettled(DRAFTS.map((draft) => write(at, draft)));
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(at.spend.spent('t1', DAY).tokens).toBeLessThanOrEqual(9_000);
  });

  it('leaves the builtin draft where a prompt alone is more than the cap', async () => {
    const server = await start('good');
    const at = bench(server.url, { caps: caps(3, 4_000) });
    expect(await write(at, RESET)).toMatchObject({ outcome: 'builtin', why: 'too_large' });
    expect(server.prompts).toEqual([]);
  });

  it('gives back what an endpoint that is down did not use', async () => {
    const server = await start('hostile', { modes: ['unavailable'] });
    const at = bench(server.url);
    await laterOf(write(at, RESET));
    expect(at.spend.spent('t1', DAY)).toEqual({ calls: 0, tokens: 0 });
  });
});
