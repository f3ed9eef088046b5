import { describe, expect, it } from 'vitest';
import { policySchema } from '../../shared/policy.ts';
import { NotFound } from '../../worker/loop/errors.ts';
import type { LoopMessage } from '../../worker/loop/messages.ts';
import { aConversation, anEntry, anObservation, aTenant } from './examples.ts';
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
