import { and, asc, desc, eq, exists, lte, or, type SQL, sql } from 'drizzle-orm';
import { type LoopMessage, loopMessageSchema, MOMENTS, messageKey, messageRank } from '../loop/ports/messages.ts';
import type { InboxRow, InboxStore, RecentRow } from '../loop/ports/stores/inbox.ts';
import { batch, type Database, type Statement } from './database.ts';
import { deadLetters, IS_DONE_TICK, inbox, tenants } from './schema/schema.ts';

const conversationId = sql`CASE WHEN json_valid(${inbox.message})
  THEN coalesce(${inbox.message} ->> 'conversationId', '') ELSE '' END`;

/** Events looked at to say which kinds arrive: of thirty days there may be very many. */
const HEARD = 500;

/**
 * The inbox: nothing is lost (a row stands until it is done or buried), nothing is worked twice (one row a key).
 * `settleMs` is how long a conversation must be quiet, in event time, before its wake-up is due.
 */
export function createInboxStore(db: Database, wallNow: () => number, settleMs: number): InboxStore {
  const isDue = (upTo: number, wall: number) =>
    and(
      sql`${inbox.state} = 'new'`,
      lte(inbox.at, upTo),
      or(lte(inbox.at, upTo - settleMs), eq(inbox.rank, 0)),
      lte(inbox.notBefore, wall),
    );
  const dueRows = (tenant: string, upTo: number, wall: number, limit: number) =>
    db
      .select()
      .from(inbox)
      .where(and(eq(inbox.tenant, tenant), isDue(upTo, wall)))
      .orderBy(asc(inbox.at), asc(inbox.rank), sql`length(${conversationId})`, conversationId, asc(inbox.key))
      .limit(limit);
  return {
    async add(tenant, rows) {
      if (rows.length === 0) return 0;
      return (await db.run(insertMessages(tenant, rows, wallNow()))).meta.changes;
    },
    async due(tenant, upTo, wall, limit) {
      for (;;) {
        const { readable, unreadable } = read(await dueRows(tenant, upTo, wall, limit));
        if (unreadable.length === 0) return readable;
        await batch(
          db,
          unreadable.flatMap(({ key, reason, attempts }) => burying(tenant, key, reason, wall, attempts + 1)),
        );
      }
    },
    async addForActive(messages) {
      if (messages.length > 0) await db.run(insertForActive(messages, wallNow()));
    },
    async forgetTicks(before, limit) {
      await db.run(sql`
        DELETE FROM inbox WHERE rowid IN (
          SELECT rowid FROM inbox WHERE ${IS_DONE_TICK} AND received_at < ${before} ORDER BY received_at LIMIT ${limit})`);
    },
    async settle(tenant, keys, next) {
      // The plus sign keeps SQLite from the index of waiting rows, all of which it would read: the key finds one.
      const done = sql`
        UPDATE inbox SET state = 'done' WHERE tenant = ${tenant} AND +state = 'new'
          AND key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`;
      const rows = next.map((message) => ({ key: messageKey(message), message }));
      await batch(db, rows.length === 0 ? [done] : [insertMessages(tenant, rows, wallNow()), done]);
    },
    async begin(tenant, key) {
      await db
        .update(inbox)
        .set({ attempts: sql`${inbox.attempts} + 1` })
        .where(and(eq(inbox.tenant, tenant), eq(inbox.key, key), sql`+${inbox.state} = 'new'`));
    },
    async defer(tenant, key, { notBefore, reason, attempts }) {
      await db
        .update(inbox)
        .set({ notBefore, reason, attempts })
        .where(and(eq(inbox.tenant, tenant), eq(inbox.key, key), sql`+${inbox.state} = 'new'`));
    },
    async bury(tenant, key, reason, at, attempts) {
      await batch(db, burying(tenant, key, reason, at, attempts));
    },
    async depth(tenant, upTo) {
      const [row] = await db.all<{ waiting: number; due: number }>(sql`
        SELECT count(*) AS waiting, coalesce(sum(at <= ${upTo - settleMs} OR (rank = 0 AND at <= ${upTo})), 0) AS due
        FROM inbox INDEXED BY inbox_due WHERE tenant = ${tenant} AND state = 'new'`);
      return { waiting: row?.waiting ?? 0, due: row?.due ?? 0 };
    },
    async nextAttempt(tenant, upTo) {
      const [row] = await db.all<{ at: number | null }>(sql`
        SELECT min(not_before) AS at FROM inbox INDEXED BY inbox_due
        WHERE tenant = ${tenant} AND state = 'new' AND at <= ${upTo} AND (at <= ${upTo - settleMs} OR rank = 0)`);
      return row?.at ?? null;
    },
    async tenantsWithDue(upTo, wall) {
      const has = exists(
        db
          .select({ one: sql`1` })
          .from(inbox)
          .where(and(eq(inbox.tenant, tenants.id), isDue(upTo, wall))),
      );
      const rows = await db
        .select({ id: tenants.id })
        .from(tenants)
        .where(and(eq(tenants.state, 'active'), has));
      return rows.map((r) => r.id);
    },
    async heard(tenant, since) {
      const [row] = await db.all<{ at: number | null; moments: string }>(sql`
        SELECT min(received_at) AS at, json_group_array(DISTINCT moment) AS moments FROM (
          SELECT received_at, coalesce(message ->> 'moment', '') AS moment FROM inbox
          WHERE tenant = ${tenant} AND key >= 'event:' AND key < 'event;' AND received_at >= ${since} AND json_valid(message)
          LIMIT ${HEARD})`);
      if (!row || row.at === null) return null;
      const moments: string[] = JSON.parse(row.moments);
      return { at: row.at, moments: MOMENTS.filter((moment) => moments.includes(moment)) };
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
        message: jsonOr(message),
      }));
    },
    async recent(tenant, limit) {
      const rows = await db
        .select()
        .from(inbox)
        .where(eq(inbox.tenant, tenant))
        .orderBy(desc(inbox.receivedAt), desc(inbox.at), desc(inbox.key))
        .limit(limit);
      return rows.map(({ key, type, at, state, reason, receivedAt }) => ({
        ...{ key, type, at, reason, receivedAt },
        state: state as RecentRow['state'],
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

/** Rows as messages, and those that are none with what is wrong with them. */
function read(rows: (typeof inbox.$inferSelect)[]) {
  const readable: InboxRow[] = [];
  const unreadable: { key: string; reason: string; attempts: number }[] = [];
  for (const { key, attempts, type, message } of rows) {
    const parsed = loopMessageSchema.safeParse(jsonOr(message));
    if (parsed.success) readable.push({ key, attempts, message: parsed.data });
    else unreadable.push({ key, attempts, reason: `Invalid: a message "${type}" that this version can't read` });
  }
  return { readable, unreadable };
}

/** What JSON says, or the text itself where it is none. */
function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Makes a row a dead letter, for a batch. */
function burying(tenant: string, key: string, reason: string, at: number, attempts: number): Statement[] {
  return [
    sql`
      INSERT OR REPLACE INTO dead_letters (tenant, key, message, reason, attempts, at)
      SELECT tenant, key, message, ${reason}, ${attempts}, ${at} FROM inbox
      WHERE tenant = ${tenant} AND key = ${key}`,
    sql`UPDATE inbox SET state = 'dead', reason = ${reason} WHERE tenant = ${tenant} AND key = ${key}`,
  ];
}

function insertForActive(messages: LoopMessage[], receivedAt: number) {
  const values = messages.map((message) => ({
    key: messageKey(message),
    type: message.type,
    message: JSON.stringify(message),
    at: message.at,
    rank: messageRank(message),
  }));
  return sql`
    INSERT OR IGNORE INTO inbox (tenant, key, type, message, at, rank, received_at, is_tick)
    SELECT t.id, m.value ->> 'key', m.value ->> 'type', m.value ->> 'message', m.value ->> 'at', m.value ->> 'rank',
      ${receivedAt}, 1 FROM tenants AS t, json_each(${JSON.stringify(values)}) AS m WHERE t.state = 'active'
      AND (m.value ->> 'type' = 'digest' OR NOT EXISTS (
        SELECT 1 FROM inbox AS i INDEXED BY inbox_due WHERE i.tenant = t.id AND i.state = 'new'
          AND i.key >= (m.value ->> 'type') || ':' AND i.key < (m.value ->> 'type') || ';'))`;
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

/**
 * Removes a message that nobody was allowed to work yet, by wall or by event time, as a statement for somebody's batch. One
 * that was put off after it was begun (it has a reason) stays.
 */
export function withdrawHeld(tenant: string, keyPrefix: string, at: { now: number; eventNow: number }): SQL {
  return sql`
    DELETE FROM inbox WHERE tenant = ${tenant} AND key >= ${keyPrefix} AND key < ${`${keyPrefix}\uffff`}
      AND state = 'new' AND reason IS NULL AND (not_before > ${at.now} OR at > ${at.eventNow})`;
}
