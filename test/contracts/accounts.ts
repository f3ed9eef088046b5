import { describe, expect, it } from 'vitest';
import { policySchema } from '../../shared/policy.ts';
import { asWritten } from '../../shared/said/said.ts';
import { NotFound } from '../../worker/loop/ports/errors.ts';
import type { LoopMessage } from '../../worker/loop/ports/messages.ts';
import { inWords } from '../ground/in-words.ts';
import { anArticle, aTenant } from './examples.ts';
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
      await tenants.setState(id, 'auth_required', asWritten('token refused'));
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
      expect(await tenants.setState(id, 'auth_required', asWritten('refused'))).toBe(true);
      expect(await tenants.setState(id, 'auth_required', asWritten('refused again'))).toBe(false);
      now = 9;
      expect(await tenants.setState(id, 'closing', asWritten('disconnected'), { actor: 'ada' })).toBe(true);
      expect(await tenants.setState(id, 'auth_required', asWritten('refused'))).toBe(false);
      expect(await tenants.setState(id, 'closing', asWritten('again'), { actor: 'bob' })).toBe(false);
      expect(inWords((await activity.list(id, 9)).map((a) => [a.what, a.actor, a.reason]))).toEqual([
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
      await tenants.setState(id, 'closing', asWritten('disconnected'));
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
}
