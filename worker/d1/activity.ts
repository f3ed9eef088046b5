import { desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Activity, ActivityStore } from '../loop/ports.ts';
import type { Database } from './database.ts';
import { activity } from './schema.ts';

/** What was done, by whom and why: append-only. */
export function createActivityStore(db: Database): ActivityStore {
  return {
    async add(tenant, entry) {
      await db.run(insertActivity(tenant, entry, sql`1`));
    },
    async list(tenant, limit) {
      return db
        .select({
          at: activity.at,
          actor: activity.actor,
          what: activity.what,
          subject: activity.subject,
          reason: activity.reason,
        })
        .from(activity)
        .where(eq(activity.tenant, tenant))
        .orderBy(desc(activity.id))
        .limit(limit);
    },
  };
}

/** An entry as a statement for somebody's batch, written only where `condition` holds. */
export function insertActivity(tenant: string, a: Activity, condition: SQL) {
  return sql`
    INSERT INTO activity (tenant, at, actor, what, subject, reason)
    SELECT ${tenant}, ${a.at}, ${a.actor}, ${a.what}, ${a.subject}, ${a.reason} WHERE ${condition}`;
}
