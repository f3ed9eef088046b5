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

/** Gaps whose decisions are put off until a moment (wall). */
export const snoozes = sqliteTable(
  'snoozes',
  {
    tenant: tenant(),
    gapId: text('gap_id').notNull(),
    until: integer('until').notNull(),
    by: text('by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.gapId] })],
);

/** What the team remarked on a gap and its proposals. `at` is wall time. */
export const remarks = sqliteTable(
  'remarks',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    tenant: tenant(),
    gapId: text('gap_id').notNull(),
    at: integer('at').notNull(),
    userId: text('user_id').notNull(),
    name: text('name').notNull(),
    text: text('text').notNull(),
  },
  (t) => [index('remarks_gap').on(t.tenant, t.gapId)],
);

/** Ways of looking at the queue that the team keeps. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    query: text('query').notNull(),
    by: text('by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] })],
);
