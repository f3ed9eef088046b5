import { and, eq, lt, or } from 'drizzle-orm';
import type { LeaseStore } from '../loop/ports/stores/tenants.ts';
import type { Database } from './database.ts';
import { leases, tokenLocks } from './schema/connection-schema.ts';

/** One holder a tenant at a time. What the lease protects has a guard of its own (the log's numbering). */
export function createLeaseStore(db: Database): LeaseStore {
  return createLocks(db, leases);
}

/** The same for the refresh of a tenant's tokens. */
export function createTokenLocks(db: Database): LeaseStore {
  return createLocks(db, tokenLocks);
}

function createLocks(db: Database, locks: typeof leases | typeof tokenLocks): LeaseStore {
  return {
    async acquire(tenant, holder, now, until) {
      const result = await db
        .insert(locks)
        .values({ tenant, holder, until })
        .onConflictDoUpdate({
          target: locks.tenant,
          set: { holder, until },
          setWhere: or(lt(locks.until, now), eq(locks.holder, holder))!,
        });
      return result.meta.changes > 0;
    },
    async release(tenant, holder) {
      await db.delete(locks).where(and(eq(locks.tenant, tenant), eq(locks.holder, holder)));
    },
  };
}
