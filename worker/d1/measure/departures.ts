import { type SQL, sql } from 'drizzle-orm';
import { RETURN_WINDOW_MS } from '../../core/measure/counts.ts';
import type { DepartureStore } from '../../loop/ports/stores/departures.ts';
import { batch, type Database } from '../database.ts';
import { markDue } from './ending-rows.ts';

/** Customers who left, and the marks on the days that this changes. */
export function createDepartureStore(db: Database): DepartureStore {
  return {
    async put(tenant, departures, known) {
      const json = JSON.stringify(departures);
      await batch(db, [
        sql`
        INSERT INTO departures (tenant, customer, left_at, source)
        SELECT ${tenant}, value ->> 'customer', value ->> 'leftAt', value ->> 'source' FROM json_each(${json}) WHERE true
        ON CONFLICT (tenant, customer) DO UPDATE SET left_at = min(left_at, excluded.left_at)`,
        ...changedBy(
          tenant,
          sql`
          SELECT value ->> 'leftAt' AS left_at FROM json_each(${json})
          UNION ALL SELECT value AS left_at FROM json_each(${JSON.stringify(known ? [known.from, known.to] : [])})`,
        ),
      ]);
    },
    async count(tenant) {
      const [row] = await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM departures WHERE tenant = ${tenant}`);
      return row?.n ?? 0;
    },
    async forgetPerson(tenant, customer) {
      await batch(db, [
        ...changedBy(tenant, sql`SELECT left_at FROM departures WHERE tenant = ${tenant} AND customer = ${customer}`),
        sql`DELETE FROM departures WHERE tenant = ${tenant} AND customer = ${customer}`,
      ]);
    },
    async forget(tenant, before) {
      await db.run(sql`DELETE FROM departures WHERE tenant = ${tenant} AND left_at < ${before}`);
    },
  };
}

/** Marks the days whose counts these departures (a SELECT of `left_at`) can change: a month before each, solved or opened. */
function changedBy(tenant: string, left: SQL): SQL[] {
  const span = sql`SELECT min(left_at) AS first, max(left_at) AS last FROM (${left})`;
  return [
    markDue(
      tenant,
      sql`
      SELECT e.opened_at FROM (${span}) AS s JOIN endings AS e ON e.tenant = ${tenant}
        AND e.opened_at >= s.first - ${2 * RETURN_WINDOW_MS} AND e.opened_at <= s.last`,
    ),
  ];
}
