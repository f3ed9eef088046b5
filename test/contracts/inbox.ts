import { describe, expect, it } from 'vitest';
import { policySchema } from '../../shared/policy.ts';
import { asWritten } from '../../shared/said/said.ts';
import type { LoopMessage, Moment } from '../../worker/loop/ports/messages.ts';
import { aTenant } from './examples.ts';
import { type MakeStores, twoTenants } from './stores.ts';

const observe = (at: number, conversationId = 'c', moment: Moment = 'opened'): LoopMessage => ({
  type: 'observe',
  at,
  conversationId,
  moment,
});
const rows = (...messages: LoopMessage[]) => messages.map((message, i) => ({ key: `k${i}`, message }));

export function inboxContract(make: MakeStores): void {
  describe('inbox', () => {
    it('stores a message once by its key, and knows it still when it is done', async () => {
      const { inbox } = make();
      const [tenant] = twoTenants();
      expect(await inbox.add(tenant, rows(observe(1), observe(2)))).toBe(2);
      expect(await inbox.add(tenant, rows(observe(1)))).toBe(0);
      await inbox.settle(tenant, ['k0', 'k1'], []);
      expect(await inbox.add(tenant, rows(observe(1)))).toBe(0);
      expect(await inbox.due(tenant, 9, 0, 9)).toEqual([]);
    });

    it('gives due rows in order of event time, then what steps set off, then opened before solved, then conversation by number', async () => {
      const { inbox } = make();
      const [tenant] = twoTenants();
      const draft: LoopMessage = { type: 'draft', at: 5, gapId: 'g' };
      await inbox.add(
        tenant,
        rows(
          observe(7),
          observe(5, 'b', 'solved'),
          observe(5, 'b'),
          observe(5, 'a'),
          draft,
          observe(3, '10'),
          observe(3, '9'),
        ),
      );
      const keys = async (limit: number) => (await inbox.due(tenant, 7, 0, limit)).map((row) => row.key);
      expect(await keys(9)).toEqual(['k6', 'k5', 'k4', 'k3', 'k2', 'k1', 'k0']);
      expect(await keys(3)).toEqual(['k6', 'k5', 'k4']);
      expect((await inbox.due(tenant, 2, 0, 9)).length).toBe(0);
    });

    it('lets a conversation rest before it is read, and lets a step run at once', async () => {
      const { inbox } = make({ settleMs: 20 });
      const [tenant] = twoTenants();
      await inbox.add(tenant, rows(observe(100), { type: 'draft', at: 100, gapId: 'g' }));
      expect((await inbox.due(tenant, 119, 0, 9)).map((row) => row.key)).toEqual(['k1']);
      expect(await inbox.depth(tenant, 119)).toEqual({ waiting: 2, due: 1 });
      expect((await inbox.due(tenant, 120, 0, 9)).length).toBe(2);
    });

    it('stores what a step led to with the end of its row', async () => {
      const { inbox } = make();
      const [tenant] = twoTenants();
      await inbox.add(tenant, rows(observe(1)));
      const next: LoopMessage[] = [{ type: 'draft', at: 1, gapId: 'g' }];
      await inbox.settle(tenant, ['k0'], next);
      await inbox.settle(tenant, ['k0'], next);
      expect(await inbox.due(tenant, 9, 0, 9)).toEqual([{ key: 'draft:g:1', attempts: 0, message: next[0] }]);
    });

    it('touches nothing where no key is named', async () => {
      const { inbox } = make();
      const [tenant] = twoTenants();
      await inbox.add(tenant, rows(observe(1)));
      await inbox.settle(tenant, [], []);
      expect(await inbox.add(tenant, [])).toBe(0);
      expect((await inbox.due(tenant, 9, 0, 9)).length).toBe(1);
    });

    it('puts a row off, counts what was an attempt and not what was a pause', async () => {
      const { inbox } = make();
      const [tenant] = twoTenants();
      await inbox.add(tenant, rows(observe(1)));
      await inbox.begin(tenant, 'k0');
      expect((await inbox.due(tenant, 9, 0, 9))[0]?.attempts).toBe(1);
      await inbox.defer(tenant, 'k0', { notBefore: 50, reason: 'a bug', attempts: 1 });
      await inbox.begin(tenant, 'k0');
      await inbox.defer(tenant, 'k0', { notBefore: 60, reason: '429', attempts: 1 });
      expect(await inbox.due(tenant, 9, 59, 9)).toEqual([]);
      expect(await inbox.nextAttempt(tenant, 9)).toBe(60);
      expect(await inbox.nextAttempt(tenant, 0)).toBeNull();
      expect((await inbox.due(tenant, 9, 60, 9))[0]?.attempts).toBe(1);
    });

    it('keeps what failed for good with its reason, and works it again when asked', async () => {
      const { inbox } = make();
      const [tenant, other] = twoTenants();
      await inbox.add(tenant, rows(observe(1)));
      await inbox.add(other, rows(observe(1)));
      await inbox.bury(tenant, 'k0', 'it hurt', 77, 1);
      expect(await inbox.deadLetters(tenant)).toEqual([
        { key: 'k0', message: observe(1), attempts: 1, reason: 'it hurt', at: 77 },
      ]);
      expect(await inbox.depth(tenant, 9)).toEqual({ waiting: 0, due: 0 });
      expect(await inbox.add(tenant, rows(observe(1)))).toBe(0);
      expect(await inbox.replay(other, 'k0')).toBe(false);
      expect(await inbox.replay(tenant, 'k0')).toBe(true);
      expect(await inbox.replay(tenant, 'k0')).toBe(false);
      expect(await inbox.deadLetters(tenant)).toEqual([]);
      expect(await inbox.due(tenant, 9, 0, 9)).toEqual([{ key: 'k0', message: observe(1), attempts: 0 }]);
    });

    it('keeps two tenants with the same keys apart', async () => {
      const { inbox, tenants } = make();
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other]) await tenants.put(aTenant(id), policySchema.parse({}));
      expect(await inbox.add(tenant, rows(observe(1)))).toBe(1);
      expect(await inbox.add(other, rows(observe(2)))).toBe(1);
      await inbox.settle(tenant, ['k0'], []);
      await inbox.defer(tenant, 'k0', { notBefore: 99, reason: 'late', attempts: 1 });
      expect(await inbox.due(other, 9, 0, 9)).toEqual([{ key: 'k0', message: observe(2), attempts: 0 }]);
      const due = await inbox.tenantsWithDue(9, 0);
      expect([due.includes(tenant), due.includes(other)]).toEqual([false, true]);
    });

    it('gives every active tenant what a cron tick asks, once', async () => {
      const { inbox, tenants } = make();
      const [tenant, stopped] = twoTenants();
      for (const id of [tenant, stopped]) await tenants.put(aTenant(id), policySchema.parse({}));
      await tenants.setState(stopped, 'auth_required', asWritten('token refused'));
      await inbox.add(stopped, rows(observe(1)));
      for (let tick = 0; tick < 2; tick++)
        await inbox.addForActive([
          { type: 'watch', at: 3 },
          { type: 'seal', at: 3 },
        ]);
      expect((await inbox.due(tenant, 9, 0, 9)).map((row) => row.key)).toEqual(['seal:tenant:3', 'watch:tenant:3']);
      expect((await inbox.depth(stopped, 9)).waiting).toBe(1);
      const due = await inbox.tenantsWithDue(9, 0);
      expect([due.includes(tenant), due.includes(stopped)]).toEqual([true, false]);
    });

    it('asks nobody the same again who has not done it yet, but for the digest of another day', async () => {
      const { inbox, tenants } = make();
      const [tenant] = twoTenants();
      await tenants.put(aTenant(tenant), policySchema.parse({}));
      const types = ['reconcile', 'refresh', 'digest'] as const;
      const ask = (at: number) => inbox.addForActive(types.map((type) => ({ type, at })));
      await inbox.add(tenant, [{ key: 'refresh:tenant/1:2', message: { type: 'refresh', at: 2, part: 1 } }]);
      await ask(3);
      await ask(4);
      const keys = async () => (await inbox.due(tenant, 9, 0, 9)).map((row) => row.key);
      expect(await keys()).toEqual(['refresh:tenant/1:2', 'digest:tenant:3', 'reconcile:tenant:3', 'digest:tenant:4']);
      await inbox.settle(tenant, ['reconcile:tenant:3', 'refresh:tenant/1:2'], []);
      await ask(5);
      expect((await keys()).slice(2)).toEqual(['digest:tenant:5', 'reconcile:tenant:5', 'refresh:tenant:5']);
    });

    it('lets done rows of ticks go, oldest first and so many at a time; others stay', async () => {
      const clock = { now: 1 };
      const { inbox, tenants } = make({ now: () => clock.now });
      const [tenant] = twoTenants();
      await tenants.put(aTenant(tenant), policySchema.parse({}));
      for (clock.now = 1; clock.now <= 3; clock.now++) {
        await inbox.add(tenant, [{ key: `event:${clock.now}`, message: observe(clock.now) }]);
        await inbox.addForActive([{ type: 'watch', at: clock.now }]);
        if (clock.now < 3) await inbox.settle(tenant, [`watch:tenant:${clock.now}`], []);
      }
      await inbox.settle(tenant, ['event:1'], []);
      const left = async () => (await inbox.recent(tenant, 9)).map((row) => row.key).sort();
      const events = ['event:1', 'event:2', 'event:3'];
      await inbox.forgetTicks(1, 10_000);
      expect(await left()).toEqual([...events, 'watch:tenant:1', 'watch:tenant:2', 'watch:tenant:3']);
      await inbox.forgetTicks(2, 10_000);
      expect(await left()).toEqual([...events, 'watch:tenant:2', 'watch:tenant:3']);
      await inbox.forgetTicks(9, 0);
      expect(await left()).toEqual([...events, 'watch:tenant:2', 'watch:tenant:3']);
      await inbox.forgetTicks(9, 10_000);
      expect(await left()).toEqual([...events, 'watch:tenant:3']);
    });

    it('takes five hundred messages at once', async () => {
      const { inbox } = make();
      const [tenant] = twoTenants();
      const many = Array.from({ length: 500 }, (_, i) => ({ key: `k${i}`, message: observe(i, `c${i}`) }));
      expect(await inbox.add(tenant, many)).toBe(500);
      await inbox.settle(
        tenant,
        many.map((row) => row.key),
        many.map(({ message }) => ({ type: 'draft', at: message.at, gapId: `g${message.at}` })),
      );
      expect(await inbox.depth(tenant, 500)).toEqual({ waiting: 500, due: 500 });
    });
  });

  describe('leases', () => {
    it('gives a tenant to one holder until it lets go or its time is over', async () => {
      const { leases } = make();
      const [tenant, other] = twoTenants();
      const tries = ['a', 'b', 'c'].map((holder) => leases.acquire(tenant, holder, 0, 100));
      expect((await Promise.all(tries)).filter(Boolean).length).toBe(1);
      expect(await leases.acquire(other, 'b', 0, 100)).toBe(true);
      await leases.release(tenant, 'nobody');
      expect(await leases.acquire(tenant, 'd', 100, 200)).toBe(false);
      expect(await leases.acquire(tenant, 'd', 101, 200)).toBe(true);
      expect(await leases.acquire(tenant, 'd', 150, 300)).toBe(true);
      await leases.release(tenant, 'd');
      expect(await leases.acquire(tenant, 'e', 151, 300)).toBe(true);
    });
  });
}
