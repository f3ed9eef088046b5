import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const tenant = () => text('tenant').notNull();

/** What models cost a tenant on a day (UTC, `2026-11-22`), reservations included; tenant '' for all together. */
export const modelSpend = sqliteTable(
  'model_spend',
  {
    tenant: tenant(),
    day: text('day').notNull(),
    calls: integer('calls').notNull(),
    tokens: integer('tokens').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.day] })],
);

/** What a model answered, by the hash of what was sent. `at` is wall time: redacted text, which leaves with its time. */
export const modelAnswers = sqliteTable(
  'model_answers',
  {
    tenant: tenant(),
    request: text('request').notNull(),
    outcome: text('outcome').notNull(),
    json: text('json').notNull(),
    answeredBy: text('answered_by').notNull(),
    inputTokens: integer('input_tokens').notNull(),
    outputTokens: integer('output_tokens').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.request] })],
);

/** How often a model gave no answer to a request, and since when (wall). */
export const modelFailures = sqliteTable(
  'model_failures',
  {
    tenant: tenant(),
    request: text('request').notNull(),
    kind: text('kind').notNull(),
    count: integer('count').notNull(),
    since: integer('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.request, t.kind] })],
);
