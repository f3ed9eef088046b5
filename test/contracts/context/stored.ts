import { describe, expect, it } from 'vitest';
import type { ChangeNote } from '../../../shared/context/change-note.ts';
import type { TrackedIssue } from '../../../shared/context/tracked-issue.ts';
import { anActivity } from '../examples.ts';
import { type MakeStores, twoTenants } from '../stores.ts';

export const aChangeNote = (id: string, more: Partial<ChangeNote> = {}): ChangeNote => ({
  id,
  externalId: `external ${id}`,
  source: 'signed',
  hash: `hash ${id}`,
  title: 'A larger import',
  text: 'A file can hold up to 2,000 rows.',
  kind: 'changed',
  url: null,
  at: 10,
  isReleased: true,
  isWithdrawn: false,
  toldAt: 10,
  reading: null,
  documentedAt: null,
  ...more,
});

export const aTrackedIssue = (id: string, more: Partial<TrackedIssue> = {}): TrackedIssue => ({
  id,
  fixId: `fix ${id}`,
  gapId: `gap ${id}`,
  title: 'The app closes when clocking out',
  tracker: 'github',
  state: 'filing',
  ref: null,
  url: null,
  counted: 5,
  filedAt: 10,
  checkedAt: 10,
  detail: null,
  ...more,
});

