import { and, eq, gt, ne, sql } from 'drizzle-orm';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { ARTICLE_REST_MS } from '../../core/publishing/deciding/caps.ts';
import type { ReservationStore, Wish } from '../../loop/ports/stores/publications.ts';
import type { Database } from '../database.ts';
import { reservations } from '../schema/publishing-schema.ts';

/** Places under the caps of automatic publishing, taken in one statement each: SQLite has one writer. */
export function createReservationStore(db: Database): ReservationStore {
  const counts = (wallNow: number) => sql`(reservations.expires_at > ${wallNow} OR EXISTS (
    SELECT 1 FROM publications AS p WHERE p.tenant = reservations.tenant AND p.id = reservations.publication_id
      AND p.state <> 'failed'))`;
  const others = (tenant: string, wish: Wish, sinceMs: number) => sql`
    FROM reservations WHERE tenant = ${tenant} AND fix_id <> ${wish.fixId} AND at > ${wish.at - sinceMs}
      AND ${counts(wish.wallNow)}`;
  return {
    async reserve(tenant, wish) {
      const articles = JSON.stringify(wish.articles);
      const resting = sql`SELECT 1 ${others(tenant, wish, ARTICLE_REST_MS)} AND EXISTS (
        SELECT 1 FROM json_each(reservations.articles) AS a WHERE a.value IN (SELECT value FROM json_each(${articles})))`;
      const { meta } = await db.run(sql`
        INSERT INTO reservations (tenant, fix_id, publication_id, articles, at, expires_at)
        SELECT ${tenant}, ${wish.fixId}, ${wish.publicationId}, ${articles}, ${wish.at}, ${wish.expiresAt}
        WHERE (SELECT count(*) ${others(tenant, wish, HOUR_MS)}) < ${wish.maxPerHour}
          AND (SELECT count(*) ${others(tenant, wish, DAY_MS)}) < ${wish.maxPerDay}
          AND NOT EXISTS (${resting})
        ON CONFLICT (tenant, fix_id) DO UPDATE SET at = excluded.at, expires_at = excluded.expires_at,
          articles = excluded.articles`);
      if (meta.changes > 0) return { isTaken: true, others: [] };
      const rows = await db
        .select({ at: reservations.at, articles: reservations.articles })
        .from(reservations)
        .where(
          and(
            eq(reservations.tenant, tenant),
            ne(reservations.fixId, wish.fixId),
            gt(reservations.at, wish.at - Math.max(DAY_MS, ARTICLE_REST_MS)),
            counts(wish.wallNow),
          ),
        );
      return {
        isTaken: false,
        others: rows.map((row) => ({ at: row.at, articles: JSON.parse(row.articles) as string[] })),
      };
    },
    async release(tenant, fixId) {
      await db.run(sql`
        DELETE FROM reservations WHERE tenant = ${tenant} AND fix_id = ${fixId} AND NOT EXISTS (
          SELECT 1 FROM publications AS p WHERE p.tenant = reservations.tenant AND p.id = reservations.publication_id
            AND p.state <> 'failed')`);
    },
    async countSince(tenant, since, wallNow) {
      const [row] = await db
        .select({ n: sql<number>`count(*)` })
        .from(reservations)
        .where(and(eq(reservations.tenant, tenant), gt(reservations.at, since), counts(wallNow)));
      return row?.n ?? 0;
    },
  };
}
