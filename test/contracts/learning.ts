import { describe, expect, it } from 'vitest';
import { aConversation, aGap, anEntry, anObservation } from './examples.ts';
import { type MakeStores, twoTenants } from './stores.ts';

export function learningContract(make: MakeStores): void {
  describe('learning log', () => {
    it('refuses a second writer of the same number, and stores nothing of what came with it', async () => {
      const { learningLog, observations, gaps } = make();
      const [tenant] = twoTenants();
      await learningLog.append(tenant, [anEntry(1)]);
      const late = {
        observation: anObservation('c'),
        conversation: aConversation('c'),
        entries: [anEntry(2), anEntry(1)],
        gaps: [aGap('g')],
      };
      await expect(observations.record(tenant, late)).rejects.toThrow();
      await expect(learningLog.append(tenant, [anEntry(2), anEntry(1)])).rejects.toThrow();
      expect(await observations.find(tenant, 'c')).toBeNull();
      expect(await observations.conversation(tenant, 'c')).toBeNull();
      expect(await gaps.get(tenant, 'g')).toBeNull();
      expect(await learningLog.head(tenant)).toBe(1);
    });

    it('gives the entries of one language in order, a page at a time, of one tenant only', async () => {
      const { learningLog } = make();
      const [tenant, other] = twoTenants();
      await learningLog.append(tenant, [anEntry(1), anEntry(2, 'd', 'de'), anEntry(3)]);
      await learningLog.append(other, [anEntry(1, 'theirs')]);
      expect(await learningLog.entries(tenant, 'en', 0, 1)).toEqual([anEntry(1)]);
      expect(await learningLog.entries(tenant, 'en', 1, 9)).toEqual([anEntry(3)]);
      expect(await learningLog.languages(tenant)).toEqual(['de', 'en']);
      expect([await learningLog.head(tenant), await learningLog.head(other)]).toEqual([3, 1]);
    });

    it('replaces changed rows of a snapshot, removes gone ones and says up to where it holds', async () => {
      const { learningLog } = make();
      const [tenant, other] = twoTenants();
      const row = (key: string, json: string) => ({ kind: 'issue', key, json });
      expect(await learningLog.snapshotSeq(tenant, 'en')).toBeNull();
      expect(await learningLog.snapshot(tenant, 'en')).toBeNull();
      await learningLog.writeSnapshot(tenant, 'en', 5, [row('a', '1'), row('b', '"2"')], []);
      await learningLog.writeSnapshot(other, 'en', 9, [row('a', 'theirs')], []);
      await learningLog.writeSnapshot(tenant, 'en', 7, [row('b', '3')], [row('a', '')]);
      await learningLog.writeSnapshot(tenant, 'en', 8, [], []);
      expect(await learningLog.snapshot(tenant, 'en')).toEqual({ seq: 8, rows: [row('b', '3')] });
      expect(await learningLog.snapshotSeq(tenant, 'en')).toBe(8);
      expect(await learningLog.snapshot(other, 'en')).toEqual({ seq: 9, rows: [row('a', 'theirs')] });
      expect(await learningLog.snapshot(tenant, 'de')).toBeNull();
    });
  });

  describe('observations', () => {
    it('stores an observation with all that came of it, and replaces it by a later one', async () => {
      const { observations, learningLog, gaps } = make();
      const [tenant] = twoTenants();
      const [observation, conversation] = [anObservation('c'), aConversation('c')];
      await observations.record(tenant, { observation, conversation, entries: [anEntry(1)], gaps: [aGap('g')] });
      const withdrawn = anObservation('c', { state: 'withdrawn', at: 20 });
      await observations.record(tenant, {
        observation: withdrawn,
        conversation: null,
        entries: [anEntry(2)],
        gaps: [],
      });
      expect(await observations.find(tenant, 'c')).toEqual(withdrawn);
      expect(await observations.conversation(tenant, 'c')).toEqual(conversation);
      expect(await gaps.get(tenant, 'g')).toEqual(aGap('g'));
      expect(await learningLog.head(tenant)).toBe(2);
    });

    it('moves earlier conversations to the issue they turned out to belong to, of the tenant alone', async () => {
      const { observations } = make();
      const [tenant, other] = twoTenants();
      const record = (id: string, seq: number, name: string, moved: { conversationId: string; issueId: string }[]) =>
        observations.record(id, {
          observation: anObservation(name),
          conversation: aConversation(name),
          entries: [anEntry(seq)],
          gaps: [],
          moved,
        });
      for (const id of [tenant, other]) await record(id, 1, 'a', []);
      await record(tenant, 2, 'b', [
        { conversationId: 'a', issueId: 'new' },
        { conversationId: 'unknown', issueId: 'new' },
      ]);
      const issueOf = async (id: string, name: string) => (await observations.find(id, name))?.issueId;
      expect([await issueOf(tenant, 'a'), await issueOf(tenant, 'b'), await issueOf(other, 'a')]).toEqual([
        'new',
        'issue',
        'issue',
      ]);
    });

    it('finds what a person asked, and what they only wrote in', async () => {
      const { observations } = make();
      const [tenant, other] = twoTenants();
      const turn = { id: '1', author: 'agent' as const, personId: 'mia', text: 'Words.', at: 1 };
      for (const id of [tenant, other])
        for (const [i, name] of ['asked', 'written in', 'neither'].entries())
          await observations.record(id, {
            observation: anObservation(name, { requesterId: i === 0 ? 'mia' : 'person' }),
            conversation: i === 0 ? null : aConversation(name, { turns: i === 1 ? [turn] : [] }),
            entries: [anEntry(i + 1)],
            gaps: [],
          });
      const found = await observations.withWordsOf(tenant, 'mia', 9);
      expect(found.map((o) => o.conversationId).sort()).toEqual(['asked', 'written in']);
      expect(await observations.withWordsOf(tenant, 'mia', 1)).toHaveLength(1);
      expect(await observations.withWordsOf(tenant, 'mi', 9)).toEqual([]);
    });

    it('leaves the state of a gap to its deciders, and opens a withdrawn one again', async () => {
      const { observations, gaps } = make();
      const [tenant] = twoTenants();
      const record = (seq: number, more: object) =>
        observations.record(tenant, {
          observation: anObservation('c'),
          conversation: null,
          entries: [anEntry(seq)],
          gaps: [aGap('g', more)],
        });
      await record(1, {});
      await gaps.setState(tenant, 'g', 'approved', 30);
      await record(2, { state: 'in_review', conversationIds: ['1', '2'], updatedAt: 40 });
      expect(await gaps.get(tenant, 'g')).toEqual(
        aGap('g', { state: 'approved', conversationIds: ['1', '2'], updatedAt: 40 }),
      );
      await gaps.setState(tenant, 'g', 'withdrawn', 50);
      await record(3, { state: 'open', updatedAt: 60 });
      expect((await gaps.get(tenant, 'g'))?.state).toBe('open');
    });

    it('keeps the first suggestion of a conversation', async () => {
      const { observations } = make();
      const [tenant] = twoTenants();
      const first = anObservation('c', { state: 'suggested' });
      await observations.suggest(tenant, first, aConversation('c'));
      await observations.suggest(tenant, { ...first, suggestedArticleIds: [] }, aConversation('c'));
      expect(await observations.find(tenant, 'c')).toEqual(first);
    });

    it('finds one person, one time, one issue, one language, and nothing of another tenant', async () => {
      const { observations } = make();
      const [tenant, other] = twoTenants();
      const all = [
        anObservation('a', { at: 10 }),
        anObservation('b', { at: 20, requesterId: 'other' }),
        anObservation('c', { at: 30, issueId: 'second' }),
        anObservation('d', { at: 30, question: '', language: 'de', state: 'withdrawn' }),
      ];
      for (const [seq, observation] of all.entries())
        await observations.record(tenant, { observation, conversation: null, entries: [anEntry(seq + 1)], gaps: [] });
      const theirs = { observation: anObservation('a'), conversation: aConversation('a'), gaps: [aGap('g')] };
      await observations.record(other, { ...theirs, entries: [anEntry(1)] });
      const ids = (found: { conversationId: string }[]) => found.map((o) => o.conversationId);
      expect(ids(await observations.recentOf(tenant, 'person', 10, 30))).toEqual(['a']);
      expect(ids(await observations.recentOf(tenant, 'person', 0, 31))).toEqual(['c', 'd', 'a']);
      expect(ids(await observations.list(tenant, null, 2))).toEqual(['a', 'b']);
      expect(ids(await observations.list(tenant, { at: 30, id: 'o-c' }, 9))).toEqual(['d']);
      const asked = await observations.ofIssues(tenant, ['issue', 'second'], 10, 2);
      expect(asked.map(({ at, issueId, requesterId }) => [at, issueId, requesterId])).toEqual([
        [20, 'issue', 'other'],
        [30, 'second', 'person'],
      ]);
      expect(await observations.ofIssues(tenant, ['issue'], 21, 9)).toEqual([]);
      expect(await Promise.all([10, 11, 31].map((since) => observations.countSince(tenant, since)))).toEqual([3, 2, 0]);
      expect(ids(await observations.sample(tenant, 'en', ['a'], 9))).toEqual(['b', 'c']);
      expect(await observations.conversations(tenant, ['a'])).toEqual([]);
      expect(await observations.knownUpTo(other, ['a', 'zz'])).toEqual(new Map([['a', 10]]));
    });

    it('gives conversations by when they ended, and of one moment by what was said, whatever their numbers are', async () => {
      const { observations } = make();
      const [tenant] = twoTenants();
      const said = (id: string, text: string, updatedAt: number) =>
        aConversation(id, { updatedAt, turns: [{ id: `${id}-1`, author: 'agent', personId: 'a', text, at: 1 }] });
      const all = [said('1', 'Press b.', 10), said('2', 'Press a.', 10), said('10', 'Press c.', 5)];
      for (const [i, conversation] of all.entries())
        await observations.record(tenant, {
          observation: anObservation(conversation.id),
          conversation,
          entries: [anEntry(i + 1)],
          gaps: [],
        });
      const found = await observations.conversations(tenant, ['1', '2', '10']);
      expect(found.map((c) => c.id)).toEqual(['10', '2', '1']);
    });

    it('draws the same controls for the same questions in two tenants whose conversations have other numbers', async () => {
      const { observations } = make();
      const [one, other] = twoTenants();
      const questions = Array.from({ length: 12 }, (_, i) => `How do I export list ${i}?`);
      for (const [tenant, prefix] of [
        [one, 'z'],
        [other, '9'],
      ] as const)
        for (const [i, question] of questions.entries()) {
          const id = `${prefix}${tenant === one ? i : 50 - i}`;
          const observation = anObservation(id, { id: `o-${tenant}-${id}`, question });
          await observations.record(tenant, { observation, conversation: null, entries: [anEntry(i + 1)], gaps: [] });
        }
      const drawn = async (tenant: string) => (await observations.sample(tenant, 'en', [], 5)).map((o) => o.question);
      expect(await drawn(one)).toEqual(await drawn(other));
      expect(await drawn(one)).not.toEqual(questions.slice(0, 5));
    });

    it('draws from what was said before a time', async () => {
      const { observations } = make();
      const [tenant] = twoTenants();
      for (const [i, at] of [10, 20, 30].entries())
        await observations.record(tenant, {
          observation: anObservation(`c${i}`, { at, question: `How do I export list ${i}?` }),
          conversation: null,
          entries: [anEntry(i + 1)],
          gaps: [],
        });
      const drawn = async (before?: number) =>
        (await observations.sample(tenant, 'en', [], 9, before)).map((o) => o.at);
      expect([(await drawn(20)).sort(), (await drawn()).sort()]).toEqual([[10], [10, 20, 30]]);
    });

    it('selects nothing for an empty list, and all of a long one', async () => {
      const { observations } = make();
      const [tenant] = twoTenants();
      const ids = Array.from({ length: 150 }, (_, i) => `c${i}`);
      for (const [i, id] of ids.entries())
        await observations.record(tenant, {
          observation: anObservation(id),
          conversation: aConversation(id),
          entries: [anEntry(i + 1)],
          gaps: [],
        });
      expect(await observations.conversations(tenant, [])).toEqual([]);
      expect((await observations.knownUpTo(tenant, [])).size).toBe(0);
      expect(await observations.ofIssues(tenant, [], 0, 9)).toEqual([]);
      const asked = [...ids, ...Array.from({ length: 2000 }, (_, i) => `missing ${i} "'`)];
      expect((await observations.conversations(tenant, asked)).length).toBe(150);
      expect(await observations.sample(tenant, 'en', ids, 9)).toEqual([]);
    });
  });
}
