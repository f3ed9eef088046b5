import { and, desc, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import type { Session, SessionStore } from '../loop/ports/session.ts';
import type { Database } from './database.ts';
import { sessionNonces, sessions } from './schema/session-schema.ts';

/** Sessions among which people are looked for: some months of a team of fifty. */
const PEOPLE_ROWS = 5_000;

/** Sessions and their nonces. What acts once is guarded by a key, never by reading first. */
export function createSessionStore(db: Database): SessionStore {
  const of = (tenant: string, id: string) => and(eq(sessions.tenant, tenant), eq(sessions.id, id));
  return {
    async begin(tenant, session) {
      const result = await db
        .insert(sessions)
        .values({ tenant, ...session })
        .onConflictDoNothing();
      const byProof = and(eq(sessions.tenant, tenant), eq(sessions.proofId, session.proofId));
      const [row] = await db.select().from(sessions).where(byProof);
      if (!row) throw new Error('a session that was stored is not there');
      return { session: toSession(row), isNew: result.meta.changes > 0 };
    },
    async find(tenant, id) {
      const [row] = await db.select().from(sessions).where(of(tenant, id));
      return row ? toSession(row) : null;
    },
    async check(tenant, id, person) {
      await db
        .update(sessions)
        .set(person)
        .where(and(of(tenant, id), isNull(sessions.endedAt)));
    },
    async end(tenant, id, at) {
      await db
        .update(sessions)
        .set({ endedAt: at })
        .where(and(of(tenant, id), isNull(sessions.endedAt)));
    },
    async people(tenant, since, limit) {
      const rows = await db
        .select()
        .from(sessions)
        .where(and(eq(sessions.tenant, tenant), gte(sessions.startedAt, since)))
        .orderBy(desc(sessions.startedAt), desc(sessions.id))
        .limit(PEOPLE_ROWS);
      const latest = new Map<string, Session>();
      for (const row of rows) if (!latest.has(row.userId)) latest.set(row.userId, toSession(row));
      return [...latest.values()].slice(0, limit);
    },
    async spend(tenant, sessionId, nonce, at) {
      const result = await db.insert(sessionNonces).values({ tenant, sessionId, nonce, at }).onConflictDoNothing();
      return result.meta.changes > 0;
    },
  };
}

function toSession({ tenant: _, ...session }: typeof sessions.$inferSelect) {
  return session;
}

/** Removes sessions that were over before `before` (wall, ms), with their nonces. */
export function endedSessions(db: Database, tenant: string, before: number) {
  const isOver = and(eq(sessions.tenant, tenant), lt(sessions.endsAt, before));
  const over = db.select({ id: sessions.id }).from(sessions).where(isOver);
  const ofTheirs = and(eq(sessionNonces.tenant, tenant), inArray(sessionNonces.sessionId, over));
  return [db.delete(sessionNonces).where(ofTheirs), db.delete(sessions).where(isOver)];
}
