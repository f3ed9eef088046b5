import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who works a tenant's rows now: one at a time. */
export const leases = sqliteTable('leases', {
  tenant: text('tenant').primaryKey(),
  holder: text('holder').notNull(),
  until: integer('until').notNull(),
});

/** Who refreshes a tenant's tokens now: one at a time, since the vendor deletes the old pair at once. */
export const tokenLocks = sqliteTable('token_locks', {
  tenant: text('tenant').primaryKey(),
  holder: text('holder').notNull(),
  until: integer('until').notNull(),
});

/** Sign-in states that came back, by their hash: each is good once. `until` is when they are over anyway (wall). */
export const spentStates = sqliteTable('spent_states', {
  hash: text('hash').primaryKey(),
  until: integer('until').notNull(),
});
