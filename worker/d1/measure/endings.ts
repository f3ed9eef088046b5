import { type SQL, sql } from 'drizzle-orm';
import type { Ending } from '../../../shared/measure/ending.ts';
import { ASKED_AT_MOST, type MeasuredEnding, RETURN_WINDOW_MS } from '../../core/measure/counts.ts';
import type { DayCounts, EndingStore } from '../../loop/ports/stores/endings.ts';
import { batch, type Database } from '../database.ts';
import { endingStands, markDue } from './ending-rows.ts';

/** Endings stored in one batch at most: two statements each. */
const A_BATCH = 40;

/** Endings as they were stored, and what was counted of them. */
export function createEndingStore(db: Database): EndingStore {
  return {
    async put(tenant, endings) {
      for (let i = 0; i < endings.length; i += A_BATCH)
        await batch(
          db,
          endings.slice(i, i + A_BATCH).flatMap((ending) => endingStands(tenant, ending)),
        );
    },
    async between(tenant, from, to, limit) {
      const rows = await db.all<EndingRow>(sql`
        SELECT e.*, ${asked} AS asked, ${returnedAt} AS returned_at, ${effort} AS effort, ${leftAt} AS left_at FROM endings AS e
        WHERE e.tenant = ${tenant} AND e.opened_at >= ${from} AND e.opened_at < ${to}
        ORDER BY e.opened_at, e.conversation_id LIMIT ${limit}`);
      return rows.map(toEnding);
    },
    async of(tenant, conversationIds) {
      const rows = await db.all<EndingRow>(sql`
        SELECT e.*, ${asked} AS asked, ${returnedAt} AS returned_at FROM endings AS e
        WHERE e.tenant = ${tenant} AND e.conversation_id IN (SELECT value FROM json_each(${JSON.stringify(conversationIds)}))
        ORDER BY e.opened_at, e.conversation_id`);
      return rows.map(toEnding);
    },
    asked: (tenant, from, to) =>
      db.all(sql`
        SELECT issue_id AS issueId, count(*) AS asked FROM endings INDEXED BY endings_opened
        WHERE tenant = ${tenant} AND opened_at >= ${from} AND opened_at < ${to} AND issue_id IS NOT NULL
        GROUP BY issue_id ORDER BY issue_id`),
    before: (tenant, subjects, limit) =>
      db.all(sql`
        SELECT s.value ->> 'id' AS id, coalesce((SELECT min(opened_at) FROM endings AS e
          WHERE e.tenant = ${tenant} AND e.issue_id = s.value ->> 'issueId'), s.value ->> 'before') AS firstAt,
          (SELECT count(*) FROM (SELECT 1 FROM endings AS e WHERE e.tenant = ${tenant} AND e.issue_id = s.value ->> 'issueId'
            AND e.opened_at <= s.value ->> 'before' LIMIT ${limit})) AS asked
        FROM json_each(${JSON.stringify(subjects)}) AS s`),
    ofArticles: (tenant, since) =>
      db.all(sql`
        SELECT article_id AS articleId, count(*) AS asked, sum(diagnosis = 'none') AS served
        FROM endings INDEXED BY endings_opened
        WHERE tenant = ${tenant} AND opened_at >= ${since} AND article_id IS NOT NULL GROUP BY article_id ORDER BY article_id`),
    byOrganization: (tenant, from, to, categories) =>
      db.all(sql`
        SELECT organization, sum(is_inside) AS inside, sum(1 - is_inside) AS outside FROM (
          SELECT coalesce(organization_id, requester_id) AS organization,
            category IN (SELECT value FROM json_each(${JSON.stringify(categories)})) AS is_inside
          FROM endings INDEXED BY endings_opened WHERE tenant = ${tenant} AND opened_at >= ${from} AND opened_at < ${to})
        GROUP BY organization ORDER BY organization`),
    async due(tenant, now, limit) {
      const rows = await db.all<{ at: number }>(sql`
        SELECT at FROM measure_due WHERE tenant = ${tenant} AND due_at <= ${now} ORDER BY due_at, at LIMIT ${limit}`);
      return rows.map(({ at }) => at);
    },
    async dueAll(tenant) {
      await batch(db, [
        sql`DELETE FROM day_counts WHERE tenant = ${tenant}`,
        sql`DELETE FROM issue_weeks WHERE tenant = ${tenant}`,
        markDue(tenant, sql`SELECT opened_at FROM endings WHERE tenant = ${tenant}`),
      ]);
    },
    async count(tenant, { day, rows, week, asked: ofWeek, quarters, again }) {
      await batch(db, [
        sql`DELETE FROM day_counts WHERE tenant = ${tenant} AND day = ${day}`,
        sql`
        INSERT INTO day_counts (tenant, day, category, age, counts)
        SELECT ${tenant}, ${day}, value ->> 'category', value ->> 'age', value -> 'counts' FROM json_each(${JSON.stringify(rows)})
        WHERE true`,
        sql`DELETE FROM issue_weeks WHERE tenant = ${tenant} AND week = ${week}`,
        sql`
        INSERT INTO issue_weeks (tenant, week, issue_id, asked)
        SELECT ${tenant}, ${week}, value ->> 'issueId', value ->> 'asked' FROM json_each(${JSON.stringify(ofWeek)}) WHERE true`,
        sql`
        DELETE FROM measure_due WHERE tenant = ${tenant} AND at IN (SELECT value FROM json_each(${JSON.stringify(quarters)}))`,
        ...(again
          ? [
              sql`
              INSERT INTO measure_due (tenant, at, due_at) VALUES (${tenant}, ${again.at}, ${again.dueAt})
              ON CONFLICT (tenant, at) DO UPDATE SET due_at = min(due_at, excluded.due_at)`,
            ]
          : []),
      ]);
    },
    async days(tenant, from, to) {
      const rows = await db.all<Omit<DayCounts, 'counts'> & { counts: string }>(sql`
        SELECT day, category, age, counts FROM day_counts
        WHERE tenant = ${tenant} AND day >= ${from} AND day <= ${to} ORDER BY day, category, age`);
      return rows.map((row) => ({ ...row, counts: JSON.parse(row.counts) }));
    },
    weeks: (tenant, since) =>
      db.all(sql`
        SELECT week, issue_id AS issueId, asked FROM issue_weeks
        WHERE tenant = ${tenant} AND week >= ${since} ORDER BY week, issue_id`),
    async forget(tenant, before) {
      await db.run(sql`DELETE FROM endings WHERE tenant = ${tenant} AND opened_at < ${before}`);
    },
  };
}

