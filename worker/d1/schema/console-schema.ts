import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const tenant = () => text('tenant').notNull();

/** How long a person took for each decision: opened to decided, in ms. `at` is wall time. */
export const reviewTimes = sqliteTable(
  'review_times',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    tenant: tenant(),
    fixId: text('fix_id').notNull(),
    verdict: text('verdict').notNull(),
    tookMs: integer('took_ms').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [index('review_times_at').on(t.tenant, t.at)],
);

/** Who of the helpdesk looks after a gap: the vendor's id and the name, as it was when they took it. */
export const gapAssignments = sqliteTable(
  'gap_assignments',
  {
    tenant: tenant(),
    gapId: text('gap_id').notNull(),
    userId: text('user_id').notNull(),
    name: text('name').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.gapId] })],
);
