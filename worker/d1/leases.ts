import { and, eq, lt, or } from 'drizzle-orm';
import type { LeaseStore } from '../loop/ports.ts';
import type { Database } from './database.ts';
import { leases } from './schema.ts';

/** One holder a tenant at a time. What the lease protects has a guard of its own (the log's numbering). */
export function createLeaseStore(db: Database): LeaseStore {
  return {
    async acquire(tenant, holder, now, until) {
      const result = await db
        .insert(leases)
        .values({ tenant, holder, until })
        .onConflictDoUpdate({
          target: leases.tenant,
          set: { holder, until },
          setWhere: or(lt(leases.until, now), eq(leases.holder, holder))!,
        });
      return result.meta.changes > 0;
    },
    async release(tenant, holder) {
      await db.delete(leases).where(and(eq(leases.tenant, tenant), eq(leases.holder, holder)));
    },
  };
}
