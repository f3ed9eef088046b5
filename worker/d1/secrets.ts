import { and, eq } from 'drizzle-orm';
import type { SecretStore } from '../loop/ports/stores/tenants.ts';
import type { Database } from './database.ts';
import { secrets } from './schema/schema.ts';

/** Sealed envelopes by tenant and name. */
export function createSecretStore(db: Database, now: () => number): SecretStore {
  const of = (tenant: string, name: string) => and(eq(secrets.tenant, tenant), eq(secrets.name, name));
  return {
    async get(tenant, name) {
      return (await db.select().from(secrets).where(of(tenant, name)))[0]?.sealed ?? null;
    },
    async put(tenant, name, sealed) {
      const values = { tenant, name, sealed, updatedAt: now() };
      await db
        .insert(secrets)
        .values(values)
        .onConflictDoUpdate({ target: [secrets.tenant, secrets.name], set: values });
    },
    async remove(tenant, name) {
      await db.delete(secrets).where(of(tenant, name));
    },
  };
}
