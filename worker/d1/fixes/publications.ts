import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Publication } from '../../../shared/gap.ts';
import { saidIn } from '../../../shared/said/stored.ts';
import type { PublicationStore } from '../../loop/ports/stores/publications.ts';
import { batch, type Database } from '../database.ts';
import { publications } from '../schema/publishing-schema.ts';
import { insertTold } from './activity.ts';

/** Publications: snapshot and intent are one row, so there is never an intent without its snapshot. */
export function createPublicationStore(db: Database): PublicationStore {
  const get = async (tenant: string, id: string) => {
    const [row] = await db
      .select()
      .from(publications)
      .where(and(eq(publications.tenant, tenant), eq(publications.id, id)));
    return row ? toPublication(row) : null;
  };
  return {
    get,
    async list(tenant) {
      const rows = await db.select().from(publications).where(eq(publications.tenant, tenant));
      return rows.map(toPublication).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    },
    async lastAutomatic(limit) {
      const rows = await db.all<{ tenant: string; id: string; isTakenBack: number }>(sql`
        SELECT p.tenant AS tenant, p.id AS id, coalesce(f.state = 'rolled_back', 0) AS isTakenBack
        FROM (SELECT tenant, id, at, body FROM publications
          WHERE json_extract(body, '$.by') = 'mend' AND json_extract(body, '$.reverts') IS NULL
            AND state IN ('done', 'rolled_back')
          ORDER BY at DESC, tenant DESC, id DESC LIMIT ${limit}) AS p
        LEFT JOIN fixes AS f ON f.tenant = p.tenant AND f.id = json_extract(p.body, '$.fixId')
        ORDER BY p.at DESC, p.tenant DESC, p.id DESC`);
      return rows.map((row) => ({ ...row, isTakenBack: row.isTakenBack === 1 }));
    },
    async ofArticles(tenant, articleIds, since) {
      const article = sql`json_extract(${publications.body}, '$.articleId')`;
      const rows = await db
        .select()
        .from(publications)
        .where(
          and(
            eq(publications.tenant, tenant),
            gte(publications.at, since),
            sql`${article} IN (SELECT value FROM json_each(${JSON.stringify(articleIds)}))`,
          ),
        )
        .orderBy(asc(publications.at), asc(publications.id));
      return rows.map(toPublication);
    },
    async intend(tenant, publication) {
      await db
        .insert(publications)
        .values({
          tenant,
          id: publication.id,
          state: publication.state,
          at: publication.at,
          body: JSON.stringify(publication),
        })
        .onConflictDoNothing();
      return (await get(tenant, publication.id)) ?? publication;
    },
    async move(tenant, id, from, change, activity) {
      const stands = await get(tenant, id);
      if (!stands || !from.includes(stands.state)) return false;
      const next = { ...stands, ...change };
      const [updated] = await batch(db, [
        db
          .update(publications)
          .set({ state: next.state, body: JSON.stringify(next) })
          .where(and(eq(publications.tenant, tenant), eq(publications.id, id), inArray(publications.state, from))),
        ...insertTold(tenant, activity, sql`(SELECT changes()) > 0`),
      ]);
      return (updated?.meta.changes ?? 0) > 0;
    },
  };
}

function toPublication(row: typeof publications.$inferSelect): Publication {
  const publication = JSON.parse(row.body) as Publication;
  const detail = publication.detail === null ? null : saidIn(publication.detail);
  return { ...publication, detail, state: row.state as Publication['state'] };
}
