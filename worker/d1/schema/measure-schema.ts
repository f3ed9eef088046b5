import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const tenant = () => text('tenant').notNull();

/**
 * How each conversation ended: closed values and keyed hashes, no text. Times are event time. It goes where the
 * conversation is reopened, deleted or erased, and comes back when it is solved again.
 */
export const endings = sqliteTable(
  'endings',
  {
    tenant: tenant(),
    conversationId: text('conversation_id').notNull(),
    requesterId: text('requester_id').notNull(),
    organizationId: text('organization_id'),
    /** Whom the helpdesk keeps the conversation for; null where every agent may open it. */
    audience: text('audience'),
    language: text('language').notNull(),
    category: text('category').notNull(),
    issueId: text('issue_id'),
    articleId: text('article_id'),
    diagnosis: text('diagnosis').notNull(),
    openedAt: integer('opened_at').notNull(),
    solvedAt: integer('solved_at').notNull(),
    solvedBy: text('solved_by').notNull(),
    firstReplyMs: integer('first_reply_ms'),
    firstReplyBy: text('first_reply_by'),
    customerRuns: integer('customer_runs').notNull(),
    touches: integer('touches').notNull(),
    handovers: integer('handovers').notNull(),
    reopened: integer('reopened').notNull(),
    rating: text('rating'),
    lastWord: text('last_word').notNull(),
    escalation: text('escalation'),
    advice: text('advice').notNull(),
    /** Share of the sentences of an inserted reply that were sent as they stood; null where none was inserted. */
    kept: real('kept'),
    tried: text('tried').notNull(),
    isLinked: integer('is_linked').notNull(),
    /** Why it was opened again the first time; null where it was not, and in rows from before it was kept. */
    reopenReason: text('reopen_reason'),
    /** Whether an agent who searched beside it sent what was found; null where nobody searched. */
    search: text('search'),
    /** It asked nothing: an offer, a program's mail. */
    isChaff: integer('is_chaff').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.conversationId] }),
    index('endings_opened').on(t.tenant, t.openedAt, t.conversationId),
    index('endings_issue').on(t.tenant, t.issueId, t.openedAt),
    index('endings_person').on(t.tenant, t.requesterId, t.openedAt),
  ],
);

/** How easy a customer found it, 1 to 7, asked once a conversation. `at` is event time. */
export const effortAnswers = sqliteTable(
  'effort_answers',
  {
    tenant: tenant(),
    conversationId: text('conversation_id').notNull(),
    score: integer('score').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.conversationId] }), index('effort_answers_at').on(t.tenant, t.at)],
);

/** Customers who left, as the company told: `customer` is the key by which endings name a person or an organization. */
export const departures = sqliteTable(
  'departures',
  {
    tenant: tenant(),
    customer: text('customer').notNull(),
    leftAt: integer('left_at').notNull(),
    source: text('source').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.customer] }), index('departures_left').on(t.tenant, t.leftAt)],
);

/** What is counted anew: the quarter of an hour (event time) in which a conversation was opened, and from when on. */
export const measureDue = sqliteTable(
  'measure_due',
  { tenant: tenant(), at: integer('at').notNull(), dueAt: integer('due_at').notNull() },
  (t) => [primaryKey({ columns: [t.tenant, t.at] }), index('measure_due_next').on(t.tenant, t.dueAt, t.at)],
);

/** Endings of a local day (`2026-11-22`) by category and by how often their issue had been asked before, as counts. */
export const dayCounts = sqliteTable(
  'day_counts',
  {
    tenant: tenant(),
    day: text('day').notNull(),
    category: text('category').notNull(),
    age: text('age').notNull(),
    counts: text('counts').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.day, t.category, t.age] })],
);

/** How many conversations of an issue were opened in a local week, named by its Monday. */
export const issueWeeks = sqliteTable(
  'issue_weeks',
  {
    tenant: tenant(),
    week: text('week').notNull(),
    issueId: text('issue_id').notNull(),
    asked: integer('asked').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.week, t.issueId] })],
);

/** Trials of Mend at a tenant, with the baseline as it was frozen. `startedAt` is event time. */
export const pilots = sqliteTable(
  'pilots',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    state: text('state').notNull(),
    startedAt: integer('started_at').notNull(),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] })],
);