/** How often the issue had been asked up to and with an ending `e`. The index is named since the planner may read the whole year. */
const asked: SQL = sql`
  (SELECT count(*) FROM (SELECT 1 FROM endings AS b INDEXED BY endings_issue WHERE b.tenant = e.tenant AND b.issue_id = e.issue_id
    AND (b.opened_at, b.conversation_id) <= (e.opened_at, e.conversation_id) LIMIT ${ASKED_AT_MOST}))`;

/** When the same person next asked the same after an ending `e`. */
const returnedAt: SQL = sql`
  (SELECT min(r.opened_at) FROM endings AS r INDEXED BY endings_person WHERE r.tenant = e.tenant AND r.requester_id = e.requester_id
    AND r.issue_id = e.issue_id AND r.opened_at > e.solved_at AND r.opened_at <= e.solved_at + ${RETURN_WINDOW_MS})`;

/** What the customer answered of an ending `e`. */
const effort: SQL = sql`
  (SELECT score FROM effort_answers AS a WHERE a.tenant = e.tenant AND a.conversation_id = e.conversation_id)`;

/** When the customer of an ending `e`, as a person or with their organization, left after it: by the key, whatever else is indexed. */
const leftAt: SQL = sql`
  (SELECT min(d.left_at) FROM departures AS d WHERE d.tenant = e.tenant AND d.customer IN (e.requester_id, e.organization_id)
    AND +d.left_at > e.solved_at)`;

interface EndingRow {
  conversation_id: string;
  requester_id: string;
  organization_id: string | null;
  audience: string | null;
  language: string;
  category: string;
  issue_id: string | null;
  article_id: string | null;
  diagnosis: Ending['diagnosis'];
  opened_at: number;
  solved_at: number;
  solved_by: Ending['solvedBy'];
  first_reply_ms: number | null;
  first_reply_by: Ending['firstReplyBy'];
  customer_runs: number;
  touches: number;
  handovers: number;
  reopened: number;
  rating: Ending['rating'];
  last_word: Ending['lastWord'];
  escalation: Ending['escalation'];
  advice: Ending['advice'];
  kept: number | null;
  tried: Ending['tried'];
  is_linked: number;
  reopen_reason: Ending['reopenReason'];
  search: Ending['search'];
  is_chaff: number;
  effort: number | null;
  left_at: number | null;
  asked: number;
  returned_at: number | null;
}

function toEnding(row: EndingRow): MeasuredEnding {
  return {
    conversationId: row.conversation_id,
    requesterId: row.requester_id,
    organizationId: row.organization_id,
    audience: row.audience,
    language: row.language,
    category: row.category,
    issueId: row.issue_id,
    articleId: row.article_id,
    diagnosis: row.diagnosis,
    openedAt: row.opened_at,
    solvedAt: row.solved_at,
    solvedBy: row.solved_by,
    firstReplyMs: row.first_reply_ms,
    firstReplyBy: row.first_reply_by,
    customerRuns: row.customer_runs,
    touches: row.touches,
    handovers: row.handovers,
    reopened: row.reopened,
    rating: row.rating,
    lastWord: row.last_word,
    escalation: row.escalation,
    advice: row.advice,
    kept: row.kept,
    tried: row.tried,
    isLinked: row.is_linked === 1,
    reopenReason: row.reopen_reason,
    search: row.search,
    isChaff: row.is_chaff === 1,
    effort: row.effort,
    leftAt: row.left_at,
    asked: row.asked,
    returnedAt: row.returned_at,
  };
}
