import { sql } from 'drizzle-orm';
import { say } from '../../../shared/said/said.ts';
import { batch, type Database } from '../database.ts';
import { insertTold } from '../fixes/activity.ts';
import { unindexTenant } from '../knowledge/article-index.ts';

/** Where the deployment's own record is kept: no tenant's key is a star. */
const DEPLOYMENT = '*';

/** The column as a migration writes it. */
const TENANT_COLUMN = /[(,]\s*[`"]?tenant[`"]?\s+text\b/i;

/**
 * Removes up to `rows` rows of each table that has a tenant column, as the database itself lists them: a table made
 * tomorrow is among them. Every statement asks again whether the tenant is still leaving. What was removed is told in the
 * deployment's record, without a word of the tenant's.
 */
export async function purgeTenant(
  db: Database,
  tenant: string,
  closedBefore: number,
  rows: number,
  now: number,
): Promise<number> {
  const isLeaving = sql`EXISTS (SELECT 1 FROM tenants
    WHERE id = ${tenant} AND state = 'closing' AND state_since <= ${closedBefore})`;
  const tables = await tablesOfTenants(db);
  const gone = await batch(db, [
    ...tables.map((table) => {
      const name = sql.identifier(table);
      return sql`DELETE FROM ${name} WHERE ${isLeaving}
        AND rowid IN (SELECT rowid FROM ${name} WHERE tenant = ${tenant} LIMIT ${rows})`;
    }),
    unindexTenant(tenant, rows, isLeaving),
  ]);
  const removed = gone.reduce((sum, { meta }) => sum + meta.changes, 0);
  if (removed > 0) return removed;
  const reason = say('leave.purged');
  await batch(db, [
    ...insertTold(DEPLOYMENT, { at: now, actor: 'mend', what: 'tenant removed', subject: tenant, reason }, isLeaving),
    sql`DELETE FROM tenants WHERE id = ${tenant} AND ${isLeaving}`,
  ]);
  return 0;
}

async function tablesOfTenants(db: Database): Promise<string[]> {
  const rows = await db.all<{ name: string; sql: string }>(sql`
    SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL ORDER BY name`);
  return rows.filter(({ sql: made }) => TENANT_COLUMN.test(made)).map(({ name }) => name);
}
