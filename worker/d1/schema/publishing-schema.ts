import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** What people are told. `at` is event time, `nextAt` wall time (ms); `state` is how far it is on its way to the webhook. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    tenant: text('tenant').notNull(),
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    at: integer('at').notNull(),
    payload: text('payload').notNull(),
    state: text('state').notNull().default('due'),
    attempts: integer('attempts').notNull().default(0),
    nextAt: integer('next_at').notNull().default(0),
    detail: text('detail'),
    readAt: integer('read_at'),
    dismissedAt: integer('dismissed_at'),
  },
  (t) => [
    uniqueIndex('outbox_key').on(t.tenant, t.key),
    index('outbox_order').on(t.tenant, t.id),
    index('outbox_due').on(t.tenant, t.nextAt).where(sql`state IN ('due', 'sending', 'repeating')`),
  ],
);

/**
 * Places of automatic publications under their caps: one a fix. One counts while it has not run out (wall time) and for as
 * long as its publication stands. `at` is event time; `articles` the ids it writes, as JSON.
 */
export const reservations = sqliteTable(
  'reservations',
  {
    tenant: text('tenant').notNull(),
    fixId: text('fix_id').notNull(),
    publicationId: text('publication_id').notNull(),
    articles: text('articles').notNull(),
    at: integer('at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.fixId] }), index('reservations_at').on(t.tenant, t.at)],
);

/** One yes/no question a disputed fix, prepared for one agent. */
export const questions = sqliteTable(
  'questions',
  {
    tenant: text('tenant').notNull(),
    id: text('id').notNull(),
    fixId: text('fix_id').notNull(),
    agentId: text('agent_id').notNull(),
    state: text('state').notNull(),
    at: integer('at').notNull(),
    body: text('body').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    index('questions_fix').on(t.tenant, t.fixId),
    index('questions_agent').on(t.tenant, t.state, t.agentId),
  ],
);

/** Every write with its snapshot and intent. `at` is event time. */
export const publications = sqliteTable(
  'publications',
  {
    tenant: text('tenant').notNull(),
    id: text('id').notNull(),
    state: text('state').notNull(),
    at: integer('at').notNull(),
    body: text('body').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    index('publications_at').on(t.tenant, t.at),
    /** Those that nobody approved, of all tenants: what the deployment's own trip counts. */
    index('publications_automatic')
      .on(t.at, t.tenant, t.id)
      .where(
        sql`json_extract(body, '$.by') = 'mend' AND json_extract(body, '$.reverts') IS NULL AND state IN ('done', 'rolled_back')`,
      ),
  ],
);
