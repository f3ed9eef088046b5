import { describe, expect, it } from 'vitest';
import { policySchema } from '../../shared/policy.ts';
import { NotFound } from '../../worker/loop/errors.ts';
import type { LoopMessage } from '../../worker/loop/messages.ts';
import { aConversation, aFix, anArticle, anEntry, anObservation, aSolvedEntry, aTenant } from './examples.ts';
import { type MakeStores, twoTenants } from './stores.ts';

const draft: LoopMessage = { type: 'draft', at: 1, gapId: 'g' };

export function accountsContract(make: MakeStores): void {
  describe('tenants', () => {
    it('connects a tenant again without forgetting its policy', async () => {
      const { tenants } = make();
      const [id] = twoTenants();
      await tenants.put(aTenant(id), policySchema.parse({ isStopped: true }));
      await tenants.put(aTenant(id, { subdomain: 'renamed' }), policySchema.parse({}));
      expect(await tenants.find(id)).toEqual(aTenant(id, { subdomain: 'renamed' }));
      expect((await tenants.policy(id)).isStopped).toBe(true);
    });

    it('knows nobody who was not connected, and has no policy for them', async () => {
      const { tenants } = make();
      const [id] = twoTenants();
      expect(await tenants.find(id)).toBeNull();
      await expect(tenants.policy(id)).rejects.toThrow(NotFound);
    });

    it('stops one tenant with the reason, and shows it at once', async () => {
      const { tenants, activity } = make({ now: () => 5 });
      const [id, other] = twoTenants();
      for (const each of [id, other]) await tenants.put(aTenant(each), policySchema.parse({}));
      expect((await tenants.find(id))?.state).toBe('active');
      await tenants.setState(id, 'auth_required', 'token refused');
      await tenants.setPolicy(id, policySchema.parse({ isStopped: true }), 'ada');
      expect((await tenants.find(id))?.state).toBe('auth_required');
      const active = (await tenants.list('active')).map((tenant) => tenant.id);
      expect([active.includes(id), active.includes(other)]).toEqual([false, true]);
      expect((await activity.list(id, 9)).map((a) => [a.what, a.actor])).toEqual([
        ['policy changed', 'ada'],
        ['tenant auth_required', 'mend'],
      ]);
      expect((await tenants.policy(other)).isStopped).toBe(false);
    });
  });

  describe('a tenant that leaves', () => {
    it('is told once, by whom and why, loses its secrets at once, and only connecting brings it back', async () => {
      let now = 5;
      const { tenants, activity, secrets } = make({ now: () => now });
      const [id, other] = twoTenants();
      for (const each of [id, other]) {
        await tenants.put(aTenant(each), policySchema.parse({}));
        await secrets.put(each, 'oauth', 'sealed');
      }
      expect(await tenants.setState(id, 'auth_required', 'refused')).toBe(true);
      expect(await tenants.setState(id, 'auth_required', 'refused again')).toBe(false);
      now = 9;
      expect(await tenants.setState(id, 'closing', 'disconnected', { actor: 'ada' })).toBe(true);
      expect(await tenants.setState(id, 'auth_required', 'refused')).toBe(false);
      expect(await tenants.setState(id, 'closing', 'again', { actor: 'bob' })).toBe(false);
      expect((await activity.list(id, 9)).map((a) => [a.what, a.actor, a.reason])).toEqual([
        ['tenant closing', 'ada', 'disconnected'],
        ['tenant auth_required', 'mend', 'refused'],
      ]);
      expect([await secrets.get(id, 'oauth'), await secrets.get(other, 'oauth')]).toEqual([null, 'sealed']);
      const leaving = async (since: number) => (await tenants.inStateSince('closing', since)).includes(id);
      expect([await leaving(8), await leaving(9)]).toEqual([false, true]);
      await tenants.put(aTenant(id), policySchema.parse({}));
      expect([(await tenants.find(id))?.state, await leaving(99)]).toEqual(['active', false]);
    });

    it('is purged when its time is over, and nobody else is', async () => {
      let now = 5;
      const { tenants, cursors, gaps, articles, articleIndex, inbox, retention } = make({ now: () => now });
      const [id, other] = twoTenants();
      for (const each of [id, other]) {
        await tenants.put(aTenant(each), policySchema.parse({}));
        await cursors.set(each, 'export', '1');
        await inbox.add(each, [{ key: 'k', message: draft }]);
        await articles.put(each, [anArticle('1')], 'seen');
      }
      const purged = async () => {
        while ((await retention.purge(id, 9, 2)) > 0);
      };
      await purged();
      now = 9;
      await tenants.setState(id, 'closing', 'disconnected');
      await retention.purge(id, 8, 2);
      expect(await cursors.get(id, 'export')).toBe('1');
      await purged();
      expect([await tenants.find(id), await cursors.get(id, 'export'), await gaps.list(id)]).toEqual([null, null, []]);
      expect([await articles.list(id), await articleIndex.search(id, 'export', 9)]).toEqual([[], []]);
      expect((await inbox.depth(id, 9)).waiting).toBe(0);
      expect([(await tenants.find(other))?.state, await cursors.get(other, 'export')]).toEqual(['active', '1']);
      expect((await articles.list(other)).length).toBe(1);
    });
  });

  describe('cursors and secrets', () => {
    it('keep the last value of each name, a tenant for itself', async () => {
      const { cursors, secrets } = make();
      const [tenant, other] = twoTenants();
      await cursors.set(tenant, 'export', '1');
      await cursors.set(tenant, 'export', '2');
      await secrets.put(tenant, 'access_token', 'sealed 1');
      await secrets.put(tenant, 'access_token', 'sealed 2');
      await secrets.put(other, 'access_token', 'theirs');
      expect([await cursors.get(tenant, 'export'), await cursors.get(other, 'export')]).toEqual(['2', null]);
      expect(await secrets.get(tenant, 'access_token')).toBe('sealed 2');
      await secrets.remove(tenant, 'access_token');
      await secrets.remove(tenant, 'nothing');
      expect([await secrets.get(tenant, 'access_token'), await secrets.get(other, 'access_token')]).toEqual([
        null,
        'theirs',
      ]);
    });
  });

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
      await retention.eraseConversation(tenant, 'a');
      expect(await quotes(tenant, 'rejected')).toEqual(['', 'said in b']);
      expect(await quotes(tenant, 'published')).toEqual(['said in a', 'said in b']);
      await retention.forgetQuotes(tenant, 10);
      expect(await quotes(tenant, 'superseded')).toEqual(['', 'said in b']);
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
      expect((await observations.find(tenant, 'a'))?.question).toBe('');
      expect((await observations.find(tenant, 'a'))?.signals).toEqual([]);
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
