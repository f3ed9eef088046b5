import { beforeEach, describe, expect, it } from 'vitest';
import { asWritten } from '../../shared/said/said.ts';
import { LEASE_MS } from '../../worker/loop/lease.ts';
import { AuthLost, Permanent, RetryLater } from '../../worker/loop/ports/errors.ts';
import type { LoopMessage } from '../../worker/loop/ports/messages.ts';
import { work } from '../../worker/loop/work.ts';
import { aRaw, observing } from './world/raw.ts';
import { createWorld, OTHER, TENANT, type World } from './world/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  for (const [i, id] of ['a', 'b', 'c'].entries()) world.desk.conversations.set(id, aRaw(id, 600_000 + i * 1000));
});
const tellAll = () => world.tell(observing('a', 600_000), observing('b', 601_000), observing('c', 602_000));
const asked = () => world.desk.reads.filter((read) => read.startsWith('readConversation')).map((read) => read.at(-1));
const attempts = () => [...world.shelf.inbox.values()].map((row) => row.attempts);

describe('a wake-up', () => {
  it('works conversations in order of event time, however they arrived', async () => {
    await world.tell(observing('c', 602_000), observing('a', 600_000), observing('b', 601_000));
    expect(await world.run()).toMatchObject([{ done: 3, againAfterMs: null, isBusy: false }]);
    expect(asked()).toEqual(['a', 'b', 'c']);
  });

  it('runs what a step set off before later conversations', async () => {
    const order: string[] = [];
    const { settle } = world.ports.inbox;
    world.ports.inbox.settle = async (tenant, keys, next) => {
      order.push(...keys);
      const draft: LoopMessage = { type: 'draft', at: 600_000, gapId: 'unknown' };
      await settle(tenant, keys, keys[0]?.startsWith('observe:a') ? [...next, draft] : next);
    };
    await world.tell(observing('a', 600_000), observing('b', 601_000));
    await world.run();
    expect(order).toEqual(['observe:a/solved:600000', 'observe:b/solved:601000']);
    expect((await world.ports.inbox.deadLetters(TENANT)).map((d) => d.key)).toEqual(['draft:unknown:600000']);
  });

  it('plans for the statements it is given, but works one row always, and is woken again for the rest', async () => {
    await tellAll();
    const two = await work(world.ports, TENANT, 'w', 60);
    expect(two).toEqual({ done: 2, statements: 50, againAfterMs: 0, isBusy: false, isStopped: false });
    expect(await work(world.ports, TENANT, 'w', 1)).toMatchObject({ done: 1, againAfterMs: null });
  });

  it('takes up conversations told twice once', async () => {
    const message = observing('a', 600_000);
    await world.ports.inbox.add(
      TENANT,
      ['one', 'two', 'three'].map((key) => ({ key, message })),
    );
    expect((await world.run())[0]?.done).toBe(1);
    expect(await world.ports.inbox.depth(TENANT, 999_999)).toEqual({ waiting: 0, due: 0 });
  });

  it('leaves what belongs behind rows not read yet to its place', async () => {
    const many = Array.from({ length: 30 }, (_, i) => observing('a', 600_000 + i));
    world.desk.pageSize = 1;
    for (const at of [600_100, 600_200]) world.desk.changes.push({ conversationId: 'b', moment: 'solved', at });
    await world.tell({ type: 'reconcile', at: 599_999 }, ...many);
    await world.run();
    expect(asked().slice(0, 30)).toEqual(many.map(() => 'a'));
    expect(asked().slice(30)).toEqual(['b', 'b']);
  });
});

