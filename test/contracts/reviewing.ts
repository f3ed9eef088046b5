import { describe, expect, it } from 'vitest';
import type { ReviewTime } from '../../worker/loop/ports/stores/fixes.ts';
import { aFix, aGap, anActivity, anEntry, anObservation } from './examples.ts';
import { type MakeStores, twoTenants } from './stores.ts';

export function reviewingContract(make: MakeStores): void {
  describe('a decision that is held', () => {
    const approval = {
      change: { state: 'approved' as const },
      activity: anActivity(),
      next: [{ type: 'publish' as const, at: 20, fixId: 'f' }],
      holdUntil: 5_000,
    };
    const back = (now: number) => ({
      change: { state: 'in_review' as const },
      activity: anActivity({ what: 'taken back' }),
      withdraws: { keyPrefix: 'publish:f:', now, eventNow: 20 },
    });

    it('is not worked before its time, and can be taken back until then, with the message it led to', async () => {
      const { fixes, inbox, activity } = make();
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other]) {
        await fixes.add(id, aFix('f'));
        await fixes.move(id, 'f', ['in_review'], approval);
      }
      expect(await inbox.due(tenant, 99, 4_999, 9)).toEqual([]);
      expect(await fixes.move(tenant, 'f', ['approved'], back(4_999))).toBe(true);
      expect([(await fixes.get(tenant, 'f'))?.state, await inbox.due(tenant, 99, 9_999, 9)]).toEqual(['in_review', []]);
      expect((await activity.list(tenant, 9)).map((a) => a.what)).toEqual(['taken back', 'approved']);
      expect((await inbox.due(other, 99, 5_000, 9)).map((row) => row.key)).toEqual(['publish:f:20']);
    });

    it('can be taken again in the same moment, and is worked then', async () => {
      const { fixes, inbox } = make();
      const [tenant] = twoTenants();
      await fixes.add(tenant, aFix('f'));
      await fixes.move(tenant, 'f', ['in_review'], approval);
      await fixes.move(tenant, 'f', ['approved'], back(0));
      await fixes.move(tenant, 'f', ['in_review'], approval);
      expect((await inbox.due(tenant, 99, 5_000, 9)).map((row) => row.key)).toEqual(['publish:f:20']);
    });

    it('can be taken back also where it waits for a time at the helpdesk, but not once it was begun', async () => {
      const { fixes, inbox } = make();
      const [tenant] = twoTenants();
      await fixes.add(tenant, aFix('f', { state: 'approved' }));
      const put = (at: number) =>
        inbox.add(tenant, [{ key: `publish:f:${at}`, message: { type: 'publish', at, fixId: 'f' } }]);
      await put(21);
      await inbox.defer(tenant, 'publish:f:21', { notBefore: 9_000, reason: 'the helpdesk is down', attempts: 0 });
      expect(await fixes.move(tenant, 'f', ['approved'], back(0))).toBe(false);
      await put(22);
      expect(await fixes.move(tenant, 'f', ['approved'], back(0))).toBe(true);
      expect((await inbox.due(tenant, 99, 9_000, 9)).map((row) => row.key)).toEqual(['publish:f:21']);
    });

    it('stands once its time has come: nothing is changed then', async () => {
      const { fixes, activity, inbox } = make();
      const [tenant] = twoTenants();
      await fixes.add(tenant, aFix('f'));
      await fixes.move(tenant, 'f', ['in_review'], approval);
      expect(await fixes.move(tenant, 'f', ['approved'], back(5_000))).toBe(false);
      expect((await fixes.get(tenant, 'f'))?.state).toBe('approved');
      expect((await activity.list(tenant, 9)).length).toBe(1);
      expect((await inbox.due(tenant, 99, 5_000, 9)).length).toBe(1);
    });
  });

  it('tells what was done page by page, newest first', async () => {
    const { activity } = make();
    const [tenant, other] = twoTenants();
    for (const what of ['a', 'b', 'c']) await activity.add(tenant, anActivity({ what }));
    await activity.add(other, anActivity({ what: 'theirs' }));
    const first = await activity.before(tenant, null, 2);
    expect(first.map((row) => row.what)).toEqual(['c', 'b']);
    expect((await activity.before(tenant, first.at(-1)?.id ?? 0, 2)).map((row) => row.what)).toEqual(['a']);
  });

  it('keeps who looks after a gap, also when the gap’s evidence grows', async () => {
    const { gaps, observations } = make();
    const [tenant, other] = twoTenants();
    const record = (seq: number) =>
      observations.record(tenant, {
        observation: anObservation(`c${seq}`),
        conversation: null,
        entries: [anEntry(seq)],
        gaps: [aGap('gap')],
      });
    await record(1);
    await gaps.assign(tenant, 'gap', { userId: '7', name: 'Ada', at: 1 });
    await gaps.assign(tenant, 'gap', { userId: '8', name: 'Bo', at: 2 });
    await record(2);
    expect([...(await gaps.assignments(tenant))]).toEqual([['gap', { userId: '8', name: 'Bo', at: 2 }]]);
    expect((await gaps.assignments(other)).size).toBe(0);
    await gaps.assign(tenant, 'gap', null);
    expect((await gaps.assignments(tenant)).size).toBe(0);
  });

  it('keeps what is put off, and lets it come back before its time', async () => {
    const { reviewDesk } = make();
    const [tenant, other] = twoTenants();
    await reviewDesk.snooze(tenant, 'gap', { until: 5, by: 'Ada' });
    await reviewDesk.snooze(tenant, 'gap', { until: 9, by: 'Bo' });
    await reviewDesk.snooze(other, 'gap', { until: 7, by: 'Cy' });
    expect([...(await reviewDesk.snoozed(tenant))]).toEqual([['gap', { until: 9, by: 'Bo' }]]);
    await reviewDesk.snooze(tenant, 'gap', null);
    expect([(await reviewDesk.snoozed(tenant)).size, (await reviewDesk.snoozed(other)).size]).toEqual([0, 1]);
  });

  it('keeps what the team remarked on a gap, oldest first', async () => {
    const { reviewDesk } = make();
    const [tenant, other] = twoTenants();
    const said = (text: string, at: number) => ({ at, userId: '7', name: 'Ada', text });
    await reviewDesk.remark(tenant, 'gap', said('ask the team of billing', 1));
    await reviewDesk.remark(tenant, 'gap', said('they say it is right', 2));
    await reviewDesk.remark(tenant, 'another', said('theirs', 3));
    expect(await reviewDesk.remarks(tenant, 'gap')).toEqual([
      said('ask the team of billing', 1),
      said('they say it is right', 2),
    ]);
    expect(await reviewDesk.remarks(other, 'gap')).toEqual([]);
  });

  it('keeps the views that a team saved, by name', async () => {
    const { reviewDesk } = make();
    const [tenant, other] = twoTenants();
    const view = { id: 'v', name: 'Mine', query: 'assignee=me', by: 'Ada' };
    await reviewDesk.keepView(tenant, view);
    await reviewDesk.keepView(tenant, { ...view, query: 'assignee=me&kind=new_article' });
    await reviewDesk.keepView(tenant, { ...view, id: 'w', name: 'Billing' });
    expect((await reviewDesk.views(tenant)).map(({ id, query }) => [id, query])).toEqual([
      ['w', 'assignee=me'],
      ['v', 'assignee=me&kind=new_article'],
    ]);
    await reviewDesk.dropView(tenant, 'w');
    expect([(await reviewDesk.views(tenant)).length, (await reviewDesk.views(other)).length]).toEqual([1, 0]);
  });

  it('keeps how long decisions took, latest first', async () => {
    const { reviewTimes } = make();
    const [tenant, other] = twoTenants();
    const times = [1, 2, 3].map((at): ReviewTime => ({ fixId: `f${at}`, verdict: 'approve', tookMs: 1000 * at, at }));
    await reviewTimes.add(tenant, times);
    await reviewTimes.add(tenant, []);
    expect(await reviewTimes.since(tenant, 2, 9)).toEqual([times[2], times[1]]);
    expect((await reviewTimes.since(tenant, 0, 1)).length).toBe(1);
    expect(await reviewTimes.since(other, 0, 9)).toEqual([]);
  });

  it('tells the latest rows of the inbox and what became of them', async () => {
    let now = 0;
    const { inbox } = make({ now: () => now });
    const [tenant, other] = twoTenants();
    for (const id of ['a', 'b', 'c']) {
      now += 10;
      await inbox.add(tenant, [{ key: id, message: { type: 'draft', at: 1, gapId: id } }]);
    }
    await inbox.add(other, [{ key: 'd', message: { type: 'draft', at: 1, gapId: 'd' } }]);
    await inbox.settle(tenant, ['a'], []);
    await inbox.bury(tenant, 'b', 'it is no more', 20, 1);
    expect((await inbox.recent(tenant, 9)).map(({ key, state, reason }) => [key, state, reason])).toEqual([
      ['c', 'new', null],
      ['b', 'dead', 'it is no more'],
      ['a', 'done', null],
    ]);
    expect((await inbox.recent(tenant, 1)).length).toBe(1);
  });
}
