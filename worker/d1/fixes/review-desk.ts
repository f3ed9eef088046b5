import { and, asc, eq } from 'drizzle-orm';
import type { ReviewDeskStore } from '../../loop/ports/stores/review-desk.ts';
import type { Database } from '../database.ts';
import { remarks, savedViews, snoozes } from '../schema/console-schema.ts';

/** What the team keeps beside decisions, each in a table of its own. */
export function createReviewDeskStore(db: Database): ReviewDeskStore {
  return {
    async snooze(tenant, gapId, snooze) {
      if (snooze === null) await db.delete(snoozes).where(and(eq(snoozes.tenant, tenant), eq(snoozes.gapId, gapId)));
      else
        await db
          .insert(snoozes)
          .values({ tenant, gapId, ...snooze })
          .onConflictDoUpdate({ target: [snoozes.tenant, snoozes.gapId], set: snooze });
    },
    async snoozed(tenant) {
      const rows = await db.select().from(snoozes).where(eq(snoozes.tenant, tenant));
      return new Map(rows.map(({ gapId, until, by }) => [gapId, { until, by }]));
    },
    async remark(tenant, gapId, remark) {
      await db.insert(remarks).values({ tenant, gapId, ...remark });
    },
    async remarks(tenant, gapId) {
      const { at, userId, name, text } = remarks;
      return db
        .select({ at, userId, name, text })
        .from(remarks)
        .where(and(eq(remarks.tenant, tenant), eq(remarks.gapId, gapId)))
        .orderBy(asc(remarks.id));
    },
    async keepView(tenant, view) {
      await db
        .insert(savedViews)
        .values({ tenant, ...view })
        .onConflictDoUpdate({ target: [savedViews.tenant, savedViews.id], set: view });
    },
    async dropView(tenant, id) {
      await db.delete(savedViews).where(and(eq(savedViews.tenant, tenant), eq(savedViews.id, id)));
    },
    async views(tenant) {
      const { id, name, query, by } = savedViews;
      return db
        .select({ id, name, query, by })
        .from(savedViews)
        .where(eq(savedViews.tenant, tenant))
        .orderBy(asc(name), asc(id));
    },
  };
}
