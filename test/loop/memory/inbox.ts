import { compareRows, MOMENTS, messageKey, messageRank } from '../../../worker/loop/ports/messages.ts';
import type { InboxStore } from '../../../worker/loop/ports/stores/inbox.ts';
import type { LeaseStore } from '../../../worker/loop/ports/stores/tenants.ts';
import { at, byText, copy, type Shelf, type StoredMessage } from './shelf.ts';

type Incoming = Parameters<InboxStore['add']>[1];

const TICKS = [
  'reconcile',
  'refresh',
  'watch',
  'seal',
  'consolidate',
  'calibrate',
  'forget',
  'digest',
  'repair',
  'measure',
];

/** Adds messages, each key once, whatever became of it; answers how many were new. */
export function addMessages(shelf: Shelf, tenant: string, rows: Incoming, receivedAt: number): number {
  let added = 0;
  for (const { key, message, notBefore = 0 } of rows) {
    if (shelf.inbox.has(at(tenant, key))) continue;
    const row = {
      tenant,
      key,
      message: copy(message),
      notBefore,
      attempts: 0,
      state: 'new' as const,
      reason: null,
      receivedAt,
    };
    shelf.inbox.set(at(tenant, key), row);
    added += 1;
  }
  return added;
}

/** Removes a message that nobody was allowed to work yet; false where there is none such. */
export function withdrawHeld(
  shelf: Shelf,
  tenant: string,
  keyPrefix: string,
  when: { now: number; eventNow: number },
): boolean {
  const held = [...shelf.inbox.values()].filter(
    (row) =>
      row.tenant === tenant &&
      row.key.startsWith(keyPrefix) &&
      row.state === 'new' &&
      row.reason === null &&
      (row.notBefore > when.now || row.message.at > when.eventNow),
  );
  for (const row of held) shelf.inbox.delete(at(tenant, row.key));
  return held.length > 0;
}

export function memoryInbox(shelf: Shelf, wallNow: () => number, settleMs: number): InboxStore {
  const isDue = (row: StoredMessage, upTo: number) =>
    row.state === 'new' &&
    (row.message.at <= upTo - settleMs || (messageRank(row.message) === 0 && row.message.at <= upTo));
  const of = (tenant: string) => [...shelf.inbox.values()].filter((row) => row.tenant === tenant);
  const standing = (tenant: string, key: string) => {
    const row = shelf.inbox.get(at(tenant, key));
    return row?.state === 'new' ? row : undefined;
  };
  return {
    add: async (tenant, rows) => addMessages(shelf, tenant, rows, wallNow()),
    async due(tenant, upTo, wall, limit) {
      const due = of(tenant).filter((row) => isDue(row, upTo) && row.notBefore <= wall);
      due.sort(compareRows);
      return due.slice(0, limit).map(({ key, attempts, message }) => ({ key, attempts, message: copy(message) }));
    },
    async addForActive(messages) {
      const rows = messages.map((message) => ({ key: messageKey(message), message }));
      for (const { tenant } of shelf.tenants.values()) {
        if (tenant.state !== 'active') continue;
        const asked = of(tenant.id).flatMap((row) => (row.state === 'new' ? [row.message.type] : []));
        const news = rows.filter(({ message: { type } }) => type === 'digest' || !asked.includes(type));
        addMessages(shelf, tenant.id, news, wallNow());
      }
    },
    async forgetTicks(before, limit) {
      const done = [...shelf.inbox].filter(
        ([, row]) => row.state === 'done' && row.receivedAt < before && TICKS.includes(row.message.type),
      );
      for (const [key] of done.slice(0, limit)) shelf.inbox.delete(key);
    },
    async settle(tenant, keys, next) {
      const rows = next.map((message) => ({ key: messageKey(message), message }));
      addMessages(shelf, tenant, rows, wallNow());
      for (const key of keys) {
        const row = standing(tenant, key);
        if (row) row.state = 'done';
      }
    },
    async begin(tenant, key) {
      const row = standing(tenant, key);
      if (row) row.attempts += 1;
    },
    async defer(tenant, key, how) {
      const row = standing(tenant, key);
      if (row) Object.assign(row, how);
    },
    async bury(tenant, key, reason, when, attempts) {
      const row = shelf.inbox.get(at(tenant, key));
      if (!row) return;
      const { message } = row;
      shelf.dead.set(at(tenant, key), { tenant, key, message, reason, attempts, at: when });
      Object.assign(row, { state: 'dead', reason });
    },
    async depth(tenant, upTo) {
      const waiting = of(tenant).filter((row) => row.state === 'new');
      return { waiting: waiting.length, due: waiting.filter((row) => isDue(row, upTo)).length };
    },
    async nextAttempt(tenant, upTo) {
      const due = of(tenant).filter((row) => isDue(row, upTo));
      return due.length === 0 ? null : Math.min(...due.map((row) => row.notBefore));
    },
    async tenantsWithDue(upTo, wall) {
      const due = [...shelf.inbox.values()].filter((row) => isDue(row, upTo) && row.notBefore <= wall);
      const active = due.filter((row) => shelf.tenants.get(row.tenant)?.tenant.state === 'active');
      return [...new Set(active.map((row) => row.tenant))];
    },
    async heard(tenant, since) {
      const events = of(tenant).filter((row) => row.key.startsWith('event:') && row.receivedAt >= since);
      if (events.length === 0) return null;
      const moments = new Set(events.map(({ message }) => (message.type === 'observe' ? message.moment : null)));
      return {
        at: Math.min(...events.map((row) => row.receivedAt)),
        moments: MOMENTS.filter((moment) => moments.has(moment)),
      };
    },
    async deadLetters(tenant) {
      const dead = [...shelf.dead.values()].filter((letter) => letter.tenant === tenant);
      return dead.sort((a, b) => a.at - b.at).map(({ tenant: _, ...letter }) => copy(letter));
    },
    async recent(tenant, limit) {
      const rows = of(tenant).sort(
        (a, b) => b.receivedAt - a.receivedAt || b.message.at - a.message.at || byText(b.key, a.key),
      );
      return rows.slice(0, limit).map(({ key, message, state, reason, receivedAt }) => ({
        ...{ key, type: message.type, at: message.at, state, reason, receivedAt },
      }));
    },
    async replay(tenant, key) {
      const row = shelf.inbox.get(at(tenant, key));
      shelf.dead.delete(at(tenant, key));
      if (row?.state !== 'dead') return false;
      Object.assign(row, { state: 'new', attempts: 0, notBefore: 0, reason: null });
      return true;
    },
  };
}

export function memoryLeases(shelf: Shelf): LeaseStore {
  return {
    async acquire(tenant, holder, now, until) {
      const held = shelf.leases.get(tenant);
      if (held && held.until >= now && held.holder !== holder) return false;
      shelf.leases.set(tenant, { holder, until });
      return true;
    },
    async release(tenant, holder) {
      if (shelf.leases.get(tenant)?.holder === holder) shelf.leases.delete(tenant);
    },
  };
}
