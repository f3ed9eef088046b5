import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { TrackedIssue, TrackedState } from '../../../shared/context/tracked-issue.ts';
import type { TrackedIssueStore } from '../../loop/ports/context/tracked-issues.ts';
import { messageKey } from '../../loop/ports/messages.ts';
import { batch, type Database } from '../database.ts';
import { insertTold } from '../fixes/activity.ts';
import { insertMessages } from '../inbox.ts';
import { trackedIssues } from '../schema/context-schema.ts';

/** Bug reports at trackers. Whoever moves one says from which state: of two runs one files it. */
export function createTrackedIssueStore(db: Database): TrackedIssueStore {
  const of = (tenant: string, id: string) => and(eq(trackedIssues.tenant, tenant), eq(trackedIssues.id, id));
  const get = async (tenant: string, id: string) => {
    const [row] = await db.select().from(trackedIssues).where(of(tenant, id));
    return row ? toIssue(row) : null;
  };
  const all = async (where: SQL | undefined) => {
    const latest = [desc(trackedIssues.updatedAt), desc(trackedIssues.id)];
    return (
      await db
        .select()
        .from(trackedIssues)
        .where(where)
        .orderBy(...latest)
    ).map(toIssue);
  };
  return {
    get,
    list: (tenant, states) => all(and(eq(trackedIssues.tenant, tenant), inArray(trackedIssues.state, states))),
    async ofGaps(tenant, gapIds) {
      if (gapIds.length === 0) return [];
      const isOfThese = sql`${trackedIssues.body} ->> 'gapId' IN (SELECT value FROM json_each(${JSON.stringify(gapIds)}))`;
      return all(and(eq(trackedIssues.tenant, tenant), isOfThese));
    },
    async ofRef(tenant, tracker, ref) {
      const [row] = await db
        .select()
        .from(trackedIssues)
        .where(and(eq(trackedIssues.tenant, tenant), eq(trackedIssues.tracker, tracker), eq(trackedIssues.ref, ref)));
      return row ? toIssue(row) : null;
    },
    async begin(tenant, issue) {
      await db
        .insert(trackedIssues)
        .values({ tenant, id: issue.id, ...columnsOf(issue) })
        .onConflictDoNothing();
      const stands = await get(tenant, issue.id);
      if (!stands) throw new Error(`report ${issue.id} was not stored`);
      return stands;
    },
    async move(tenant, id, from, change, { activity, next = [] } = {}) {
      const standing = await get(tenant, id);
      if (!standing || !from.includes(standing.state)) return false;
      const moved = sql`(SELECT changes()) > 0`;
      const rows = next.map((message) => ({ key: messageKey(message), message }));
      const [told, notice, ...sends] = activity ? insertTold(tenant, activity, moved) : [];
      const [updated] = await batch(db, [
        db
          .update(trackedIssues)
          .set(columnsOf({ ...standing, ...change }))
          .where(and(of(tenant, id), inArray(trackedIssues.state, from))),
        ...(told ? [told] : []),
        ...(notice ? [notice] : []),
        ...(rows.length > 0 ? [insertMessages(tenant, rows, standing.filedAt, moved)] : []),
        ...sends,
      ]);
      return (updated?.meta.changes ?? 0) > 0;
    },
    async removeTracker(tenant, tracker) {
      await db.delete(trackedIssues).where(and(eq(trackedIssues.tenant, tenant), eq(trackedIssues.tracker, tracker)));
    },
  };
}

function columnsOf(issue: TrackedIssue) {
  const { tracker, ref, state, checkedAt } = issue;
  return { tracker, ref, state, updatedAt: checkedAt, body: JSON.stringify(issue) };
}

function toIssue(row: typeof trackedIssues.$inferSelect): TrackedIssue {
  return { ...(JSON.parse(row.body) as TrackedIssue), state: row.state as TrackedState };
}
