import { describe, expect, it } from 'vitest';
import type { Publication } from '../../shared/gap.ts';
import { aFix, aGap, anActivity, anEntry, anObservation, aPublication } from './examples.ts';
import { type MakeStores, type Stores, twoTenants } from './stores.ts';

async function withGap(stores: Stores, tenant: string): Promise<void> {
  await stores.observations.record(tenant, {
    observation: anObservation('c'),
    conversation: null,
    entries: [anEntry(1)],
    gaps: [aGap('gap', { state: 'in_review' })],
  });
  await stores.fixes.add(tenant, aFix('f'));
}

export function publishingContract(make: MakeStores): void {
  describe('fixes', () => {
    it('changes a fix with its gap, the log of what was done, its successor and the next messages, all or none', async () => {
      const stores = make();
      const { fixes, gaps, activity, inbox } = stores;
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other]) await withGap(stores, id);
      const move = {
        change: { state: 'approved' as const, actor: 'ada' },
        activity: anActivity(),
        gap: { id: 'gap', state: 'approved' as const },
        adds: aFix('next', { createdAt: 30 }),
        next: [{ type: 'publish' as const, at: 20, fixId: 'f' }],
      };
      expect(await fixes.move(tenant, 'f', ['drafted'], move)).toBe(false);
      expect(await fixes.move(tenant, 'f', [], move)).toBe(false);
      expect(await fixes.move(tenant, 'nobody', ['in_review'], move)).toBe(false);
      expect([await fixes.get(tenant, 'f'), await fixes.get(tenant, 'next')]).toEqual([aFix('f'), null]);
      expect([(await gaps.get(tenant, 'gap'))?.state, await activity.list(tenant, 9)]).toEqual(['in_review', []]);
      expect(await inbox.depth(tenant, 99)).toEqual({ waiting: 0, due: 0 });

      expect(await fixes.move(tenant, 'f', ['in_review', 'escalated'], move)).toBe(true);
      expect(await fixes.get(tenant, 'f')).toEqual(aFix('f', { state: 'approved', actor: 'ada' }));
      expect(await fixes.get(tenant, 'next')).toEqual(move.adds);
      expect(await gaps.get(tenant, 'gap')).toEqual(aGap('gap', { state: 'approved', updatedAt: 20 }));
      expect(await activity.list(tenant, 9)).toEqual([anActivity()]);
      expect((await inbox.due(tenant, 99, 0, 9)).map((row) => row.key)).toEqual(['publish:f:20']);
      expect(await fixes.get(other, 'f')).toEqual(aFix('f'));
      expect((await gaps.get(other, 'gap'))?.state).toBe('in_review');
      expect(await activity.list(other, 9)).toEqual([]);
    });

    it('lets one of two deciders win', async () => {
      const stores = make();
      const [tenant] = twoTenants();
      await withGap(stores, tenant);
      const decide = (state: 'approved' | 'rejected') =>
        stores.fixes.move(tenant, 'f', ['in_review'], { change: { state }, activity: anActivity({ what: state }) });
      const won = await Promise.all([decide('approved'), decide('rejected'), decide('approved')]);
      expect(won.filter(Boolean).length).toBe(1);
      const [only, ...rest] = await stores.activity.list(tenant, 9);
      expect(rest).toEqual([]);
      expect((await stores.fixes.get(tenant, 'f'))?.state).toBe(only?.what);
    });

    it('changes a fix only while it is what was shown, so that nobody decides on what they did not see', async () => {
      const stores = make();
      const { fixes, activity } = stores;
      const [tenant] = twoTenants();
      await withGap(stores, tenant);
      await fixes.add(tenant, aFix('new', { baseHash: null }));
      const rebased = { state: 'in_review' as const, patchHash: 'p2', baseHash: 'b2' };
      const seen = { patchHash: 'patch-f', baseHash: 'base' };
      const approve = (id: string, still: { patchHash: string; baseHash: string | null }) =>
        fixes.move(tenant, id, ['in_review'], { change: { state: 'approved' }, activity: anActivity(), still });
      expect(
        await fixes.move(tenant, 'f', ['in_review'], { change: rebased, activity: anActivity(), still: seen }),
      ).toBe(true);
      expect([await approve('f', seen), await approve('f', { ...seen, patchHash: 'p2' })]).toEqual([false, false]);
      expect((await fixes.get(tenant, 'f'))?.state).toBe('in_review');
      expect((await activity.list(tenant, 9)).length).toBe(1);
      expect(await approve('f', { patchHash: 'p2', baseHash: 'b2' })).toBe(true);
      expect(await approve('new', { patchHash: 'patch-new', baseHash: 'base' })).toBe(false);
      expect(await approve('new', { patchHash: 'patch-new', baseHash: null })).toBe(true);
    });

    it('finds the fixes that change an article, also as one of several, of this tenant alone', async () => {
      const { fixes } = make();
      const [tenant, other] = twoTenants();
      const also = { articleId: '78', locale: 'en-us', title: 'Files', removed: 'a', added: 'b' };
      const texts = { bodyHtml: '<p>b</p>', baseHtml: '<p>a</p>', baseHash: 'x' };
      for (const id of [tenant, other]) {
        await fixes.add(id, aFix('own', { articleId: '78', createdAt: 3 }));
        await fixes.add(id, aFix('with', { createdAt: 5, also: [{ ...also, ...texts }] }));
        await fixes.add(id, aFix('neither'));
        await fixes.add(id, aFix('over', { articleId: '78', state: 'published' }));
        await fixes.add(id, aFix('new', { articleId: null }));
      }
      const on = async (...ids: string[]) => (await fixes.onArticles(tenant, ids, ['in_review'])).map((fix) => fix.id);
      expect([await on('78'), await on('79'), await on(), await on('77', '78')]).toEqual([
        ['own', 'with'],
        [],
        [],
        ['own', 'with', 'neither'],
      ]);
    });

    it('finds the fixes of several gaps and the publications of several articles, of this tenant alone', async () => {
      const { fixes, publications } = make();
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other]) {
        await fixes.add(id, aFix('one', { gapId: 'g1' }));
        await fixes.add(id, aFix('two', { gapId: 'g2', createdAt: 5 }));
        await fixes.add(id, aFix('three', { gapId: 'g2', state: 'rejected' }));
        await publications.intend(id, aPublication('p', { at: 10 }));
        await publications.intend(id, aPublication('q', { at: 20, articleId: '78' }));
      }
      const of = async (...gapIds: string[]) => (await fixes.ofGaps(tenant, gapIds, ['in_review'])).map((f) => f.id);
      expect([await of('g1', 'g2'), await of('g2'), await of('zz'), await of()]).toEqual([
        ['two', 'one'],
        ['two'],
        [],
        [],
      ]);
      const written = async (articleIds: string[], since: number) =>
        (await publications.ofArticles(tenant, articleIds, since)).map((p) => p.id);
      expect([await written(['77', '78'], 0), await written(['77', '78'], 11), await written([], 0)]).toEqual([
        ['p', 'q'],
        ['q'],
        [],
      ]);
    });

    it('stores a fix once, lists by state, and for no state nothing', async () => {
      const { fixes } = make();
      const [tenant, other] = twoTenants();
      await fixes.add(tenant, aFix('b', { createdAt: 5 }));
      await fixes.add(tenant, aFix('a'));
      await fixes.add(tenant, aFix('a', { title: 'again', state: 'approved' }));
      await fixes.add(other, aFix('a', { gapId: 'theirs' }));
      expect((await fixes.ofGap(tenant, 'gap')).map((fix) => fix.id)).toEqual(['b', 'a']);
      expect((await fixes.list(tenant, ['in_review'])).map((fix) => fix.id)).toEqual(['b', 'a']);
      expect(await fixes.list(tenant, ['approved'])).toEqual([]);
      expect(await fixes.list(tenant, [])).toEqual([]);
    });

    it('tells what became of every decided fix, by how sure its evidence was', async () => {
      const { fixes } = make();
      const [tenant] = twoTenants();
      const ends = [
        aFix('1', { state: 'published', createdAt: 4, rawConfidence: 0.25, confidence: 1 }),
        aFix('2', { state: 'approved', createdAt: 3, isEdited: true, category: 'A "quoted" name' }),
        aFix('3', { state: 'rejected', createdAt: 2 }),
        aFix('4', { state: 'rolled_back', createdAt: 1 }),
        aFix('5', { state: 'in_review' }),
        aFix('6', { state: 'rejected', rawConfidence: null }),
      ];
      for (const fix of ends) await fixes.add(tenant, fix);
      const history = await fixes.history(tenant);
      expect(history.map(({ id, confidence, category, outcome }) => [id, confidence, category, outcome])).toEqual([
        ['4', 0.7, 'Guides', 'reverted'],
        ['3', 0.7, 'Guides', 'rejected'],
        ['2', 0.7, 'A "quoted" name', 'edited'],
        ['1', 0.25, 'Guides', 'approved'],
      ]);
      expect(history[0]).toMatchObject({ title: 'Export', kind: 'article_patch', createdAt: 1, calibrated: 0.8 });
      expect(history[0]).toMatchObject({ gates: [], rehearsal: null, support: { agents: 2, organizations: 2 } });
      expect(JSON.stringify(history)).not.toContain('words</p>');
    });
  });

  describe('publications', () => {
    it('stores snapshot and intent once, and answers what stands', async () => {
      const { publications } = make();
      const [tenant, other] = twoTenants();
      const first = aPublication('p');
      expect(await publications.intend(tenant, first)).toEqual(first);
      expect(await publications.intend(tenant, aPublication('p', { by: 'second', at: 99 }))).toEqual(first);
      expect(await publications.get(other, 'p')).toBeNull();
      expect(await publications.list(tenant)).toEqual([first]);
    });

    it('moves from a named state once, with what was done', async () => {
      const { publications, activity } = make();
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other]) await publications.intend(id, aPublication('p'));
      const send = () => publications.move(tenant, 'p', ['intent'], { state: 'sent', articleId: '8' }, anActivity());
      expect((await Promise.all([send(), send()])).filter(Boolean).length).toBe(1);
      expect(await publications.move(tenant, 'p', [], { state: 'done' }, anActivity())).toBe(false);
      expect(await publications.get(tenant, 'p')).toEqual(aPublication('p', { state: 'sent', articleId: '8' }));
      expect((await activity.list(tenant, 9)).length).toBe(1);
      expect((await publications.get(other, 'p'))?.state).toBe('intent');
    });
  });

  describe('automatic publications of all tenants', () => {
    it('are the latest that nobody approved and that stood, with which of them were taken back', async () => {
      const { publications, fixes } = make();
      const [tenant, other] = twoTenants();
      const far = 9_000_000;
      const put = async (of: string, id: string, at: number, more: Partial<Publication> = {}) => {
        const stands = { state: 'done' as const, at: far + at, fixId: `f-${id}`, ...more };
        await publications.intend(of, aPublication(id, stands));
      };
      await put(tenant, 'a', 1);
      await put(other, 'b', 2, { state: 'rolled_back' });
      await put(tenant, 'c', 3, { state: 'rolled_back' });
      await put(tenant, 'by-a-person', 4, { by: 'ada' });
      await put(tenant, 'a-rollback', 5, { reverts: 'c' });
      await put(tenant, 'not-yet', 6, { state: 'sent' });
      await put(tenant, 'never', 7, { state: 'failed' });
      await fixes.add(tenant, aFix('f-c', { state: 'rolled_back' }));
      await fixes.add(other, aFix('f-b', { state: 'escalated' }));
      const mine = (await publications.lastAutomatic(99)).filter((end) => [tenant, other].includes(end.tenant));
      expect(mine).toEqual([
        { tenant, id: 'c', isTakenBack: true },
        { tenant: other, id: 'b', isTakenBack: false },
        { tenant, id: 'a', isTakenBack: false },
      ]);
      expect((await publications.lastAutomatic(2)).length).toBe(2);
    });
  });

  describe('activity', () => {
    it('gives entries by their place, oldest first, and keeps one seal a place', async () => {
      const { activity } = make();
      const [tenant, other] = twoTenants();
      for (const what of ['one', 'two', 'three']) await activity.add(tenant, anActivity({ what }));
      const all = await activity.after(tenant, 0, 9);
      expect(all.map((entry) => entry.what)).toEqual(['one', 'two', 'three']);
      expect(await activity.after(tenant, all[0]?.id ?? 0, 1)).toEqual([all[1]]);
      expect(await activity.after(other, 0, 9)).toEqual([]);
      for (const hash of ['first', 'second']) await activity.seal(tenant, { upTo: 2, hash, at: 5 });
      await activity.seal(tenant, { upTo: 1, hash: 'earlier', at: 6 });
      expect((await activity.seals(tenant)).map((seal) => seal.hash)).toEqual(['earlier', 'first']);
      expect(await activity.seals(other)).toEqual([]);
    });

    it('lists the newest first, as many as asked', async () => {
      const { activity } = make();
      const [tenant] = twoTenants();
      for (const what of ['one', 'two', 'three']) await activity.add(tenant, anActivity({ what }));
      expect((await activity.list(tenant, 2)).map((entry) => entry.what)).toEqual(['three', 'two']);
    });
  });
}
