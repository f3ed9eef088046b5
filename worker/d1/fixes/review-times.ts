import { and, desc, eq, gte } from 'drizzle-orm';
import type { ReviewTime, ReviewTimeStore } from '../../loop/ports/stores/fixes.ts';
import type { Database } from '../database.ts';
import { reviewTimes } from '../schema/console-schema.ts';

/** How long decisions took: append-only, no person named. */
export function createReviewTimeStore(db: Database): ReviewTimeStore {
  return {
    async add(tenant, times) {
      if (times.length > 0) await db.insert(reviewTimes).values(times.map((time) => ({ tenant, ...time })));
    },
    async since(tenant, at, limit) {
      const { fixId, verdict, tookMs } = reviewTimes;
      const rows = await db
        .select({ fixId, verdict, tookMs, at: reviewTimes.at })
        .from(reviewTimes)
        .where(and(eq(reviewTimes.tenant, tenant), gte(reviewTimes.at, at)))
        .orderBy(desc(reviewTimes.id))
        .limit(limit);
      return rows.map((row) => ({ ...row, verdict: row.verdict as ReviewTime['verdict'] }));
    },
  };
}
