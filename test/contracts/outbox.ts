import { describe, expect, it } from 'vitest';
import type { Notice } from '../../shared/notice.ts';
import { policySchema } from '../../shared/policy.ts';
import { asWritten } from '../../shared/said/said.ts';
import { inWords } from '../ground/in-words.ts';
import { aFix, aGap, anActivity, anEntry, anObservation, aPublication, aTenant } from './examples.ts';
import { type MakeStores, twoTenants } from './stores.ts';

const aNotice = (key: string, more: Partial<Notice> = {}): Notice => ({
  key,
  kind: 'publication.automatic',
  at: 20,
  title: asWritten('Published'),
  text: asWritten('An article was changed.'),
  about: { fixId: 'f', undo: 'p' },
  ...more,
});

export function outboxContract(make: MakeStores): void {
  describe('what people are told', () => {
    it('is stored in the batch of what it tells of, once, with the message that sends it', async () => {
      const { fixes, publications, observations, outbox, inbox, activity } = make();
      const [tenant, other] = twoTenants();
      const gaps = [aGap('gap', { state: 'in_review' })];
      await observations.record(tenant, {
        observation: anObservation('c'),
        conversation: null,
        entries: [anEntry(1)],
        gaps,
      });
      await fixes.add(tenant, aFix('f'));
      await publications.intend(tenant, aPublication('p'));
      const told = { ...anActivity(), notice: aNotice('n') };
      const move = {
        change: { state: 'approved' as const },
        activity: told,
        gap: { id: 'gap', state: 'approved' as const },
      };
      const next = [{ type: 'publish' as const, at: 20, fixId: 'f' }];
      expect(await fixes.move(tenant, 'f', ['rejected'], { ...move, next })).toBe(false);
      expect([await outbox.get(tenant, 'n'), await inbox.due(tenant, 99, 0, 9)]).toEqual([null, []]);

      expect(await fixes.move(tenant, 'f', ['in_review'], { ...move, next })).toBe(true);
      expect(await fixes.move(tenant, 'f', ['in_review'], move)).toBe(false);
      expect(
        await publications.move(tenant, 'p', ['intent'], { state: 'sent' }, { ...told, notice: aNotice('m') }),
      ).toBe(true);
      expect(
        await publications.move(tenant, 'p', ['intent'], { state: 'done' }, { ...told, notice: aNotice('x') }),
      ).toBe(false);
      await activity.add(tenant, { ...told, notice: aNotice('n', { text: asWritten('said otherwise') }) });
      expect(inWords((await outbox.list(tenant, 9, null)).map(({ key, text }) => [key, text]))).toEqual([
        ['m', 'An article was changed.'],
        ['n', 'An article was changed.'],
      ]);
      expect((await inbox.due(tenant, 99, 0, 9)).map((row) => row.key)).toEqual(['notify:tenant:20', 'publish:f:20']);
      expect(await outbox.list(other, 9, null)).toEqual([]);
    });

    it('of an account and its policy is told with the change, and only where it changed', async () => {
      const { tenants, outbox } = make();
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other]) await tenants.put(aTenant(id), policySchema.parse({}));
      for (const key of ['first', 'second'])
        await tenants.setState(tenant, 'auth_required', asWritten('refused'), {
          notice: aNotice(key, { kind: 'auth.lost' }),
        });
      await tenants.setPolicy(tenant, policySchema.parse({ isStopped: true }), 'ada', aNotice('stopped'));
      expect((await outbox.list(tenant, 9, null)).map((row) => row.key)).toEqual(['stopped', 'first']);
      await outbox.addForAll('*', aNotice('everybody', { at: 30 }));
      await outbox.addForAll('*', aNotice('everybody', { at: 30 }));
      expect((await outbox.list(other, 9, null)).map((row) => row.key)).toEqual(['everybody']);
      expect((await outbox.get(tenant, 'everybody'))?.key).toBe('everybody');
      const stopped = async (now: number) =>
        (await outbox.stoppedWithDue(now)).filter((id) => id === tenant || id === other);
      expect(await stopped(99)).toEqual([tenant]);
      for (const key of ['first', 'stopped', 'everybody'])
        await outbox.setDelivery(tenant, key, ['due'], { state: 'due', attempts: 1, nextAt: 50, detail: 'down' });
      expect([await stopped(49), await stopped(50)]).toEqual([[], [tenant]]);
      await outbox.addForAll('*', aNotice('automatic', { at: 40 }), 'automatic');
      expect((await outbox.list(other, 9, null)).map((row) => row.key)).toEqual(['everybody']);
      await tenants.setPolicy(other, policySchema.parse({ autoPublish: { isEnabled: true } }), 'ada');
      await outbox.addForAll('*', aNotice('automatic', { at: 40 }), 'automatic');
      expect((await outbox.list(other, 9, null)).map((row) => row.key)).toEqual(['automatic', 'everybody']);
    });

    it('is listed newest first in pages, read and dismissed, each tenant its own', async () => {
      const { outbox } = make();
      const [tenant, other] = twoTenants();
      for (const key of ['a', 'b', 'c']) expect(await outbox.add(tenant, aNotice(key))).toBe(true);
      expect(await outbox.add(tenant, aNotice('c'))).toBe(false);
      await outbox.add(other, aNotice('a'));
      const [newest, middle] = await outbox.list(tenant, 2, null);
      expect([newest?.key, middle?.key]).toEqual(['c', 'b']);
      expect((await outbox.list(tenant, 2, middle?.id ?? 0)).map((row) => row.key)).toEqual(['a']);
      expect(await outbox.countUnread(tenant)).toBe(3);
      expect([
        await outbox.mark(tenant, ['a', 'nobody'], 'read', 5),
        await outbox.mark(tenant, [], 'dismissed', 5),
      ]).toEqual([1, 0]);
      expect(await outbox.mark(tenant, ['b'], 'dismissed', 5)).toBe(1);
      expect((await outbox.list(tenant, 9, null)).map(({ key, isRead }) => [key, isRead])).toEqual([
        ['c', false],
        ['a', true],
      ]);
      expect([await outbox.countUnread(tenant), await outbox.countUnread(other)]).toEqual([1, 1]);
    });

    it('goes from state to state on its way, conditionally', async () => {
      const { outbox } = make();
      const [tenant, other] = twoTenants();
      for (const key of ['a', 'b', 'c']) await outbox.add(tenant, aNotice(key));
      await outbox.add(other, aNotice('a'));
      const later = { state: 'due' as const, attempts: 1, nextAt: 500, detail: 'down' };
      const sending = { ...later, state: 'sending' as const };
      expect(await outbox.setDelivery(tenant, 'a', ['due'], sending)).toBe(true);
      expect(await outbox.setDelivery(tenant, 'a', ['due'], sending)).toBe(false);
      expect(await outbox.setDelivery(tenant, 'b', ['due'], { ...later, state: 'parked' })).toBe(true);
      expect((await outbox.due(tenant, 499, 9)).map((row) => row.key)).toEqual(['c']);
      expect((await outbox.due(tenant, 500, 9)).map((row) => row.key)).toEqual(['a', 'c']);
      expect(await outbox.nextAttempt(tenant)).toBe(0);
      expect(await outbox.setDelivery(tenant, 'c', ['due'], { ...later, state: 'sent' })).toBe(true);
      expect(await outbox.nextAttempt(tenant)).toBe(500);
      expect((await outbox.parked(tenant, 9)).map(({ key, delivery }) => [key, delivery.detail])).toEqual([
        ['b', 'down'],
      ]);
      expect((await outbox.get(other, 'a'))?.delivery).toEqual({ state: 'due', attempts: 0, nextAt: 0, detail: null });
    });

    it('is counted by kind over a time, and leaves when its time is over', async () => {
      const { outbox } = make();
      const [tenant, other] = twoTenants();
      for (const [key, at] of [
        ['a', 10],
        ['b', 20],
        ['c', 30],
      ] as const)
        await outbox.add(tenant, aNotice(key, { at }));
      await outbox.add(tenant, aNotice('d', { at: 20, kind: 'fix.escalated' }));
      await outbox.add(other, aNotice('a', { at: 10 }));
      expect(await outbox.countKinds(tenant, 10, 30)).toEqual({ 'publication.automatic': 2, 'fix.escalated': 1 });
      await outbox.forget(tenant, 20);
      expect((await outbox.list(tenant, 9, null)).map((row) => row.key)).toEqual(['d', 'c', 'b']);
      expect((await outbox.list(other, 9, null)).length).toBe(1);
    });
  });
}
