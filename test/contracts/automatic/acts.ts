import { describe, expect, it } from 'vitest';
import type { AutomaticAct } from '../../../shared/automatic.ts';
import { anActivity } from '../examples.ts';
import { type MakeStores, twoTenants } from '../stores.ts';

export function anAct(conversationId: string, more: Partial<AutomaticAct> = {}): AutomaticAct {
  return {
    kind: 'answer',
    conversationId,
    requesterId: 'ada',
    category: 'Exports',
    articleId: '100',
    locale: 'en-us',
    said: 'Open Reports.',
    team: null,
    isPublic: true,
    state: 'writing',
    asRead: 5,
    at: 10,
    isSampled: false,
    verdict: 'open',
    why: null,
    judgedAt: null,
    ...more,
  };
}

/** What is done without a person is stored once, moved only from where it stands, and judged once. */
export function automaticActsContract(make: MakeStores): void {
  describe('automatic acts', () => {
    it('are begun once a kind and conversation, of each tenant alone', async () => {
      const { automaticActs } = make();
      const [tenant, other] = twoTenants();
      expect(await automaticActs.begin(tenant, anAct('c'))).toBe(true);
      expect(await automaticActs.begin(tenant, anAct('c', { said: 'Again.' }))).toBe(false);
      expect(await automaticActs.begin(tenant, anAct('c', { kind: 'route', team: 'Payroll' }))).toBe(true);
      expect(await automaticActs.get(tenant, 'answer', 'c')).toEqual(anAct('c'));
      expect((await automaticActs.get(tenant, 'route', 'c'))?.team).toBe('Payroll');
      expect(await automaticActs.get(other, 'answer', 'c')).toBeNull();
    });

    it('are moved only from where they stand, and what is told of it is told once', async () => {
      const { automaticActs, activity } = make();
      const [tenant, other] = twoTenants();
      await automaticActs.begin(tenant, anAct('c'));
      expect(await automaticActs.move(other, anAct('c'), ['writing'], 'done')).toBe(false);
      expect(await automaticActs.move(tenant, anAct('c'), ['writing'], 'done', anActivity())).toBe(true);
      expect(await automaticActs.move(tenant, anAct('c'), ['writing'], 'done', anActivity())).toBe(false);
      expect((await automaticActs.get(tenant, 'answer', 'c'))?.state).toBe('done');
      expect((await activity.list(tenant, 9)).length).toBe(1);
    });

    it('wait for a verdict in order of time, get one once, and count in the order in which they were judged', async () => {
      const { automaticActs } = make();
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other])
        for (const [name, at] of [
          ['c', 30],
          ['b', 20],
          ['a', 10],
        ] as const)
          await automaticActs.begin(id, anAct(name, { at, state: name === 'a' ? 'dark' : 'done' }));
      const names = (acts: { conversationId: string }[]) => acts.map((act) => act.conversationId);
      expect(names(await automaticActs.open(tenant, 20, 9))).toEqual(['a', 'b']);
      expect(await automaticActs.judge(tenant, anAct('b'), 'bad', 'reopened', 40)).toBe(true);
      expect(await automaticActs.judge(tenant, anAct('b'), 'good', 'thanked', 50)).toBe(false);
      expect(await automaticActs.judge(tenant, anAct('a'), 'good', 'same_as_agent', 45)).toBe(true);
      expect(await automaticActs.judge(tenant, anAct('c'), 'none', 'silent', 46)).toBe(true);
      expect(await automaticActs.open(tenant, 99, 9)).toEqual([]);
      expect(await automaticActs.judged(tenant, 9)).toEqual([
        anAct('b', { at: 20, state: 'done', verdict: 'bad', why: 'reopened', judgedAt: 40 }),
        anAct('a', { at: 10, state: 'dark', verdict: 'good', why: 'same_as_agent', judgedAt: 45 }),
      ]);
      expect(names(await automaticActs.judged(tenant, 1))).toEqual(['a']);
      expect(names(await automaticActs.latest(tenant, 2))).toEqual(['c', 'b']);
      expect(names(await automaticActs.open(other, 99, 9))).toEqual(['a', 'b', 'c']);
    });

    it('tell how many answers a person got, and leave with their conversation or their time', async () => {
      const { automaticActs, retention } = make();
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other]) {
        await automaticActs.begin(id, anAct('a', { at: 10, state: 'done' }));
        await automaticActs.begin(id, anAct('b', { at: 20, state: 'handed_over' }));
        await automaticActs.begin(id, anAct('c', { at: 30, state: 'dark' }));
        await automaticActs.begin(id, anAct('d', { at: 30, isPublic: false }));
        await automaticActs.begin(id, anAct('e', { at: 30, requesterId: 'bo' }));
      }
      expect(await automaticActs.publicSince(tenant, 'ada', 10)).toBe(2);
      expect(await automaticActs.publicSince(tenant, 'ada', 11)).toBe(1);
      await retention.eraseConversation(tenant, 'b');
      expect(await automaticActs.publicSince(tenant, 'ada', 10)).toBe(1);
      await automaticActs.forget(tenant, 30);
      expect((await automaticActs.latest(tenant, 9)).length).toBe(3);
      expect((await automaticActs.latest(other, 9)).length).toBe(5);
    });
  });
}
