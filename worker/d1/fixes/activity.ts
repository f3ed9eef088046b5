import { and, asc, desc, eq, gt, lt, type SQL, sql } from 'drizzle-orm';
import { readSaid, storedSaid } from '../../../shared/said/stored.ts';
import type { Activity, ActivityStore } from '../../loop/ports/stores/activity.ts';
import { batch, type Database } from '../database.ts';
import { insertNotice } from '../outbox.ts';
import { activity, activitySeals } from '../schema/schema.ts';

/** What was done, by whom and why: append-only. */
export function createActivityStore(db: Database): ActivityStore {
  return {
    async add(tenant, entry) {
      await batch(db, insertTold(tenant, entry, sql`1`));
    },
    async after(tenant, afterId, limit) {
      const where = and(eq(activity.tenant, tenant), gt(activity.id, afterId));
      const rows = await db.select().from(activity).where(where).orderBy(asc(activity.id)).limit(limit);
      return rows.map(({ tenant: _, ...row }) => row);
    },
    async before(tenant, beforeId, limit) {
      const where = and(eq(activity.tenant, tenant), beforeId === null ? undefined : lt(activity.id, beforeId));
      const rows = await db.select().from(activity).where(where).orderBy(desc(activity.id)).limit(limit);
      return rows.map(({ tenant: _, ...row }) => ({ ...row, reason: readSaid(row.reason) }));
    },
    async seals(tenant) {
      const rows = await db
        .select()
        .from(activitySeals)
        .where(eq(activitySeals.tenant, tenant))
        .orderBy(asc(activitySeals.upTo));
      return rows.map(({ upTo, hash, at }) => ({ upTo, hash, at }));
    },
    async seal(tenant, seal) {
      await db
        .insert(activitySeals)
        .values({ tenant, ...seal })
        .onConflictDoNothing();
    },
    async reseal(tenant, seals) {
      await batch(db, [
        sql`
          UPDATE activity_seals SET hash = s.value ->> 'hash' FROM json_each(${JSON.stringify(seals)}) AS s
          WHERE activity_seals.tenant = ${tenant} AND activity_seals.up_to = s.value ->> 'upTo'`,
      ]);
    },
    async list(tenant, limit) {
      const rows = await db
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
      return rows.map((row) => ({ ...row, reason: readSaid(row.reason) }));
    },
  };
}

/**
 * An entry, what people are told of it and the message that sends this, as statements for somebody's batch, in this order;
 * written only where `condition` holds. After the first two `changes()` tells whether it held; the last may come later.
 */
export function insertTold(tenant: string, a: Activity, condition: SQL): [SQL, ...SQL[]] {
  const entry = sql`
    INSERT INTO activity (tenant, at, actor, what, subject, reason)
    SELECT ${tenant}, ${a.at}, ${a.actor}, ${a.what}, ${a.subject}, ${storedSaid(a.reason)} WHERE ${condition}`;
  return [entry, ...(a.notice ? insertNotice(tenant, a.notice, sql`(SELECT changes()) > 0`) : [])];
}
