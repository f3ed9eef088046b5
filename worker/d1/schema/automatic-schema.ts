import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const tenant = () => text('tenant').notNull();

/**
 * What was done, or would have been, in conversations without a person: one row of a kind a conversation, stored before the
 * helpdesk is written to. `requesterId` is the keyed hash of a person; `at` and `judgedAt` are event time.
 */
export const automaticActs = sqliteTable(
  'automatic_acts',
  {
    tenant: tenant(),
    kind: text('kind').notNull(),
    conversationId: text('conversation_id').notNull(),
    requesterId: text('requester_id').notNull(),
    category: text('category').notNull(),
    state: text('state').notNull(),
    verdict: text('verdict').notNull(),
    at: integer('at').notNull(),
    judgedAt: integer('judged_at'),
    body: text('body').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.kind, t.conversationId] }),
    index('automatic_acts_verdict').on(t.tenant, t.verdict, t.at),
    index('automatic_acts_judged').on(t.tenant, t.kind, t.category, t.judgedAt),
    index('automatic_acts_requester').on(t.tenant, t.requesterId, t.at),
  ],
);
