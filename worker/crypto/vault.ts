import type { SecretStore } from '../loop/ports/stores/tenants.ts';
import { open, type SealingKey, seal } from './seal.ts';

/** An opened secret is held this long in the isolate: a revoked one works no longer than that. */
const HELD_MS = 30_000;

/** A tenant's secrets, sealed at rest and bound to tenant and name. */
export interface Vault {
  get(tenant: string, name: string): Promise<string | null>;
  put(tenant: string, name: string, value: string): Promise<void>;
  /** Forgets what is held of a tenant, so that the next reading asks the store. */
  forget(tenant: string): void;
}

export function createVault(secrets: SecretStore, key: SealingKey, now: () => number): Vault {
  const held = new Map<string, { value: string | null; until: number }>();
  return {
    async get(tenant, name) {
      const known = held.get(`${tenant}/${name}`);
      if (known && known.until > now()) return known.value;
      const sealed = await secrets.get(tenant, name);
      const value = sealed === null ? null : await open([key], sealed, { tenant, name });
      held.set(`${tenant}/${name}`, { value, until: now() + HELD_MS });
      return value;
    },
    async put(tenant, name, value) {
      await secrets.put(tenant, name, await seal(key, value, { tenant, name }));
      held.delete(`${tenant}/${name}`);
    },
    forget(tenant) {
      for (const name of held.keys()) if (name.startsWith(`${tenant}/`)) held.delete(name);
    },
  };
}
