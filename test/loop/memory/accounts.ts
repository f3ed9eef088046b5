import { NotFound } from '../../../worker/loop/errors.ts';
import type { CursorStore, RetentionStore, SecretStore, TenantStore } from '../../../worker/loop/ports.ts';
import { at, copy, type Shelf } from './shelf.ts';

export function memoryTenants(shelf: Shelf, wallNow: () => number): TenantStore {
  const note = (tenant: string, actor: string, what: string, reason: string) =>
    shelf.activity.push({ tenant, activity: { at: wallNow(), actor, what, subject: tenant, reason } });
  return {
    find: async (id) => copy(shelf.tenants.get(id)?.tenant ?? null),
    list: async (state) =>
      [...shelf.tenants.values()].filter((row) => row.tenant.state === state).map((row) => copy(row.tenant)),
    async put(tenant, policy) {
      const known = shelf.tenants.get(tenant.id);
      const { subdomain, baseUrl, state, locale } = tenant;
      if (known) Object.assign(known.tenant, { subdomain, baseUrl, state, locale });
      else shelf.tenants.set(tenant.id, { tenant: copy(tenant), policy: copy(policy) });
    },
    async setState(id, state, reason) {
      const row = shelf.tenants.get(id);
      if (row) row.tenant.state = state;
      note(id, 'mend', `tenant ${state}`, reason);
    },
    async policy(id) {
      const row = shelf.tenants.get(id);
      if (!row) throw new NotFound(`tenant ${id}`);
      return copy(row.policy);
    },
    async setPolicy(id, policy, actor) {
      const row = shelf.tenants.get(id);
      if (row) row.policy = copy(policy);
      note(id, actor, 'policy changed', JSON.stringify(policy));
    },
  };
}

export function memoryCursors(shelf: Shelf): CursorStore {
  return {
    get: async (tenant, name) => shelf.cursors.get(at(tenant, name)) ?? null,
    async set(tenant, name, value) {
      shelf.cursors.set(at(tenant, name), value);
    },
  };
}

export function memorySecrets(shelf: Shelf): SecretStore {
  return {
    get: async (tenant, name) => shelf.secrets.get(at(tenant, name)) ?? null,
    async put(tenant, name, sealed) {
      shelf.secrets.set(at(tenant, name), sealed);
    },
    async remove(tenant, name) {
      shelf.secrets.delete(at(tenant, name));
    },
  };
}

export function memoryRetention(shelf: Shelf): RetentionStore {
  return {
    async forgetText(tenant, before, except) {
      for (const [key, row] of shelf.conversations) {
        const { id, updatedAt } = row.conversation;
        if (row.tenant === tenant && updatedAt < before && !except.includes(id)) shelf.conversations.delete(key);
      }
      for (const row of shelf.observations.values()) {
        const { at: when, conversationId } = row.observation;
        if (row.tenant === tenant && when < before && !except.includes(conversationId)) row.observation.question = '';
      }
    },
    async forgetDoneWork(tenant, before) {
      for (const [key, row] of shelf.inbox)
        if (row.tenant === tenant && row.state !== 'new' && row.receivedAt < before) shelf.inbox.delete(key);
    },
  };
}