describe('a helpdesk that is down', () => {
  it('puts the row off for as long as asked, lets nothing overtake, and loses nothing', async () => {
    let isDown = true;
    world.desk.before = () => {
      if (isDown) throw new RetryLater('503', 30_000);
    };
    await tellAll();
    const [first] = [await work(world.ports, TENANT, 'w')];
    expect(first).toMatchObject({ done: 1, againAfterMs: 30_000, isBusy: false });
    expect(asked()).toEqual(['a']);
    isDown = false;
    await world.run();
    world.clock.wall += 30_000;
    await world.run();
    expect((await world.ports.observations.list(TENANT, null, 9)).length).toBe(3);
  });

  it('may ask for a pause more often than a bug is tried, and buries nothing', async () => {
    let failures = 12;
    world.desk.before = () => {
      if (failures-- > 0) throw new RetryLater('429', 1_000);
    };
    await tellAll();
    await world.run();
    expect(world.shelf.dead.size).toBe(0);
    expect(Math.max(...attempts())).toBeLessThanOrEqual(1);
    expect((await world.ports.observations.list(TENANT, null, 9)).length).toBe(3);
  });

  it('that refuses our token stops the tenant at once, says so once, and keeps every row', async () => {
    world.desk.before = () => {
      throw new AuthLost('401');
    };
    await tellAll();
    expect(await work(world.ports, TENANT, 'w')).toMatchObject({ done: 1, againAfterMs: null, isBusy: false });
    expect((await world.ports.tenants.find(TENANT))?.state).toBe('auth_required');
    expect((await world.ports.tenants.find(OTHER))?.state).toBe('active');
    expect(world.activity()).toEqual(['tenant auth_required']);
    world.desk.before = () => undefined;
    await world.ports.tenants.setState(TENANT, 'active', asWritten('connected again'));
    await world.run();
    expect((await world.ports.observations.list(TENANT, null, 9)).length).toBe(3);
  });
});

describe('a row that fails', () => {
  it('is tried five times, each later, then kept as a dead letter while others go on', async () => {
    const started = world.clock.wall;
    world.desk.before = (_, id) => {
      if (id === 'a') throw new TypeError('a bug');
    };
    await tellAll();
    await world.run();
    expect(asked().filter((id) => id === 'a').length).toBe(5);
    expect(world.clock.wall - started).toBe(2_000 + 4_000 + 8_000 + 16_000);
    expect((await world.ports.observations.list(TENANT, null, 9)).map((o) => o.conversationId)).toEqual(['b', 'c']);
    const [dead] = await world.ports.inbox.deadLetters(TENANT);
    expect(dead).toMatchObject({ key: 'observe:a/solved:600000', reason: 'TypeError: a bug', attempts: 5 });
  });

  it('for good is buried at once, and worked when it is put back', async () => {
    world.desk.before = () => {
      throw new Permanent('422');
    };
    await world.tell(observing('a', 600_000));
    await world.run();
    const [dead] = await world.ports.inbox.deadLetters(TENANT);
    expect(dead).toMatchObject({ reason: 'Permanent: 422', attempts: 1 });
    world.desk.before = () => undefined;
    await world.ports.inbox.replay(TENANT, dead?.key ?? '');
    await world.run();
    expect((await world.ports.observations.find(TENANT, 'a'))?.state).toBe('observed');
  });

  it('because another writer was faster is tried again on what was stored', async () => {
    const { record } = world.ports.observations;
    let isFirst = true;
    world.ports.observations.record = async (tenant, what) => {
      if (isFirst) {
        isFirst = false;
        await world.ports.learningLog.append(tenant, [
          { seq: what.entries[0]?.seq ?? 0, language: 'en', kind: 'withdrawn', conversationId: 'x' },
        ]);
      }
      return record(tenant, what);
    };
    await tellAll();
    await world.run();
    const log = await world.ports.learningLog.entries(TENANT, 'en', 0, 99);
    expect(log.map((entry) => (entry.kind === 'solved' ? entry.solved.conversationId : entry.kind))).toEqual([
      'withdrawn',
      'b',
      'c',
      'a',
    ]);
  });
});

describe('the lease', () => {
  it('lets one of two wake-ups work a tenant, and another tenant go on', async () => {
    await tellAll();
    const both = await Promise.all([work(world.ports, TENANT, 'w'), work(world.ports, TENANT, 'w')]);
    expect(both.map((worked) => worked.isBusy).sort()).toEqual([false, true]);
    expect(asked()).toEqual(['a', 'b', 'c']);
  });

  it('of a worker that died ends within seconds', async () => {
    const { wall } = world.clock;
    await world.ports.leases.acquire(TENANT, 'dead', wall, wall + LEASE_MS);
    await tellAll();
    expect((await work(world.ports, TENANT, 'w')).isBusy).toBe(true);
    world.clock.wall += LEASE_MS + 1;
    expect((await work(world.ports, TENANT, 'w')).done).toBe(3);
    expect(LEASE_MS).toBeLessThanOrEqual(15_000);
  });
});
