import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm';
import { messageKey } from '../../loop/ports/messages.ts';
import type { Outcome, OutcomeStore } from '../../loop/ports/stores/outcomes.ts';
import { batch, type Database } from '../database.ts';
import { insertTold } from '../fixes/activity.ts';
import { insertMessages } from '../inbox.ts';
import { outcomes } from '../schema/outcome-schema.ts';

/** What people did with advice: append-only. What it says and leads to is written only where it is new; nobody is notified. */
export function createOutcomeStore(db: Database): OutcomeStore {
  const toOutcome = (row: typeof outcomes.$inferSelect) => JSON.parse(row.body) as Outcome;
  const isNew = sql`(SELECT changes()) > 0`;
  return {
    async get(tenant, id) {
      const [row] = await db
        .select()
        .from(outcomes)
        .where(and(eq(outcomes.tenant, tenant), eq(outcomes.id, id)));
      return row ? toOutcome(row) : null;
    },
    async add(tenant, outcome, activity, next) {
      const { id, conversationId, personId, about, at } = outcome;
      const rows = next.map((message) => ({ key: messageKey(message), message }));
      const [inserted] = await batch(db, [
        db
          .insert(outcomes)
          .values({ tenant, id, conversationId, personId, about, at, body: JSON.stringify(outcome) })
          .onConflictDoNothing(),
        ...(activity ? insertTold(tenant, activity, isNew).slice(0, 1) : []),
        ...(rows.length > 0 ? [insertMessages(tenant, rows, at, isNew)] : []),
      ]);
      return (inserted?.meta.changes ?? 0) > 0;
    },
    async ofConversation(tenant, conversationId) {
      const rows = await db
        .select()
        .from(outcomes)
        .where(and(eq(outcomes.tenant, tenant), eq(outcomes.conversationId, conversationId)))
        .orderBy(asc(outcomes.at), asc(outcomes.id));
      return rows.map(toOutcome);
    },
    async about(tenant, ids, since) {
      if (ids.length === 0) return [];
      const isOfThese = sql`${outcomes.about} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
      const rows = await db
        .select()
        .from(outcomes)
        .where(and(eq(outcomes.tenant, tenant), isOfThese, gte(outcomes.at, since)))
        .orderBy(asc(outcomes.at), asc(outcomes.id));
      return rows.map(toOutcome);
    },
    async ofPerson(tenant, personId, since, limit) {
      const rows = await db
        .select()
        .from(outcomes)
        .where(and(eq(outcomes.tenant, tenant), eq(outcomes.personId, personId), gte(outcomes.at, since)))
        .orderBy(desc(outcomes.at), desc(outcomes.id))
        .limit(limit);
      return rows.map(toOutcome);
    },
    async forget(tenant, before) {
      await db.delete(outcomes).where(and(eq(outcomes.tenant, tenant), lt(outcomes.at, before)));
    },
  };
}
