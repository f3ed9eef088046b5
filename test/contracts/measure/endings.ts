import { describe, expect, it } from 'vitest';
import type { Ending } from '../../../shared/measure/ending.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { anArticle, anEnding, anEntry, anObservation, aPilot } from '../examples.ts';
import { type MakeStores, twoTenants } from '../stores.ts';
import { dueHours, endingsStored, hour, MONDAY } from './due.ts';

/** How conversations ended, and what is counted of them. */
export function endingsContract(make: MakeStores): void {
  const stored = (tenants: string[], all: Ending[]) => endingsStored(make, tenants, all);

  describe('endings', () => {
    it('come and go with the observation, and are only of their tenant', async () => {
      const { endings, observations } = make();
      const [tenant, other] = twoTenants();
      const ending = anEnding('a', { openedAt: MONDAY });
      for (const id of [tenant, other])
        await observations.record(id, {
          ...{ observation: anObservation('a'), conversation: null, entries: [anEntry(1)], gaps: [], ending },
        });
      const known = async (id: string) => endings.between(id, 0, Number.MAX_SAFE_INTEGER, 9);
      const beside = { category: '', asked: 1, returnedAt: null, effort: null, leftAt: null };
      expect(await known(tenant)).toEqual([{ ...ending, ...beside }]);
      await observations.record(tenant, {
        observation: anObservation('a', { state: 'withdrawn' }),
        ...{ conversation: null, entries: [anEntry(2)], gaps: [] },
      });
      expect(await known(tenant)).toEqual([]);
      expect(await known(other)).toHaveLength(1);
    });

    it('carry the section of their article as it is called when they come', async () => {
      const { endings, articles } = make();
      const [tenant] = twoTenants();
      await articles.put(tenant, [anArticle('7', { section: 'Exports' })], 'seen');
      await endings.put(tenant, [anEnding('a', { articleId: '7' }), anEnding('b', { articleId: '8' })]);
      const read = await endings.between(tenant, 0, Number.MAX_SAFE_INTEGER, 9);
      expect(read.map((e) => e.category)).toEqual(['Exports', '']);
    });

    it('know how often their issue was asked before, and when the same person asked it again', async () => {
      const [tenant] = twoTenants();
      const all = [0, 1, 2, 3].map((n) =>
        anEnding(`c${n}`, { openedAt: hour(n * 24), solvedAt: hour(n * 24 + 1), requesterId: n === 1 ? 'other' : 'p' }),
      );
      const late = anEnding('late', { openedAt: hour(24 * 40), solvedAt: hour(24 * 40), issueId: null });
      const { endings } = await stored([tenant], [...all, late].reverse());
      const read = await endings.between(tenant, 0, Number.MAX_SAFE_INTEGER, 9);
      expect(read.map((e) => [e.conversationId, e.asked, e.returnedAt])).toEqual([
        ['c0', 1, hour(48)],
        ['c1', 2, null],
        ['c2', 3, hour(72)],
        ['c3', 4, null],
        ['late', 0, null],
      ]);
    });

    it('have the days counted anew that one more of them changes: its own, those it returns to, the next of its issue', async () => {
      const [tenant, other] = twoTenants();
      const before = anEnding('before', { openedAt: hour(1), solvedAt: hour(2) });
      const another = anEnding('another', { openedAt: hour(3), requesterId: 'q', issueId: 'else' });
      const after = anEnding('after', { openedAt: hour(30), requesterId: 'q' });
      const { endings } = await stored([tenant, other], [before, another, after]);
      await endings.put(tenant, [anEnding('new', { openedAt: hour(10) })]);
      expect(await dueHours(endings, tenant)).toEqual([1, 10, 30]);
      expect(await dueHours(endings, other)).toEqual([]);
    });

    it('follow their issue, and have the days of both counted anew', async () => {
      const [tenant] = twoTenants();
      const { endings, observations } = await stored(
        [tenant],
        [anEnding('a', { openedAt: hour(1) }), anEnding('b', { openedAt: hour(2), issueId: 'into', requesterId: 'q' })],
      );
      await observations.record(tenant, {
        ...{ observation: anObservation('x'), conversation: null, entries: [anEntry(1)], gaps: [] },
        moved: [{ conversationId: 'a', issueId: 'into' }],
      });
      expect(await endings.asked(tenant, 0, Number.MAX_SAFE_INTEGER)).toEqual([{ issueId: 'into', asked: 2 }]);
      expect(await dueHours(endings, tenant)).toEqual([1, 2]);
    });

    it('tell when an issue was first asked, and how often before a moment', async () => {
      const [tenant] = twoTenants();
      const { endings } = await stored(
        [tenant],
        [0, 1, 2, 3].map((n) => anEnding(`c${n}`, { openedAt: hour(n) })),
      );
      const subjects = [
        { id: 'g', issueId: 'issue', before: hour(2) },
        { id: 'h', issueId: 'unknown', before: 5 },
      ];
      expect(await endings.before(tenant, subjects, 2)).toEqual([
        { id: 'g', firstAt: hour(0), asked: 2 },
        { id: 'h', firstAt: 5, asked: 0 },
      ]);
    });

    it('tell how often articles were asked of, and how often they served, since a moment', async () => {
      const [tenant, other] = twoTenants();
      const by = (articleId: string, n: number, diagnosis: Ending['diagnosis'] = 'none') =>
        anEnding(`${articleId}${n}`, { articleId, openedAt: hour(n), diagnosis });
      const { endings } = await stored([tenant], [by('7', 1), by('8', 2), by('8', 3), by('9', 3, 'outdated')]);
      expect(await endings.ofArticles(tenant, hour(2))).toEqual([
        { articleId: '8', asked: 2, served: 2 },
        { articleId: '9', asked: 1, served: 0 },
      ]);
      expect(await endings.ofArticles(other, 0)).toEqual([]);
    });

    it('tell how often each organization asked, in some sections and in the others', async () => {
      const [tenant] = twoTenants();
      const { endings, articles } = make();
      await articles.put(tenant, [anArticle('7', { section: 'Exports' })], 'seen');
      const by = (n: number, organizationId: string | null, articleId: string | null) =>
        anEnding(`c${n}`, { openedAt: hour(n), organizationId, articleId, requesterId: `p${n}` });
      await endings.put(tenant, [
        by(1, 'a', '7'),
        by(2, 'a', null),
        by(3, 'a', '7'),
        by(4, null, '7'),
        by(9, 'a', '7'),
      ]);
      expect(await endings.byOrganization(tenant, hour(1), hour(9), ['Exports'])).toEqual([
        { organization: 'a', inside: 2, outside: 1 },
        { organization: 'p4', inside: 1, outside: 0 },
      ]);
    });

    it('are forgotten after their time and with the conversation that is erased', async () => {
      const [tenant, other] = twoTenants();
      const all = [1, 2, 3].map((n) => anEnding(`c${n}`, { openedAt: hour(n) }));
      const { endings, retention } = await stored([tenant, other], all);
      await endings.forget(tenant, hour(2));
      await retention.eraseConversation(tenant, 'c2');
      const left = async (id: string) =>
        (await endings.between(id, 0, Number.MAX_SAFE_INTEGER, 9)).map((e) => e.conversationId);
      expect([await left(tenant), await left(other)]).toEqual([['c3'], ['c1', 'c2', 'c3']]);
    });
  });

  describe('pilots', () => {
    it('are kept as they stand, the latest first, each of its tenant', async () => {
      const { pilots } = make();
      const [tenant, other] = twoTenants();
      expect(await pilots.latest(tenant)).toBeNull();
      const pilot = aPilot('a', { startedAt: 1 });
      await pilots.put(tenant, pilot);
      await pilots.put(tenant, aPilot('b', { startedAt: 2 }));
      await pilots.put(tenant, aPilot('b', { startedAt: 2, state: 'running' }));
      expect(await pilots.latest(tenant)).toEqual(aPilot('b', { startedAt: 2, state: 'running' }));
      expect(await pilots.latest(other)).toBeNull();
    });
  });

  describe('counted days', () => {
    const row = (n: number, category = '') => ({ category, age: 'first', counts: { conversations: n } });
    const week = '2026-11-02';
    const asked = (issueId: string, n: number) => ({ issueId, asked: n });

    it('take the place of what stood, settle their quarters, and come again when they change by themselves', async () => {
      const [tenant, other] = twoTenants();
      const { endings } = make();
      for (const id of [tenant, other]) await endings.put(id, [anEnding('a', { openedAt: MONDAY })]);
      const counted = { day: week, week, asked: [asked('issue', 1)], quarters: [MONDAY], again: null };
      await endings.count(tenant, { ...counted, rows: [row(5), row(1, 'A')] });
      await endings.count(tenant, {
        ...counted,
        rows: [row(2)],
        asked: [asked('b', 3)],
        again: { at: MONDAY, dueAt: MONDAY + DAY_MS },
      });
      expect(await endings.days(tenant, '2026-11-02', '2026-11-02')).toEqual([{ day: week, ...row(2) }]);
      expect(await endings.weeks(tenant, '2026-11-02')).toEqual([{ week, ...asked('b', 3) }]);
      expect([await endings.due(tenant, MONDAY, 9), await endings.due(tenant, MONDAY + DAY_MS, 9)]).toEqual([
        [],
        [MONDAY],
      ]);
      expect(await endings.due(other, MONDAY, 9)).toEqual([MONDAY]);
      expect(await endings.days(other, '2026-11-02', '2026-11-02')).toEqual([]);
    });

    it('are all counted anew where the day begins at another hour', async () => {
      const [tenant] = twoTenants();
      const { endings } = await stored([tenant], [anEnding('a', { openedAt: MONDAY })]);
      await endings.count(tenant, {
        ...{ rows: [row(5)], week, asked: [asked('issue', 1)] },
        ...{ day: week, quarters: [], again: null },
      });
      await endings.dueAll(tenant);
      expect(await endings.days(tenant, '0', '9')).toEqual([]);
      expect(await endings.weeks(tenant, '0')).toEqual([]);
      expect(await dueHours(endings, tenant)).toEqual([0]);
    });
  });
}
