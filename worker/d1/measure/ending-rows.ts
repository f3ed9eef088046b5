import { type SQL, sql } from 'drizzle-orm';
import type { Ending } from '../../../shared/measure/ending.ts';
import { ASKED_AT_MOST, RETURN_WINDOW_MS } from '../../core/measure/counts.ts';
import { QUARTER_MS } from '../../loop/ports/stores/endings.ts';

/** The quarter of an hour that a time column lies in. */
const quarterOf = (column: SQL): SQL => sql`${column} / ${QUARTER_MS} * ${QUARTER_MS}`;

/** Marks the quarters of these endings (a SELECT of `opened_at`) to be counted at once. */
export const markDue = (tenant: string, openedAt: SQL): SQL => sql`
  INSERT INTO measure_due (tenant, at, due_at)
  SELECT DISTINCT ${tenant}, ${quarterOf(sql`opened_at`)}, 0 FROM (${openedAt}) WHERE true
  ON CONFLICT (tenant, at) DO UPDATE SET due_at = 0`;

type Moved = readonly { conversationId: string; issueId: string }[];

/**
 * The statements that store an ending beside its observation. What it changes is marked first, its old self included: its own
 * day, the earlier conversations to which it is a return, and the next ones of its issue, which are asked once more now.
 */
export function endingStands(tenant: string, ending: Ending): SQL[] {
  const { conversationId, requesterId, issueId, openedAt } = ending;
  const next = sql`
    SELECT opened_at FROM endings WHERE tenant = ${tenant} AND issue_id = ${issueId} AND opened_at > ${openedAt}
    ORDER BY opened_at LIMIT ${ASKED_AT_MOST}`;
  return [
    markDue(
      tenant,
      sql`
      SELECT ${openedAt} AS opened_at
      UNION ALL SELECT opened_at FROM endings WHERE tenant = ${tenant} AND conversation_id = ${conversationId}
      UNION ALL SELECT opened_at FROM endings WHERE tenant = ${tenant} AND requester_id = ${requesterId}
        AND issue_id = ${issueId} AND solved_at BETWEEN ${openedAt - RETURN_WINDOW_MS} AND ${openedAt}
      UNION ALL SELECT opened_at FROM (${next})`,
    ),
    sql`
    INSERT OR REPLACE INTO endings (tenant, conversation_id, requester_id, organization_id, audience, language, category, issue_id,
      article_id, diagnosis, opened_at, solved_at, solved_by, first_reply_ms, first_reply_by, customer_runs, touches, handovers,
      reopened, rating, last_word, escalation, advice, kept, tried, is_linked, reopen_reason, search, is_chaff)
    VALUES (${tenant}, ${conversationId}, ${requesterId}, ${ending.organizationId}, ${ending.audience}, ${ending.language},
      coalesce((SELECT json_extract(body, '$.section') FROM articles
        WHERE tenant = ${tenant} AND id = ${ending.articleId} ORDER BY locale LIMIT 1), ''),
      ${issueId}, ${ending.articleId}, ${ending.diagnosis}, ${openedAt}, ${ending.solvedAt}, ${ending.solvedBy},
      ${ending.firstReplyMs}, ${ending.firstReplyBy}, ${ending.customerRuns}, ${ending.touches}, ${ending.handovers},
      ${ending.reopened}, ${ending.rating}, ${ending.lastWord}, ${ending.escalation}, ${ending.advice}, ${ending.kept},
      ${ending.tried}, ${Number(ending.isLinked)}, ${ending.reopenReason}, ${ending.search}, ${Number(ending.isChaff)})`,
  ];
}

/** The statements that take an ending out, and have what it changed counted anew. */
export function endingLeaves(tenant: string, conversationId: string): SQL[] {
  const gone = sql`SELECT * FROM endings WHERE tenant = ${tenant} AND conversation_id = ${conversationId}`;
  return [
    markDue(
      tenant,
      sql`
      SELECT opened_at FROM (${gone})
      UNION ALL SELECT e.opened_at FROM (${gone}) AS g JOIN endings AS e ON e.tenant = g.tenant
        AND e.requester_id = g.requester_id AND e.issue_id = g.issue_id AND e.opened_at <= g.opened_at
      UNION ALL SELECT * FROM (SELECT e.opened_at FROM (${gone}) AS g JOIN endings AS e ON e.tenant = g.tenant
        AND e.issue_id = g.issue_id AND e.opened_at > g.opened_at ORDER BY e.opened_at LIMIT ${ASKED_AT_MOST})`,
    ),
    sql`DELETE FROM endings WHERE tenant = ${tenant} AND conversation_id = ${conversationId}`,
  ];
}

/**
 * The statements that give endings another issue. Of the issues they leave and come to, the first ones are counted anew: only
 * those can be of another age now.
 */
export function endingsMove(tenant: string, moved: Moved): SQL[] {
  const json = JSON.stringify(moved);
  // Joined from the list outwards: the planner would else read every ending of the tenant.
  const moving = sql`json_each(${json}) AS m CROSS JOIN endings AS e ON e.tenant = ${tenant}
    AND e.conversation_id = m.value ->> 'conversationId'`;
  const touched = sql`SELECT e.issue_id FROM ${moving} UNION SELECT value ->> 'issueId' FROM json_each(${json})`;
  return [
    markDue(
      tenant,
      sql`
      SELECT e.opened_at FROM ${moving}
      UNION ALL SELECT opened_at FROM (
        SELECT opened_at, row_number() OVER (PARTITION BY issue_id ORDER BY opened_at) AS nth FROM endings
        WHERE tenant = ${tenant} AND issue_id IN (${touched})) WHERE nth <= ${2 * ASKED_AT_MOST}`,
    ),
    sql`
    UPDATE endings SET issue_id = (SELECT m.value ->> 'issueId' FROM json_each(${json}) AS m
      WHERE m.value ->> 'conversationId' = endings.conversation_id)
    WHERE tenant = ${tenant} AND conversation_id IN (SELECT value ->> 'conversationId' FROM json_each(${json}))`,
  ];
}
