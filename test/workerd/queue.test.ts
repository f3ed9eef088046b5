import { createExecutionContext, createMessageBatch, createScheduledController, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { policySchema } from '../../shared/policy.ts';
import { asWritten } from '../../shared/said/said.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { compose } from '../../worker/compose.ts';
import type { Env, WakeMessage } from '../../worker/env.ts';
import worker from '../../worker/index.ts';
import { LEASE_MS } from '../../worker/loop/lease.ts';
import { AuthLost, RetryLater } from '../../worker/loop/ports/errors.ts';
import { messageKey } from '../../worker/loop/ports/messages.ts';
import { work } from '../../worker/loop/work.ts';
import { aTenant } from '../contracts/examples.ts';
import { twoTenants } from '../contracts/stores.ts';
import { createDesk, type Desk } from '../loop/world/desk.ts';
import { aRaw, observing } from '../loop/world/raw.ts';

interface Bench {
  env: Env;
  desk: Desk;
  tenant: string;
  other: string;
  /** Wake-ups that were sent: tenant and delay in seconds. */
  sent: [string, number | undefined][];
  ports: ReturnType<typeof compose>['ports'];
}

/** The real handlers over the real D1, with a helpdesk in memory and a queue that notes what it is sent. */
async function createBench(more: Record<string, unknown> = {}): Promise<Bench> {
  const sent: Bench['sent'] = [];
  const WAKE = {
    send: async (body: WakeMessage, options?: { delaySeconds?: number }) =>
      void sent.push([body.tenant, options?.delaySeconds]),
    sendBatch: async (batch: { body: WakeMessage }[]) =>
      void sent.push(...batch.map(({ body }): [string, undefined] => [body.tenant, undefined])),
  };
  const own = { ...env, WAKE, SETTLE_MS: '0', ...more } as never as Env;
  const { ports } = compose(own);
  const desk = createDesk(Date.now);
  ports.helpdesk = async () => desk;
  const [tenant, other] = twoTenants();
  for (const id of [tenant, other]) await ports.tenants.put(aTenant(id), policySchema.parse({}));
  return { env: own, desk, tenant, other, sent, ports };
}

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});

async function deliver(tenants: string[], queue = 'mend-wake') {
  const messages = tenants.map((tenant, i) => ({
    id: `m${i}`,
    timestamp: new Date(),
    attempts: 1,
    body: { tenant } satisfies WakeMessage,
  }));
  const batch = createMessageBatch<WakeMessage>(queue, messages);
  const context = createExecutionContext();
  await worker.queue(batch, bench.env);
  return getQueueResult(batch, context);
}

async function tell(tenant: string, ...ids: string[]): Promise<void> {
  const messages = ids.map((id, i) => observing(id, 600_000 + i));
  for (const id of ids) bench.desk.conversations.set(id, aRaw(id));
  await bench.ports.inbox.add(
    tenant,
    messages.map((message) => ({ key: messageKey(message), message })),
  );
}

