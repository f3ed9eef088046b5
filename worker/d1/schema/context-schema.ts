import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const tenant = () => text('tenant').notNull();

/** Changes of the product as sources told them, with what came of each. `toldAt` and `documentedAt` are event time. */
export const changeNotes = sqliteTable(
  'change_notes',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    source: text('source').notNull(),
    hash: text('hash').notNull(),
    toldAt: integer('told_at').notNull(),
    documentedAt: integer('documented_at'),
    reading: text('reading'),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] }), index('change_notes_told').on(t.tenant, t.toldAt, t.id)],
);

/**
 * What a company's product says of a person, as its context endpoint answered. `personId` is the HMAC by which everything
 * of a person is found; `asOf` and `until` are wall time: after `until` it is asked anew.
 */
export const productFacts = sqliteTable(
  'product_facts',
  {
    tenant: tenant(),
    personId: text('person_id').notNull(),
    asOf: integer('as_of').notNull(),
    until: integer('until').notNull(),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.personId] }), index('product_facts_until').on(t.tenant, t.until)],
);

/** Bug reports in a tracker: one row a report. `ref` is the vendor's id of the issue, null until it is known. */
export const trackedIssues = sqliteTable(
  'tracked_issues',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    tracker: text('tracker').notNull(),
    ref: text('ref'),
    state: text('state').notNull(),
    updatedAt: integer('updated_at').notNull(),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] }), index('tracked_issues_ref').on(t.tenant, t.tracker, t.ref)],
);
