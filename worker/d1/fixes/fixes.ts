import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { FixState, GapState, StoredFix } from '../../../shared/gap.ts';
import { saidIn } from '../../../shared/said/stored.ts';
import { DECIDED_STATES, pastOf } from '../../core/publishing/earning/past.ts';
import { messageKey } from '../../loop/ports/messages.ts';
import type { FixStore } from '../../loop/ports/stores/fixes.ts';
import { batch, type Database } from '../database.ts';
import { insertMessages, withdrawHeld } from '../inbox.ts';
import { fixes, gaps } from '../schema/schema.ts';
import { insertTold } from './activity.ts';

/** Fixes. A change of state is conditional on the state it leaves, so that two deciders make one decision. */
export function createFixStore(db: Database): FixStore {
  const get = async (tenant: string, id: string) => {
    const [row] = await db
      .select()
      .from(fixes)
      .where(and(eq(fixes.tenant, tenant), eq(fixes.id, id)));
    return row ? toFix(row) : null;
  };
  return {
    get,
    async byIds(tenant, ids) {
      const isOfThese = sql`${fixes.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
      const rows = await db
        .select()
        .from(fixes)
        .where(and(eq(fixes.tenant, tenant), isOfThese))
        .orderBy(asc(fixes.createdAt), asc(fixes.id));
      return rows.map(toFix);
    },
    async ofGap(tenant, gapId) {
      const rows = await db
        .select()
        .from(fixes)
        .where(and(eq(fixes.tenant, tenant), eq(fixes.gapId, gapId)))
        .orderBy(asc(fixes.createdAt), asc(fixes.id));
      return rows.map(toFix);
    },
    async ofGaps(tenant, gapIds, states) {
      if (gapIds.length === 0) return [];
      const isOfThese = sql`${fixes.gapId} IN (SELECT value FROM json_each(${JSON.stringify(gapIds)}))`;
      const rows = await db
        .select()
        .from(fixes)
        .where(and(eq(fixes.tenant, tenant), isOfThese, inArray(fixes.state, states)))
        .orderBy(asc(fixes.createdAt), asc(fixes.id));
      return rows.map(toFix);
    },
    async list(tenant, states) {
      const rows = await db
        .select()
        .from(fixes)
        .where(and(eq(fixes.tenant, tenant), inArray(fixes.state, states)));
      return rows.map(toFix).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
    },
    async onArticles(tenant, articleIds, states) {
      const isOfThese = (id: SQL) => sql`${id} IN (SELECT value FROM json_each(${JSON.stringify(articleIds)}))`;
      const own = isOfThese(sql`json_extract(${fixes.body}, '$.articleId')`);
      const also = sql`EXISTS (SELECT 1 FROM json_each(${fixes.body}, '$.also') AS a
        WHERE ${isOfThese(sql`json_extract(a.value, '$.articleId')`)})`;
      const rows = await db
        .select()
        .from(fixes)
        .where(and(eq(fixes.tenant, tenant), inArray(fixes.state, states), sql`(${own} OR ${also})`))
        .orderBy(asc(fixes.createdAt), asc(fixes.id));
      return rows.map(toFix);
    },
    async add(tenant, fix) {
      await db
        .insert(fixes)
        .values({
          tenant,
          id: fix.id,
          gapId: fix.gapId,
          state: fix.state,
          createdAt: fix.createdAt,
          body: JSON.stringify(fix),
        })
        .onConflictDoNothing();
    },
    async move(tenant, id, from, { change, activity, gap, adds, next: messages, still, holdUntil, withdraws }) {
      const stands = await get(tenant, id);
      if (!stands || !from.includes(stands.state)) return false;
      const next = { ...stands, ...change };
      const { patchHash, baseHash } = still ?? stands;
      const isStill = and(
        ...[eq(fixes.tenant, tenant), eq(fixes.id, id), inArray(fixes.state, from)],
        sql`json_extract(${fixes.body}, '$.patchHash') = ${patchHash}`,
        sql`json_extract(${fixes.body}, '$.baseHash') IS ${baseHash}`,
      );
      const moved = sql`(SELECT changes()) > 0`;
      const [told, notice, ...sends] = insertTold(tenant, activity, moved);
      const results = await batch(db, [
        ...(withdraws ? [withdrawHeld(tenant, withdraws.keyPrefix, withdraws)] : []),
        db
          .update(fixes)
          .set({ state: next.state, body: JSON.stringify(next) })
          .where(withdraws ? and(isStill, moved) : isStill),
        told,
        ...(notice ? [notice] : []),
        ...(adds ? [putFix(tenant, adds, moved)] : []),
        ...(gap
          ? [
              db
                .update(gaps)
                .set({ state: gap.state, updatedAt: activity.at })
                .where(and(eq(gaps.tenant, tenant), eq(gaps.id, gap.id), moved)),
            ]
          : []),
        ...(messages?.length
          ? [
              insertMessages(
                tenant,
                messages.map((message) => ({ key: messageKey(message), message, notBefore: holdUntil ?? 0 })),
                activity.at,
                moved,
              ),
            ]
          : []),
        ...sends,
      ]);
      return (results[withdraws ? 1 : 0]?.meta.changes ?? 0) > 0;
    },
    async history(tenant) {
      const body = sql<string>`json_remove(${fixes.body}, '$.bodyHtml', '$.baseHtml', '$.evidence', '$.writer', '$.also', '$.macros')`;
      const rows = await db
        .select({ state: fixes.state, body, gap: sql<GapState | null>`${gaps.state}`.as('gap_state') })
        .from(fixes)
        .leftJoin(gaps, and(eq(gaps.tenant, fixes.tenant), eq(gaps.id, fixes.gapId)))
        .where(and(eq(fixes.tenant, tenant), inArray(fixes.state, DECIDED_STATES)))
        .orderBy(asc(fixes.createdAt), asc(fixes.id));
      return rows.map((row) => pastOf(toFix(row), row.gap)).filter((past) => past !== null);
    },
  };
}

/** A fix as a statement for somebody's batch, written only where `condition` holds; one of the same id is replaced. */
function putFix(tenant: string, fix: StoredFix, condition: SQL) {
  return sql`
    INSERT OR REPLACE INTO fixes (tenant, id, gap_id, state, created_at, body)
    SELECT ${tenant}, ${fix.id}, ${fix.gapId}, ${fix.state}, ${fix.createdAt}, ${JSON.stringify(fix)} WHERE ${condition}`;
}

/** A fix out of its row. Where a row from before sentences had codes holds plain texts, these stand as they were written. */
export function toFix(row: { state: string; body: string }): StoredFix {
  const fix = JSON.parse(row.body) as StoredFix;
  return {
    ...fix,
    state: row.state as FixState,
    openQuestions: fix.openQuestions.map(saidIn),
    ...(fix.disputes ? { disputes: fix.disputes.map((one) => ({ ...one, question: saidIn(one.question) })) } : {}),
    gates: fix.gates.map((gate) => ({ ...gate, detail: saidIn(gate.detail) })),
    reason: fix.reason === null ? null : saidIn(fix.reason),
    ...(fix.was ? { was: { ...fix.was, reason: fix.was.reason === null ? null : saidIn(fix.was.reason) } } : {}),
  };
}