describe('a wake-up', () => {
  it('is acknowledged when the rows are done, and works a tenant named twice once', async () => {
    await tell(bench.tenant, 'a', 'b');
    const result = await deliver([bench.tenant, bench.tenant]);
    expect(result).toMatchObject({ outcome: 'ok', ackAll: false, retryMessages: [] });
    expect(result.explicitAcks).toEqual(['m0', 'm1']);
    expect((await bench.ports.observations.list(bench.tenant, null, 9)).length).toBe(2);
    expect(bench.desk.reads.length).toBe(2);
    expect(bench.sent).toEqual([]);
  });

  it('of a tenant whom another works comes back, and spends no retry', async () => {
    await bench.ports.leases.acquire(bench.tenant, 'another', Date.now(), Date.now() + 60_000);
    const result = await deliver([bench.tenant, bench.other, bench.tenant]);
    expect(result.retryMessages).toEqual([]);
    expect([...(result.explicitAcks ?? [])].sort()).toEqual(['m0', 'm1', 'm2']);
    expect(bench.sent).toEqual([[bench.tenant, 2]]);
  });

  it('of a loud tenant leaves a quiet one beside it its share', async () => {
    await tell(bench.tenant, ...Array.from({ length: 30 }, (_, i) => `loud ${i}`));
    await tell(bench.other, 'quiet');
    await deliver([bench.tenant, bench.other]);
    const waiting = async (tenant: string) => (await bench.ports.inbox.depth(tenant, Date.now())).waiting;
    expect(await waiting(bench.other)).toBe(0);
    expect(await waiting(bench.tenant)).toBeGreaterThan(0);
    expect(bench.sent).toEqual([[bench.tenant, 0]]);
  });

  it('that leaves rows behind sends another; a pause of the helpdesk is kept', async () => {
    await tell(bench.tenant, 'a', 'b');
    bench.desk.before = () => {
      throw new RetryLater('429', 42_000);
    };
    expect((await deliver([bench.tenant])).explicitAcks).toEqual(['m0']);
    expect(bench.sent).toEqual([[bench.tenant, 42]]);
  });

  it('of a tenant that is paused, stopped or unknown is acknowledged, and its rows stay', async () => {
    await tell(bench.tenant, 'a');
    await bench.ports.tenants.setState(bench.tenant, 'paused', asWritten('by an admin'));
    expect((await deliver([bench.tenant, 'zendesk:nobody'])).explicitAcks).toEqual(['m0', 'm1']);
    expect(await bench.ports.inbox.depth(bench.tenant, Date.now())).toEqual({ waiting: 1, due: 1 });
    expect(bench.desk.reads).toEqual([]);
  });

  it('that finds the token refused stops the tenant and sends no other', async () => {
    await tell(bench.tenant, 'a', 'b');
    bench.desk.before = () => {
      throw new AuthLost('401');
    };
    expect((await deliver([bench.tenant])).explicitAcks).toEqual(['m0']);
    expect([(await bench.ports.tenants.find(bench.tenant))?.state, bench.sent]).toEqual(['auth_required', []]);
  });

  it('that failed for good is said aloud and acknowledged', async () => {
    expect((await deliver([bench.tenant], 'mend-wake-dead')).explicitAcks).toEqual(['m0']);
  });
});

describe('a cron tick', () => {
  const tick = (cron: string, scheduledTime: number) =>
    worker.scheduled(createScheduledController({ cron, scheduledTime: new Date(scheduledTime) }), bench.env);

  it('asks every active tenant once, wakes who has work, and leaves paused ones', async () => {
    await bench.ports.tenants.setState(bench.other, 'paused', asWritten('by an admin'));
    const at = Date.now() - 1000;
    await tick('*/5 * * * *', at);
    await tick('*/5 * * * *', at);
    const due = await bench.ports.inbox.due(bench.tenant, Date.now(), Date.now(), 9);
    expect(due.map((row) => row.message)).toEqual([{ type: 'reconcile', at }]);
    expect(await bench.ports.inbox.due(bench.other, Date.now(), Date.now(), 9)).toEqual([]);
    expect(bench.sent.filter(([tenant]) => tenant === bench.tenant).length).toBe(2);
  });

  it('finds the rows whose wake-up was lost', async () => {
    await tell(bench.tenant, 'a');
    await bench.ports.tenants.setState(bench.other, 'paused', asWritten('by an admin'));
    await tick('*/15 * * * *', Date.now());
    expect(bench.sent.map(([tenant]) => tenant)).toContain(bench.tenant);
  });

  it('that wrangler.toml names and nobody knows is a mistake', async () => {
    await expect(tick('* * * * *', Date.now())).rejects.toThrow('no tick is known');
  });
});

describe('a row that ends its isolate', () => {
  it('is buried after five times, and what waits behind it is worked', async () => {
    const { desk, ports, tenant } = bench;
    let wall = Date.now();
    ports.wallClock = { now: () => wall };
    const [poison, plain] = [aRaw('poison'), aRaw('plain')];
    for (const raw of [poison, plain]) desk.conversations.set(raw.id, raw);
    const rows = [observing('poison', 10 * MINUTE_MS), observing('plain', 11 * MINUTE_MS)];
    await ports.inbox.add(
      tenant,
      rows.map((message) => ({ key: messageKey(message), message })),
    );
    const read = desk.readConversation;
    for (let death = 0; death < 5; death++) {
      const isAsked = new Promise<void>((asked) => {
        desk.readConversation = (id) => {
          if (id !== 'poison') return read(id);
          asked();
          return new Promise(() => undefined);
        };
      });
      void work(ports, tenant, `wake ${death}`);
      await isAsked;
      wall += LEASE_MS + 1;
    }
    const worked = await work(ports, tenant, 'the sixth');
    expect(worked.isBusy).toBe(false);
    const letters = await ports.inbox.deadLetters(tenant);
    expect(letters.map(({ attempts, reason }) => [attempts, reason])).toEqual([
      [5, 'it ended the worker 5 times without a word'],
    ]);
    expect((await ports.observations.find(tenant, 'plain'))?.state).toBe('observed');
  });
});
