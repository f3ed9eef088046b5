import { describe, expect, it } from 'vitest';
import type { LoopMessage } from '../../worker/loop/ports/messages.ts';
import { aConversation, aFix, aGap, anEntry, anObservation, aQuestion, aSolvedEntry } from './examples.ts';
import { type MakeStores, twoTenants } from './stores.ts';

const draft: LoopMessage = { type: 'draft', at: 1, gapId: 'g' };

/** What leaves when its time is over. */
export function retentionContract(make: MakeStores): void {
  describe('retention', () => {
    it('forgets old text but what is still cited, and only of the tenant', async () => {
      const { observations, retention } = make();
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other])
        for (const [i, at] of [10, 10, 20].entries())
          await observations.record(id, {
            observation: anObservation(`c${i}`, { at }),
            conversation: aConversation(`c${i}`, { updatedAt: at }),
            entries: [anEntry(i + 1)],
            gaps: [],
          });
      await retention.forgetText(tenant, 20, ['c1']);
      const left = async (id: string) => (await observations.conversations(id, ['c0', 'c1', 'c2'])).map((c) => c.id);
      expect([await left(tenant), await left(other)]).toEqual([
        ['c1', 'c2'],
        ['c0', 'c1', 'c2'],
      ]);
      const questions = (await observations.list(tenant, null, 9)).map((o) => o.question === '');
      expect(questions).toEqual([true, false, false]);
      await retention.forgetText(tenant, 99, []);
      expect(await left(tenant)).toEqual([]);
    });

    it('takes the words of old conversations out of the log, as far as a snapshot holds what they taught', async () => {
      const { learningLog, retention } = make();
      const [tenant, other] = twoTenants();
      const all = [aSolvedEntry(1, { at: 10 }), aSolvedEntry(2, { at: 30 }), aSolvedEntry(3, { at: 10 })];
      for (const id of [tenant, other]) await learningLog.append(id, all);
      await learningLog.writeSnapshot(tenant, 'en', 2, [], []);
      await learningLog.writeSnapshot(other, 'en', 2, [], []);
      await retention.forgetText(tenant, 20, []);
      const spoken = async (id: string) =>
        (await learningLog.entries(id, 'en', 0, 9)).map((e) => e.kind === 'solved' && e.solved.agentTurns.length > 0);
      expect([await spoken(tenant), await spoken(other)]).toEqual([
        [false, true, true],
        [true, true, true],
      ]);
    });

    it('forgets what an observation taught after its time, but what is cited or no snapshot holds', async () => {
      const { learningLog, observations, retention } = make();
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other]) {
        for (const [i, [name, at]] of (
          [
            ['old', 10],
            ['cited', 10],
            ['young', 30],
            ['late', 10],
          ] as const
        ).entries())
          await observations.record(id, {
            observation: anObservation(name, { at }),
            conversation: null,
            entries: [aSolvedEntry(i + 1, { conversationId: name, at })],
            gaps: [],
          });
        await learningLog.writeSnapshot(id, 'en', 3, [], []);
      }
      await retention.forgetFeatures(tenant, 20, ['cited']);
      const taught = async (id: string) =>
        (await learningLog.entries(id, 'en', 0, 9)).map((e) => e.kind === 'solved' && e.solved.conversationId);
      expect(await taught(tenant)).toEqual(['cited', 'young', 'late']);
      expect(await taught(other)).toHaveLength(4);
      const known = async (id: string) => (await observations.list(id, null, 9)).map((o) => o.conversationId).sort();
      expect([await known(tenant), await known(other)]).toEqual([
        ['cited', 'young'],
        ['cited', 'late', 'old', 'young'],
      ]);
      await learningLog.writeSnapshot(tenant, 'en', 4, [], []);
      await retention.forgetFeatures(tenant, 99, []);
      expect(await taught(tenant)).toEqual(['late']);
      expect(await learningLog.head(tenant)).toBe(4);
    });

    it('forgets the quotes of fixes that came to nothing, and keeps those of what is open or live', async () => {
      const { fixes, retention } = make();
      const [tenant, other] = twoTenants();
      const evidence = ['a', 'b'].map((conversationId) => ({
        conversationId,
        turnId: '1',
        quote: `said in ${conversationId}`,
      }));
      for (const id of [tenant, other])
        for (const state of ['rejected', 'superseded', 'published', 'in_review'] as const)
          await fixes.add(id, aFix(state, { gapId: state, state, evidence, createdAt: 10 }));
      const quotes = async (id: string, fix: string) => (await fixes.get(id, fix))?.evidence.map(({ quote }) => quote);
      await retention.forgetQuotes(tenant, 10);
      expect(await quotes(tenant, 'superseded')).toEqual(['said in a', 'said in b']);
      await retention.forgetQuotes(tenant, 11);
      expect(await quotes(tenant, 'superseded')).toEqual(['', '']);
      expect((await fixes.get(tenant, 'rejected'))?.evidence[0]).toEqual({
        conversationId: 'a',
        turnId: '1',
        quote: '',
      });
      for (const fix of ['published', 'in_review']) expect(await quotes(tenant, fix)).not.toContain('');
      expect(await quotes(other, 'rejected')).not.toContain('');
    });

    it('takes an erased conversation out of every fix: what stands says so, what waits is gone and its gap open', async () => {
      const { fixes, gaps, observations, questions, retention } = make();
      const [tenant, other] = twoTenants();
      const evidence = ['a', 'b'].map((conversationId) => ({
        conversationId,
        turnId: '1',
        quote: `said in ${conversationId}`,
      }));
      for (const id of [tenant, other])
        for (const state of ['rejected', 'superseded', 'published', 'in_review'] as const) {
          await fixes.add(
            id,
            aFix(state, { gapId: state, state, evidence, createdAt: 10, bodyHtml: '<p>said in a</p>' }),
          );
          const gap = aGap(state, { state: state === 'in_review' ? 'in_review' : 'open' });
          await observations.record(id, {
            observation: anObservation(state),
            conversation: null,
            entries: [],
            gaps: [gap],
          });
          await questions.add(id, aQuestion(state, { fixId: state }));
        }
      expect(await retention.eraseConversation(tenant, 'a')).toEqual({ standing: 1 });
      const read = async (id: string, fix: string) => {
        const { state, bodyHtml, evidence: quotes, evidenceLeft } = (await fixes.get(id, fix))!;
        return { state, bodyHtml, quotes: quotes.map(({ quote }) => quote), evidenceLeft };
      };
      expect(await read(tenant, 'published')).toEqual({
        state: 'published',
        bodyHtml: '<p>said in a</p>',
        quotes: ['', 'said in b'],
        evidenceLeft: 1,
      });
      for (const fix of ['rejected', 'superseded', 'in_review'])
        expect(await read(tenant, fix)).toMatchObject({
          state: fix === 'in_review' ? 'superseded' : fix,
          bodyHtml: '',
          quotes: ['', ''],
        });
      expect((await gaps.get(tenant, 'in_review'))?.state).toBe('open');
      expect([await questions.ofFix(tenant, 'in_review'), (await questions.ofFix(other, 'in_review')).length]).toEqual([
        [],
        1,
      ]);
      expect(await read(other, 'in_review')).toMatchObject({ state: 'in_review', quotes: ['said in a', 'said in b'] });
      expect(await retention.eraseConversation(tenant, 'a')).toEqual({ standing: 0 });
    });

    it('erases every text of one conversation, and of no other', async () => {
      const { learningLog, observations, retention } = make();
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other])
        for (const [i, name] of ['a', 'b'].entries())
          await observations.record(id, {
            observation: anObservation(name),
            conversation: aConversation(name),
            entries: [aSolvedEntry(i + 1, { conversationId: name })],
            gaps: [],
          });
      await retention.eraseConversation(tenant, 'a');
      expect(await observations.conversation(tenant, 'a')).toBeNull();
      expect(await observations.find(tenant, 'a')).toBeNull();
      expect(JSON.stringify(await learningLog.entries(tenant, 'en', 0, 1))).not.toContain('words');
      expect(await observations.conversation(tenant, 'b')).not.toBeNull();
      expect(await observations.conversation(other, 'a')).not.toBeNull();
      expect(JSON.stringify(await learningLog.entries(other, 'en', 0, 1))).toContain('words');
    });

    it('forgets work that ended long ago, never work that waits', async () => {
      let now = 10;
      const { inbox, retention } = make({ now: () => now });
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other])
        await inbox.add(
          id,
          ['done', 'waiting'].map((key) => ({ key, message: draft })),
        );
      for (const id of [tenant, other]) await inbox.settle(id, ['done'], []);
      await retention.forgetDoneWork(tenant, 10);
      now = 20;
      expect(await inbox.add(tenant, [{ key: 'done', message: draft }])).toBe(0);
      await retention.forgetDoneWork(tenant, 11);
      expect(await inbox.add(tenant, [{ key: 'done', message: draft }])).toBe(1);
      expect(await inbox.add(tenant, [{ key: 'waiting', message: draft }])).toBe(0);
      expect(await inbox.add(other, [{ key: 'done', message: draft }])).toBe(0);
    });
  });
}
