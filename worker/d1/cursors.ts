import { and, eq, sql } from 'drizzle-orm';
import type { CursorStore } from '../loop/ports/stores/tenants.ts';
import type { Database } from './database.ts';
import { cursors } from './schema/schema.ts';

/** Named positions of a tenant: export cursors, progress of long work. */
export function createCursorStore(db: Database): CursorStore {
  return {
    async get(tenant, name) {
      const [row] = await db
        .select()
        .from(cursors)
        .where(and(eq(cursors.tenant, tenant), eq(cursors.name, name)));
      return row?.value ?? null;
    },
    async among(tenant, names) {
      if (names.length === 0) return [];
      const isMeant = sql`${cursors.name} IN (SELECT value FROM json_each(${JSON.stringify(names)}))`;
      const rows = await db
        .select({ name: cursors.name })
        .from(cursors)
        .where(and(eq(cursors.tenant, tenant), isMeant));
      return rows.map(({ name }) => name);
    },
    async set(tenant, name, value) {
      await db
        .insert(cursors)
        .values({ tenant, name, value })
        .onConflictDoUpdate({ target: [cursors.tenant, cursors.name], set: { value } });
    },
    async remove(tenant, name) {
      await db.delete(cursors).where(and(eq(cursors.tenant, tenant), eq(cursors.name, name)));
    },
  };
}
