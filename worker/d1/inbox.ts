import { and, asc, eq, lte, or, type SQL, sql } from 'drizzle-orm';
import { type LoopMessage, loopMessageSchema, messageKey, messageRank } from '../loop/messages.ts';
import type { InboxStore } from '../loop/ports.ts';
import { batch, type Database } from './database.ts';
import { deadLetters, inbox } from './schema.ts';

/**
 * The inbox: nothing is lost (a row stands until it is done or buried), nothing is worked twice (one row a key).
 * `settleMs` is how long a conversation must be quiet, in event time, before its wake-up is due.
 */
export function createInboxStore(db: Database, wallNow: () => number, settleMs: number): InboxStore {
  const isDue = (upTo: number, wall: number) =>
    and(
      eq(inbox.state, 'new'),
      or(lte(inbox.at, upTo - settleMs), and(eq(inbox.rank, 0), lte(inbox.at, upTo))),
      lte(inbox.notBefore, wall),
    );
  return {
    async add(tenant, rows) {
      if (rows.length === 0) return 0;
      return (await db.run(insertMessages(tenant, rows, wallNow()))).meta.changes;
    },
    async due(tenant, upTo, wall, limit) {
      const rows = await db
        .select()
        .from(inbox)
        .where(and(eq(inbox.tenant, tenant), isDue(upTo, wall)))
        .orderBy(
          asc(inbox.at),
          asc(inbox.rank),
          sql`length(coalesce(${inbox.message} ->> 'conversationId', ''))`,
          sql`coalesce(${inbox.message} ->> 'conversationId', '')`,
          asc(inbox.key),
        )
        .limit(limit);
      return rows.map((r) => ({
        key: r.key,
        attempts: r.attempts,
        message: loopMessageSchema.parse(JSON.parse(r.message)),
      }));
    },
    async settle(tenant, keys, next) {
      const done = sql`
        UPDATE inbox SET state = 'done' WHERE tenant = ${tenant} AND state = 'new'
          AND key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`;
      const rows = next.map((message) => ({ key: messageKey(message), message }));
      await batch(db, rows.length === 0 ? [done] : [insertMessages(tenant, rows, wallNow()), done]);
    },
    async defer(tenant, key, { notBefore, reason, isAttempt }) {
      await db
        .update(inbox)
        .set({ notBefore, reason, attempts: sql`${inbox.attempts} + ${isAttempt ? 1 : 0}` })
        .where(and(eq(inbox.tenant, tenant), eq(inbox.key, key), eq(inbox.state, 'new')));
    },
    async bury(tenant, key, reason, at) {
      await batch(db, [
        sql`
          INSERT OR REPLACE INTO dead_letters (tenant, key, message, reason, attempts, at)
          SELECT tenant, key, message, ${reason}, attempts + 1, ${at} FROM inbox
          WHERE tenant = ${tenant} AND key = ${key}`,
        db
          .update(inbox)
          .set({ state: 'dead', reason })
          .where(and(eq(inbox.tenant, tenant), eq(inbox.key, key))),
      ]);
    },
    async depth(tenant, upTo) {
      const [row] = await db
        .select({
          waiting: sql<number>`count(*)`,
          due: sql<number>`coalesce(sum(${inbox.at} <= ${upTo - settleMs} OR (${inbox.rank} = 0 AND ${inbox.at} <= ${upTo})), 0)`,
        })
        .from(inbox)
        .where(and(eq(inbox.tenant, tenant), eq(inbox.state, 'new')));
      return { waiting: row?.waiting ?? 0, due: row?.due ?? 0 };
    },
    async nextAttempt(tenant, upTo) {
      const [row] = await db
        .select({ at: sql<number | null>`min(${inbox.notBefore})` })
        .from(inbox)
        .where(and(eq(inbox.tenant, tenant), isDue(upTo, Number.MAX_SAFE_INTEGER)));
      return row?.at ?? null;
    },
    async tenantsWithDue(upTo, wall) {
      const rows = await db.selectDistinct({ tenant: inbox.tenant }).from(inbox).where(isDue(upTo, wall));
      return rows.map((r) => r.tenant);
    },
    async deadLetters(tenant) {
      const rows = await db
        .select()
        .from(deadLetters)
        .where(eq(deadLetters.tenant, tenant))
        .orderBy(asc(deadLetters.at));
      return rows.map(({ key, reason, attempts, at, message }) => ({
        key,
        reason,
        attempts,
        at,
        message: loopMessageSchema.parse(JSON.parse(message)),
      }));
    },
    async replay(tenant, key) {
      const [, revived] = await db.batch([
        db.delete(deadLetters).where(and(eq(deadLetters.tenant, tenant), eq(deadLetters.key, key))),
        db
          .update(inbox)
          .set({ state: 'new', attempts: 0, notBefore: 0, reason: null })
          .where(and(eq(inbox.tenant, tenant), eq(inbox.key, key), eq(inbox.state, 'dead'))),
      ]);
      return revived.meta.changes > 0;
    },
  };
}

/** Messages as one statement for somebody's batch, each key once; written only where `condition` holds. */
export function insertMessages(
  tenant: string,
  rows: { key: string; message: LoopMessage; notBefore?: number }[],
  receivedAt: number,
  condition: SQL = sql`1`,
) {
  const values = rows.map(({ key, message, notBefore }) => ({
    key,
    type: message.type,
    message: JSON.stringify(message),
    at: message.at,
    rank: messageRank(message),
    notBefore: notBefore ?? 0,
  }));
  return sql`
    INSERT OR IGNORE INTO inbox (tenant, key, type, message, at, rank, not_before, received_at)
    SELECT ${tenant}, value ->> 'key', value ->> 'type', value ->> 'message', value ->> 'at', value ->> 'rank',
      value ->> 'notBefore', ${receivedAt} FROM json_each(${JSON.stringify(values)}) WHERE ${condition}`;
}
