import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

const tenant = () => text('tenant').notNull();

export const tenants = sqliteTable(
  'tenants',
  {
    id: text('id').primaryKey(),
    vendor: text('vendor').notNull(),
    accountId: text('account_id').notNull(),
    subdomain: text('subdomain').notNull(),
    baseUrl: text('base_url').notNull(),
    state: text('state').notNull(),
    locale: text('locale').notNull(),
    policy: text('policy').notNull(),
    createdAt: integer('created_at').notNull(),
    /** Since when (wall) the tenant is in its state. */
    stateSince: integer('state_since').notNull().default(0),
  },
  (t) => [index('tenants_subdomain').on(t.subdomain), index('tenants_state').on(t.state, t.stateSince)],
);

/** Secrets as sealed envelopes: never plain text. `name` is `access_token`, `webhook_secret`, … */
export const secrets = sqliteTable(
  'secrets',
  {
    tenant: tenant(),
    name: text('name').notNull(),
    sealed: text('sealed').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.name] })],
);

/** A row that a cron tick asked for and that is done: thousands of accounts make millions of them. */
export const IS_DONE_TICK = sql`state = 'done' AND is_tick = 1`;

/** The queue of truth: one row a message until it is done. `at` is event time, `notBefore` wall time (ms). */
export const inbox = sqliteTable(
  'inbox',
  {
    tenant: tenant(),
    key: text('key').notNull(),
    type: text('type').notNull(),
    message: text('message').notNull(),
    at: integer('at').notNull(),
    rank: integer('rank').notNull(),
    notBefore: integer('not_before').notNull().default(0),
    attempts: integer('attempts').notNull().default(0),
    state: text('state').notNull().default('new'),
    reason: text('reason'),
    receivedAt: integer('received_at').notNull(),
    isTick: integer('is_tick').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.key] }),
    index('inbox_recent').on(t.tenant, t.receivedAt, t.at, t.key),
    index('inbox_due').on(t.tenant, t.at, t.rank, t.key).where(sql`state = 'new'`),
    index('inbox_ticks').on(t.receivedAt).where(IS_DONE_TICK),
  ],
);

export const deadLetters = sqliteTable(
  'dead_letters',
  {
    tenant: tenant(),
    key: text('key').notNull(),
    message: text('message').notNull(),
    reason: text('reason').notNull(),
    attempts: integer('attempts').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.key] })],
);

/** Redacted text; leaves after its retention while the observation stays. */
export const conversations = sqliteTable(
  'conversations',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    body: text('body').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] }), index('conversations_updated').on(t.tenant, t.updatedAt)],
);

export const observations = sqliteTable(
  'observations',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    conversationId: text('conversation_id').notNull(),
    state: text('state').notNull(),
    at: integer('at').notNull(),
    revision: text('revision').notNull(),
    language: text('language').notNull(),
    question: text('question').notNull(),
    /** A hash of the question: a control sample takes the lowest ones. Empty in rows that are older than this column. */
    lot: text('lot').notNull().default(''),
    suggested: text('suggested').notNull(),
    coverage: real('coverage'),
    diagnosis: text('diagnosis'),
    issueId: text('issue_id'),
    articleId: text('article_id'),
    signals: text('signals').notNull(),
    /** Each question that it asked, as JSON; null where it asked one. */
    questions: text('questions'),
    requesterId: text('requester_id').notNull(),
    organizationId: text('organization_id'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    uniqueIndex('observations_conversation').on(t.tenant, t.conversationId),
    index('observations_person').on(t.tenant, t.requesterId, t.at),
    index('observations_at').on(t.tenant, t.at, t.id, t.state),
    index('observations_lot').on(t.tenant, t.language, t.lot),
    /** Holds all that a frequency is counted from, so that no row is read twice. */
    index('observations_issue').on(
      ...[t.tenant, t.issueId, t.at, t.id, t.state, t.language, t.requesterId, t.organizationId, t.signals],
    ),
  ],
);

/** What learned state is folded from, in order of `seq`. The key is also the guard against a second writer. */
export const learningLog = sqliteTable(
  'learning_log',
  {
    tenant: tenant(),
    seq: integer('seq').notNull(),
    language: text('language').notNull(),
    kind: text('kind').notNull(),
    ref: text('ref').notNull(),
    entry: text('entry').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.seq] })],
);

/** Learned state as compact rows, each at most 256 KB; `learning_snapshots` says up to which entry they hold. */
export const learnedRows = sqliteTable(
  'learned_rows',
  {
    tenant: tenant(),
    language: text('language').notNull(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    json: text('json').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.language, t.kind, t.key] })],
);

export const learningSnapshots = sqliteTable(
  'learning_snapshots',
  { tenant: tenant(), language: text('language').notNull(), seq: integer('seq').notNull() },
  (t) => [primaryKey({ columns: [t.tenant, t.language] })],
);

export const articles = sqliteTable(
  'articles',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    locale: text('locale').notNull(),
    body: text('body').notNull(),
    hash: text('hash').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id, t.locale] })],
);

export const articleVersions = sqliteTable(
  'article_versions',
  {
    tenant: tenant(),
    articleId: text('article_id').notNull(),
    locale: text('locale').notNull(),
    hash: text('hash').notNull(),
    title: text('title').notNull(),
    bodyHtml: text('body_html').notNull(),
    at: integer('at').notNull(),
    by: text('by'),
    source: text('source').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.articleId, t.locale, t.at, t.hash] }),
    index('article_versions_at').on(t.tenant, t.at, t.source),
  ],
);

export const gaps = sqliteTable(
  'gaps',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    state: text('state').notNull(),
    openedAt: integer('opened_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] }), index('gaps_state').on(t.tenant, t.state, t.openedAt)],
);

export const fixes = sqliteTable(
  'fixes',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    gapId: text('gap_id').notNull(),
    state: text('state').notNull(),
    createdAt: integer('created_at').notNull(),
    body: text('body').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    index('fixes_gap').on(t.tenant, t.gapId, t.createdAt),
    index('fixes_state').on(t.tenant, t.state, t.createdAt),
  ],
);

export const activity = sqliteTable(
  'activity',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    tenant: tenant(),
    at: integer('at').notNull(),
    actor: text('actor').notNull(),
    what: text('what').notNull(),
    subject: text('subject').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [index('activity_tenant').on(t.tenant, t.id)],
);

/** The chain over the activity log: each seal hashes the one before and every entry up to `upTo`. Never changed. */
export const activitySeals = sqliteTable(
  'activity_seals',
  { tenant: tenant(), upTo: integer('up_to').notNull(), hash: text('hash').notNull(), at: integer('at').notNull() },
  (t) => [primaryKey({ columns: [t.tenant, t.upTo] })],
);

export const cursors = sqliteTable(
  'cursors',
  { tenant: tenant(), name: text('name').notNull(), value: text('value').notNull() },
  (t) => [primaryKey({ columns: [t.tenant, t.name] })],
);
