import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What people did with advice: one row a person, conversation, kind and subject, never changed. `at` is event time. */
export const outcomes = sqliteTable(
  'outcomes',
  {
    tenant: text('tenant').notNull(),
    id: text('id').notNull(),
    conversationId: text('conversation_id').notNull(),
    personId: text('person_id').notNull(),
    about: text('about'),
    at: integer('at').notNull(),
    body: text('body').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    index('outcomes_conversation').on(t.tenant, t.conversationId, t.at, t.id),
    index('outcomes_about').on(t.tenant, t.about, t.at),
    index('outcomes_person').on(t.tenant, t.personId, t.at),
    index('outcomes_at').on(t.tenant, t.at),
  ],
);
