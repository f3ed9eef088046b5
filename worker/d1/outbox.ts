import { and, asc, desc, eq, gte, inArray, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { DeliveryState, Notice, NoticeRow } from '../../shared/notice.ts';
import { saidIn } from '../../shared/said/stored.ts';
import { messageKey } from '../loop/ports/messages.ts';
import type { OutboxStore } from '../loop/ports/stores/outbox.ts';
import { batch, type Database } from './database.ts';
import { insertMessages } from './inbox.ts';
import { outbox } from './schema/publishing-schema.ts';

/** Connected, or to be connected again. */
const IS_OURS = sql`state IN ('active', 'auth_required')`;

/** Spelled out, as the index of what waits has it: parameters would not find it. */
const IS_WAITING = sql`${outbox.state} IN ('due', 'sending', 'repeating')`;

/** Notices: one row is both what stands in the app and what the webhook is sent. */
export function createOutboxStore(db: Database): OutboxStore {
  const of = (tenant: string, ...more: (SQL | undefined)[]) => and(eq(outbox.tenant, tenant), ...more);
  return {
    async add(tenant, notice) {
      const known = await this.get(tenant, notice.key);
      await batch(db, insertNotice(tenant, notice, sql`1`));
      return known === null;
    },
    async addForAll(_deployment, notice, whom = 'all') {
      const { key, kind, at } = notice;
      const isMeant =
        whom === 'all' ? IS_OURS : sql`${IS_OURS} AND coalesce(json_extract(policy, '$.autoPublish.isEnabled'), 0)`;
      const message = { type: 'notify' as const, at };
      await batch(db, [
        sql`
          INSERT OR IGNORE INTO outbox (tenant, key, kind, at, payload)
          SELECT id, ${key}, ${kind}, ${at}, ${JSON.stringify(notice)} FROM tenants WHERE ${isMeant}`,
        sql`
          INSERT OR IGNORE INTO inbox (tenant, key, type, message, at, rank, received_at)
          SELECT id, ${messageKey(message)}, 'notify', ${JSON.stringify(message)}, ${at}, 0, ${at}
          FROM tenants WHERE ${isMeant}`,
      ]);
    },
    async stoppedWithDue(wallNow) {
      const rows = await db.all<{ id: string }>(sql`
        SELECT t.id AS id FROM tenants AS t WHERE t.state = 'auth_required' AND EXISTS (
          SELECT 1 FROM outbox AS o WHERE o.tenant = t.id AND o.state IN ('due', 'sending', 'repeating')
            AND o.next_at <= ${wallNow})`);
      return rows.map((row) => row.id);
    },
    async get(tenant, key) {
      const [row] = await db
        .select()
        .from(outbox)
        .where(of(tenant, eq(outbox.key, key)));
      return row ? toNotice(row) : null;
    },
    async list(tenant, limit, beforeId) {
      const before = beforeId === null ? undefined : lt(outbox.id, beforeId);
      const rows = await db
        .select()
        .from(outbox)
        .where(of(tenant, isNull(outbox.dismissedAt), before))
        .orderBy(desc(outbox.id))
        .limit(limit);
      return rows.map(toNotice);
    },
    async countUnread(tenant) {
      const [row] = await db
        .select({ n: sql<number>`count(*)` })
        .from(outbox)
        .where(of(tenant, isNull(outbox.readAt), isNull(outbox.dismissedAt)));
      return row?.n ?? 0;
    },
    async mark(tenant, keys, as, at) {
      const change = as === 'read' ? { readAt: at } : { readAt: at, dismissedAt: at };
      const meant = sql`${outbox.key} IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`;
      const { meta } = await db.update(outbox).set(change).where(of(tenant, meant));
      return meta.changes;
    },
    async due(tenant, wallNow, limit) {
      const rows = await db
        .select()
        .from(outbox)
        .where(of(tenant, IS_WAITING, lte(outbox.nextAt, wallNow)))
        .orderBy(asc(outbox.id))
        .limit(limit);
      return rows.map(toNotice);
    },
    async nextAttempt(tenant) {
      const [row] = await db
        .select({ at: sql<number | null>`min(${outbox.nextAt})` })
        .from(outbox)
        .where(of(tenant, IS_WAITING));
      return row?.at ?? null;
    },
    async parked(tenant, limit) {
      const rows = await db
        .select()
        .from(outbox)
        .where(of(tenant, eq(outbox.state, 'parked')))
        .orderBy(desc(outbox.id))
        .limit(limit);
      return rows.map(toNotice);
    },
    async setDelivery(tenant, key, from, to) {
      const { meta } = await db
        .update(outbox)
        .set(to)
        .where(of(tenant, eq(outbox.key, key), inArray(outbox.state, from)));
      return meta.changes > 0;
    },
    async countKinds(tenant, from, to) {
      const rows = await db
        .select({ kind: outbox.kind, n: sql<number>`count(*)` })
        .from(outbox)
        .where(of(tenant, gte(outbox.at, from), lt(outbox.at, to)))
        .groupBy(outbox.kind);
      return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
    },
    async forget(tenant, before) {
      await db.delete(outbox).where(of(tenant, lt(outbox.at, before)));
    },
  };
}

/**
 * A notice and the message that sends it, as statements for somebody's batch, written only where `condition` holds. The
 * second holds where the first did, and both count as a change also where they stood already.
 */
export function insertNotice(tenant: string, notice: Notice, condition: SQL): SQL[] {
  const message = { type: 'notify' as const, at: notice.at };
  const isTold = sql`EXISTS (SELECT 1 FROM outbox WHERE tenant = ${tenant} AND key = ${notice.key})`;
  return [
    sql`
      INSERT INTO outbox (tenant, key, kind, at, payload)
      SELECT ${tenant}, ${notice.key}, ${notice.kind}, ${notice.at}, ${JSON.stringify(notice)} WHERE ${condition}
      ON CONFLICT (tenant, key) DO UPDATE SET at = outbox.at`,
    insertMessages(tenant, [{ key: messageKey(message), message }], notice.at, isTold),
  ];
}

function toNotice(row: typeof outbox.$inferSelect): NoticeRow {
  const notice = JSON.parse(row.payload) as Notice;
  return {
    ...notice,
    title: saidIn(notice.title),
    text: saidIn(notice.text),
    id: row.id,
    isRead: row.readAt !== null,
    isDismissed: row.dismissedAt !== null,
    delivery: { state: row.state as DeliveryState, attempts: row.attempts, nextAt: row.nextAt, detail: row.detail },
  };
}
