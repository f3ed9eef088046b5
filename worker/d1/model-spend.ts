import { sql } from 'drizzle-orm';
import type { Spend, SpendStore } from '../loop/ports/writer.ts';
import { batch, type Database } from './database.ts';

/** The row of all tenants together; no tenant has this id. */
const ALL = '';

/** What models cost a day: a tenant's row and the row of all change together or not at all. */
export function createSpendStore(db: Database): SpendStore {
  const both = (tenant: string, day: string) => sql`day = ${day} AND tenant IN (${tenant}, ${ALL})`;
  const isOver = (tenant: string, more: Spend, cap: Spend) =>
    sql`tenant = ${tenant} AND (calls + ${more.calls} > ${cap.calls} OR tokens + ${more.tokens} > ${cap.tokens})`;
  return {
    async reserve(tenant, day, spend, caps) {
      const [, taken] = await batch(db, [
        sql`
          INSERT INTO model_spend (tenant, day, calls, tokens) VALUES (${tenant}, ${day}, 0, 0), (${ALL}, ${day}, 0, 0)
          ON CONFLICT DO NOTHING`,
        sql`
          UPDATE model_spend SET calls = calls + ${spend.calls}, tokens = tokens + ${spend.tokens}
          WHERE ${both(tenant, day)} AND NOT EXISTS (SELECT 1 FROM model_spend WHERE day = ${day}
            AND ((${isOver(tenant, spend, caps.tenant)}) OR (${isOver(ALL, spend, caps.global)})))`,
      ]);
      return taken?.meta.changes === 2;
    },
    async settle(tenant, day, reserved, used) {
      await batch(db, [
        sql`
          UPDATE model_spend SET calls = MAX(0, calls + ${used.calls - reserved.calls}),
            tokens = MAX(0, tokens + ${used.tokens - reserved.tokens})
          WHERE ${both(tenant, day)}`,
      ]);
    },
  };
}
