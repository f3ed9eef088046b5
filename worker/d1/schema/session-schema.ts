import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

const tenant = () => text('tenant').notNull();

/** Sessions of people of the helpdesk; no token and no bearer is stored, only hashes of the proof. Times are wall time. */
export const sessions = sqliteTable(
  'sessions',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    proofId: text('proof_id').notNull(),
    proofSeal: text('proof_seal').notNull(),
    userId: text('user_id').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ['agent', 'lead', 'admin'] }).notNull(),
    locale: text('locale').notNull(),
    startedAt: integer('started_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    checkedAt: integer('checked_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    uniqueIndex('sessions_proof').on(t.tenant, t.proofId),
    index('sessions_end').on(t.tenant, t.endsAt),
  ],
);

/** Nonces that were used: each acts once in its session. */
export const sessionNonces = sqliteTable(
  'session_nonces',
  {
    tenant: tenant(),
    sessionId: text('session_id').notNull(),
    nonce: text('nonce').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.sessionId, t.nonce] })],
);
