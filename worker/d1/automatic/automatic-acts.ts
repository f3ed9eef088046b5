import { and, asc, desc, eq, gte, inArray, lt, lte, ne, sql } from 'drizzle-orm';
import type { AutomaticAct } from '../../../shared/automatic.ts';
import type { AutomaticActStore } from '../../loop/ports/automatic/acts.ts';
import { batch, type Database } from '../database.ts';
import { insertTold } from '../fixes/activity.ts';
import { automaticActs } from '../schema/automatic-schema.ts';

type Named = Pick<AutomaticAct, 'kind' | 'conversationId'>;

/** What is done in conversations without a person. */
export function createAutomaticActStore(db: Database): AutomaticActStore {
  const of = (tenant: string, { kind, conversationId }: Named) =>
    and(
      eq(automaticActs.tenant, tenant),
      eq(automaticActs.kind, kind),
      eq(automaticActs.conversationId, conversationId),
    );
  return {
    async get(tenant, kind, conversationId) {
      const [row] = await db.select().from(automaticActs).where(of(tenant, { kind, conversationId }));
      return row ? toAct(row) : null;
    },
    async begin(tenant, act) {
      const { kind, conversationId, requesterId, category, state, verdict, at, judgedAt } = act;
      const { meta } = await db
        .insert(automaticActs)
        .values({
          ...{ tenant, kind, conversationId, requesterId, category, state, verdict, at, judgedAt },
          body: JSON.stringify(act),
        })
        .onConflictDoNothing();
      return meta.changes > 0;
    },
    async move(tenant, act, from, to, activity) {
      const told = activity ? insertTold(tenant, activity, sql`(SELECT changes()) > 0`) : [];
      const [moved] = await batch(db, [
        db
          .update(automaticActs)
          .set({ state: to })
          .where(and(of(tenant, act), inArray(automaticActs.state, [...from]))),
        ...told,
      ]);
      return (moved?.meta.changes ?? 0) > 0;
    },
    async judge(tenant, act, verdict, why, judgedAt) {
      const { meta } = await db
        .update(automaticActs)
        .set({ verdict, judgedAt, body: sql`json_set(${automaticActs.body}, '$.why', ${why})` })
        .where(and(of(tenant, act), eq(automaticActs.verdict, 'open')));
      return meta.changes > 0;
    },
    async open(tenant, until, limit) {
      const isOpen = and(eq(automaticActs.tenant, tenant), eq(automaticActs.verdict, 'open'));
      const rows = await db
        .select()
        .from(automaticActs)
        .where(and(isOpen, lte(automaticActs.at, until)))
        .orderBy(asc(automaticActs.at), asc(automaticActs.conversationId))
        .limit(limit);
      return rows.map(toAct);
    },
    async judged(tenant, limit) {
      const rows = await db
        .select()
        .from(automaticActs)
        .where(and(eq(automaticActs.tenant, tenant), inArray(automaticActs.verdict, ['good', 'bad'])))
        .orderBy(desc(automaticActs.judgedAt), desc(automaticActs.conversationId))
        .limit(limit);
      return rows.map(toAct).reverse();
    },
    async latest(tenant, limit) {
      const rows = await db
        .select()
        .from(automaticActs)
        .where(eq(automaticActs.tenant, tenant))
        .orderBy(desc(automaticActs.at), desc(automaticActs.conversationId))
        .limit(limit);
      return rows.map(toAct);
    },
    async publicSince(tenant, requesterId, since) {
      const isTheirs = and(eq(automaticActs.tenant, tenant), eq(automaticActs.requesterId, requesterId));
      const [row] = await db
        .select({ count: sql<number>`count(*)` })
        .from(automaticActs)
        .where(
          and(
            isTheirs,
            eq(automaticActs.kind, 'answer'),
            gte(automaticActs.at, since),
            sql`${automaticActs.body} ->> 'isPublic' = 1`,
            ne(automaticActs.state, 'dark'),
          ),
        );
      return row?.count ?? 0;
    },
    async forget(tenant, before) {
      await db.delete(automaticActs).where(and(eq(automaticActs.tenant, tenant), lt(automaticActs.at, before)));
    },
  };
}

function toAct(row: typeof automaticActs.$inferSelect): AutomaticAct {
  const { state, verdict, judgedAt, body } = row;
  return {
    ...(JSON.parse(body) as AutomaticAct),
    ...({ state, verdict } as Pick<AutomaticAct, 'state' | 'verdict'>),
    judgedAt,
  };
}
