import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { ReviewTime, ReviewTimeStore } from '../../loop/ports/stores/fixes.ts';
import type { Database } from '../database.ts';
import { reviewTimes } from '../schema/console-schema.ts';

/** How long decisions took: append-only, no person named. */
export function createReviewTimeStore(db: Database): ReviewTimeStore {
  return {
    async add(tenant, times) {
      // One parameter however many decisions were taken at once: D1 binds a hundred.
      await db.run(sql`
        INSERT INTO review_times (tenant, fix_id, verdict, took_ms, at)
        SELECT ${tenant}, value ->> 'fixId', value ->> 'verdict', value ->> 'tookMs', value ->> 'at'
        FROM json_each(${JSON.stringify(times)}) WHERE true`);
    },
    async since(tenant, at, limit) {
      const { fixId, verdict, tookMs } = reviewTimes;
      const rows = await db
        .select({ fixId, verdict, tookMs, at: reviewTimes.at })
        .from(reviewTimes)
        .where(and(eq(reviewTimes.tenant, tenant), gte(reviewTimes.at, at)))
        .orderBy(desc(reviewTimes.at), desc(reviewTimes.id))
        .limit(limit);
      return rows.map((row) => ({ ...row, verdict: row.verdict as ReviewTime['verdict'] }));
    },
  };
}
