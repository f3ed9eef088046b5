import type { SessionStore } from '../../../worker/loop/ports/session.ts';
import { at, copy, type Shelf } from './shelf.ts';

export function memorySessions(shelf: Shelf): SessionStore {
  const rowsOf = (tenant: string) => [...shelf.sessions].filter(([key]) => JSON.parse(key)[0] === tenant);
  return {
    async begin(tenant, session) {
      const known = rowsOf(tenant).find(([, row]) => row.proofId === session.proofId)?.[1];
      if (known) return { session: copy(known), isNew: false };
      shelf.sessions.set(at(tenant, session.id), copy(session));
      return { session: copy(session), isNew: true };
    },
    find: async (tenant, id) => copy(shelf.sessions.get(at(tenant, id)) ?? null),
    async check(tenant, id, person) {
      const row = shelf.sessions.get(at(tenant, id));
      if (row && row.endedAt === null) Object.assign(row, person);
    },
    async end(tenant, id, when) {
      const row = shelf.sessions.get(at(tenant, id));
      if (row && row.endedAt === null) row.endedAt = when;
    },
    async people(tenant, since, limit) {
      const rows = rowsOf(tenant).map(([, row]) => row);
      const newest = rows.filter((row) => row.startedAt >= since).sort((a, b) => b.startedAt - a.startedAt);
      const latest = new Map<string, (typeof rows)[number]>();
      for (const row of newest) if (!latest.has(row.userId)) latest.set(row.userId, copy(row));
      return [...latest.values()].slice(0, limit);
    },
    async spend(tenant, sessionId, nonce) {
      const key = at(tenant, sessionId, nonce);
      if (shelf.nonces.has(key)) return false;
      shelf.nonces.set(key, { tenant, sessionId });
      return true;
    },
  };
}