export function contextContract(make: MakeStores): void {
  describe('change notes', () => {
    const draft = { type: 'draft' as const, at: 10, gapId: 'n' };

    it('are stored once by id and hash, and read again where they say something else', async () => {
      const { changeNotes, inbox, activity } = make();
      const [tenant, other] = twoTenants();
      expect(await changeNotes.put(tenant, aChangeNote('n'), [draft])).toBe(true);
      expect(await changeNotes.put(tenant, aChangeNote('n', { toldAt: 99 }), [{ ...draft, at: 99 }])).toBe(false);
      const reading = { outcome: 'nothing' as const, articles: [], gapIds: [] };
      await changeNotes.settle(tenant, 'n', 'another hash', reading, anActivity());
      expect((await changeNotes.get(tenant, 'n'))?.reading).toBeNull();
      for (const _ of ['once', 'again']) await changeNotes.settle(tenant, 'n', 'hash n', reading, anActivity());
      expect((await activity.list(tenant, 9)).length).toBe(1);
      await changeNotes.document(tenant, 'n', 30);
      await changeNotes.document(tenant, 'n', 40);
      expect(await changeNotes.get(tenant, 'n')).toEqual(aChangeNote('n', { reading, documentedAt: 30 }));
      const anew = aChangeNote('n', { hash: 'new', text: 'It is 3,000 rows.', toldAt: 20 });
      expect(await changeNotes.put(tenant, anew, [{ ...draft, at: 20 }])).toBe(true);
      expect(await changeNotes.get(tenant, 'n')).toEqual({ ...anew, documentedAt: 30 });
      expect((await inbox.due(tenant, 99, 0, 9)).map((row) => row.key)).toEqual(['draft:n:10', 'draft:n:20']);
      expect(await changeNotes.get(other, 'n')).toBeNull();
    });

    it('are listed latest first, counted, and leave with their source or their time', async () => {
      const { changeNotes } = make();
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other])
        for (const [i, source] of ['signed', 'feed', 'feed'].entries())
          await changeNotes.put(id, aChangeNote(`${i}`, { source, toldAt: 10 * i }), []);
      const ids = async () => (await changeNotes.list(tenant, 9)).map(({ id }) => id);
      expect(await ids()).toEqual(['2', '1', '0']);
      expect((await changeNotes.list(tenant, 1)).map(({ id }) => id)).toEqual(['2']);
      expect(await changeNotes.countSince(tenant, 10)).toBe(2);
      await changeNotes.forget(tenant, 20);
      expect(await ids()).toEqual(['2']);
      await changeNotes.removeSource(tenant, 'feed');
      expect([await ids(), (await changeNotes.list(other, 9)).length]).toEqual([[], 3]);
    });
  });

  describe('what the product says of people', () => {
    it('may be used until its time, is replaced by a later answer, and leaves with the person', async () => {
      const { productFacts } = make();
      const [tenant, other] = twoTenants();
      const facts = { as_of: '2026-11-04T09:00:00Z', permissions: ['report:read'] };
      for (const id of [tenant, other]) {
        await productFacts.put(id, 'ada', { facts: null, asOf: 1, until: 5 });
        await productFacts.put(id, 'ada', { facts, asOf: 2, until: 20 });
        await productFacts.put(id, 'bo', { facts: null, asOf: 2, until: 30 });
      }
      expect(await productFacts.get(tenant, 'ada', 19)).toEqual({ facts, asOf: 2, until: 20 });
      expect(await productFacts.get(tenant, 'ada', 20)).toBeNull();
      expect(await productFacts.get(tenant, 'bo', 0)).toEqual({ facts: null, asOf: 2, until: 30 });
      await productFacts.forgetPerson(tenant, 'bo');
      await productFacts.forget(tenant, 20);
      expect([await productFacts.get(tenant, 'bo', 0), (await productFacts.get(tenant, 'ada', 0))?.until]).toEqual([
        null,
        20,
      ]);
      await productFacts.forget(tenant, 21);
      expect([await productFacts.get(tenant, 'ada', 0), (await productFacts.get(other, 'ada', 0))?.until]).toEqual([
        null,
        20,
      ]);
    });
  });

  describe('issues at trackers', () => {
    it('are begun once, moved only from where they stand, and tell of it once', async () => {
      const { trackedIssues, activity, inbox } = make();
      const [tenant, other] = twoTenants();
      expect(await trackedIssues.begin(tenant, aTrackedIssue('i'))).toEqual(aTrackedIssue('i'));
      expect((await trackedIssues.begin(tenant, aTrackedIssue('i', { filedAt: 99 }))).filedAt).toBe(10);
      const next = [{ type: 'settle' as const, at: 20, gapId: 'i' }];
      const filed = { state: 'open' as const, ref: '7', url: 'https://example.org/7', checkedAt: 20 };
      expect(await trackedIssues.move(tenant, 'i', ['filing'], filed, { activity: anActivity(), next })).toBe(true);
      expect(await trackedIssues.move(tenant, 'i', ['filing'], filed, { activity: anActivity(), next })).toBe(false);
      expect(await trackedIssues.move(other, 'i', ['open'], { state: 'done' })).toBe(false);
      expect(await trackedIssues.ofRef(tenant, 'github', '7')).toEqual(aTrackedIssue('i', filed));
      expect(await trackedIssues.ofRef(tenant, 'linear', '7')).toBeNull();
      expect(await trackedIssues.ofRef(other, 'github', '7')).toBeNull();
      expect((await activity.list(tenant, 9)).length).toBe(1);
      expect((await inbox.due(tenant, 99, 0, 9)).map((row) => row.key)).toEqual(['settle:i:20']);
    });

    it('are found by state and by gap, and leave with their tracker', async () => {
      const { trackedIssues } = make();
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other]) {
        await trackedIssues.begin(id, aTrackedIssue('a'));
        await trackedIssues.begin(id, aTrackedIssue('b', { checkedAt: 20, state: 'open', ref: '8' }));
        await trackedIssues.begin(id, aTrackedIssue('c', { tracker: 'jira', state: 'open', ref: 'X-1' }));
      }
      const ids = (found: TrackedIssue[]) => found.map(({ id }) => id);
      expect(ids(await trackedIssues.list(tenant, ['open', 'filing']))).toEqual(['b', 'c', 'a']);
      expect(ids(await trackedIssues.list(tenant, ['done']))).toEqual([]);
      expect(ids(await trackedIssues.ofGaps(tenant, ['gap a', 'gap c', 'gap z']))).toEqual(['c', 'a']);
      expect(await trackedIssues.ofGaps(tenant, [])).toEqual([]);
      await trackedIssues.removeTracker(tenant, 'github');
      expect(ids(await trackedIssues.list(tenant, ['open', 'filing']))).toEqual(['c']);
      expect((await trackedIssues.list(other, ['open'])).length).toBe(2);
    });
  });
}
