import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Gap } from '../../../shared/gap.ts';
import type { GapStore } from '../../loop/ports/stores/gaps.ts';
import type { Database } from '../database.ts';
import { gapAssignments } from '../schema/console-schema.ts';
import { gaps } from '../schema/schema.ts';

/** Gaps with their evidence. The state is a column, the rest one JSON value. */
export function createGapStore(db: Database): GapStore {
  return {
    async get(tenant, id) {
      const [row] = await db
        .select()
        .from(gaps)
        .where(and(eq(gaps.tenant, tenant), eq(gaps.id, id)));
      return row ? toGap(row) : null;
    },
    async list(tenant, states) {
      const rows = await db
        .select()
        .from(gaps)
        .where(and(eq(gaps.tenant, tenant), states ? inArray(gaps.state, states) : undefined));
      return rows.map(toGap).sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1));
    },
    async about(tenant, { issueIds, articleIds }, states) {
      const isOneOf = (field: string, ids: string[]) =>
        sql`json_extract(${gaps.body}, ${`$.${field}`}) IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
      const isAbout = or(isOneOf('issueId', issueIds), isOneOf('articleId', articleIds));
      const rows = await db
        .select()
        .from(gaps)
        .where(and(eq(gaps.tenant, tenant), inArray(gaps.state, states), isAbout))
        .orderBy(asc(gaps.openedAt), asc(gaps.id));
      return rows.map(toGap);
    },
    async open(tenant, gap) {
      await upsertGap(db, tenant, gap);
    },
    async renew(tenant, gap) {
      await upsertGap(db, tenant, gap);
    },
    async setState(tenant, id, state, at) {
      await db
        .update(gaps)
        .set({ state, updatedAt: at })
        .where(and(eq(gaps.tenant, tenant), eq(gaps.id, id)));
    },
    async assign(tenant, gapId, to) {
      const { tenant: ofTenant, gapId: ofGap } = gapAssignments;
      if (to === null) await db.delete(gapAssignments).where(and(eq(ofTenant, tenant), eq(ofGap, gapId)));
      else
        await db
          .insert(gapAssignments)
          .values({ tenant, gapId, ...to })
          .onConflictDoUpdate({ target: [ofTenant, ofGap], set: to });
    },
    async assignments(tenant) {
      const rows = await db.select().from(gapAssignments).where(eq(gapAssignments.tenant, tenant));
      return new Map(rows.map(({ gapId, userId, name, at }) => [gapId, { userId, name, at }]));
    },
  };
}

/** Stores a gap, or its evidence, as a statement for somebody's batch; the state of one that stands is its deciders'. */
export function upsertGap(db: Database, tenant: string, gap: Gap) {
  const values = {
    tenant,
    id: gap.id,
    state: gap.state,
    openedAt: gap.openedAt,
    updatedAt: gap.updatedAt,
    body: JSON.stringify(gap),
  };
  const state = sql`CASE WHEN ${gaps.state} = 'withdrawn' THEN ${gap.state} ELSE ${gaps.state} END`;
  return db
    .insert(gaps)
    .values(values)
    .onConflictDoUpdate({ target: [gaps.tenant, gaps.id], set: { ...values, state } });
}

function toGap(row: typeof gaps.$inferSelect): Gap {
  return { ...(JSON.parse(row.body) as Gap), state: row.state as Gap['state'], updatedAt: row.updatedAt };
}
