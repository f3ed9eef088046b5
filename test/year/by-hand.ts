import type { FigureId } from '../../shared/measure/figure.ts';

export const TENANT = 'zendesk:2026';

/** Endings with all that SQL says of them, in the tenant's months. */
export const BY_HAND = `CREATE TABLE by_hand AS
  SELECT *, strftime('%Y-%m-01', (opened_at + 19800000) / 1000, 'unixepoch') AS month,
    row_number() OVER (PARTITION BY issue_id ORDER BY opened_at, conversation_id) AS nth,
    (SELECT min(r.opened_at) - x.solved_at FROM endings AS r WHERE r.tenant = x.tenant AND r.issue_id = x.issue_id
      AND r.requester_id = x.requester_id AND r.opened_at > x.solved_at) / 86400000.0 AS back,
    (unixepoch('2026-11-30') * 1000 - solved_at) / 86400000.0 AS old,
    (SELECT score FROM effort_answers AS f WHERE f.tenant = x.tenant AND f.conversation_id = x.conversation_id) AS score,
    (SELECT min(d.left_at) - x.solved_at FROM departures AS d WHERE d.tenant = x.tenant AND d.customer = x.organization_id
      AND d.left_at > x.solved_at) / 86400000.0 AS gone
  FROM endings AS x WHERE tenant = '${TENANT}'`;

/** Of these days the company tells everyone who left. */
export const TOLD = { from: '2026-02-01', to: '2026-11-14' };
const GONE_KNOWN = `old >= 30 AND solved_at >= unixepoch('${TOLD.from}') * 1000 AND solved_at + 30 * 86400000 <= unixepoch('2026-11-15') * 1000`;

const LASTS = '(reopened = 0 AND (back IS NULL OR back > 7))';
const PLEASED = "(rating = 'good' OR (rating IS NULL AND last_word = 'thanked'))";

/** By hand: what the numerator and the denominator of each figure count, as conditions of SQL. */
export const SHARES: Partial<Record<FigureId, [part: string, whole: string]>> = {
  verified: [`solved_by = 'bot' AND ${LASTS} AND ${PLEASED}`, '1'],
  durable_machine: [`solved_by = 'bot' AND ${LASTS}`, 'old >= 7'],
  contained: ["solved_by = 'bot' AND reopened = 0 AND (back IS NULL OR back > 3)", 'old >= 3'],
  machine_alone: ["solved_by = 'bot'", '1'],
  machine_first: ["first_reply_by = 'bot'", '1'],
  first_contact: [`customer_runs <= 1 AND ${LASTS}`, 'old >= 7'],
  first_contact_net: [
    `customer_runs <= 1 AND ${LASTS}`,
    "old >= 7 AND diagnosis NOT IN ('product_bug', 'needs_action')",
  ],
  unserved: ["diagnosis <> 'none'", '1'],
  novel: ['issue_id IS NULL OR nth = 1', '1'],
  came_back_7: ['back <= 7', 'old >= 7'],
  came_back_30: ['back <= 30', 'old >= 30'],
  reopened: ['reopened > 0', '1'],
  escalated: ['escalation IS NOT NULL', '1'],
  rated_good: ["rating = 'good'", 'rating IS NOT NULL'],
  rated_good_machine: ["rating = 'good'", "rating IS NOT NULL AND solved_by = 'bot'"],
  rated_good_person: ["rating = 'good'", "rating IS NOT NULL AND solved_by <> 'bot'"],
  rated: ['rating IS NOT NULL', '1'],
  easy: ['score >= 5', 'score IS NOT NULL'],
  easy_machine: ['score >= 5', "score IS NOT NULL AND solved_by = 'bot'"],
  easy_person: ['score >= 5', "score IS NOT NULL AND solved_by <> 'bot'"],
  left: ['gone <= 30', GONE_KNOWN],
  chaff: ['is_chaff = 1', '1'],
  linked: ['is_linked = 1', "solved_by = 'person'"],
  reused: ['issue_id IS NOT NULL AND nth > 1', "is_linked = 1 AND solved_by = 'person'"],
  search_success: ["search = 'found'", 'search IS NOT NULL'],
  advice_used: ["advice IN ('inserted', 'edited')", "advice <> 'none'"],
  tried: ["tried <> 'nothing_seen'", '1'],
};

export const AGE = `CASE WHEN issue_id IS NULL THEN 'none' WHEN nth = 1 THEN 'first' WHEN nth <= 5 THEN 'few' WHEN nth <= 20 THEN 'some'
  ELSE 'many' END`;

/** Since when things are shown: twelve months, in the tenant's zone. */
const since = "unixepoch('2025-12-01') * 1000 - 19800000";

/** By hand: what the team, Mend and the product did, a column a figure. */
export const WORK = `, d AS (SELECT verdict, took_ms / 3600000.0 AS hours FROM review_times WHERE tenant = '${TENANT}'),
      n AS (SELECT json_extract(body, '$.kind') AS kind, (documented_at - json_extract(body, '$.at')) / 3600000.0 AS lag FROM change_notes
        WHERE tenant = '${TENANT}' AND json_extract(reading, '$.outcome') IN ('patched', 'undocumented')
          AND json_extract(body, '$.at') >= ${since}),
      p AS (SELECT * FROM publications WHERE tenant = '${TENANT}' AND state = 'done' AND json_extract(body, '$.at') >= ${since}),
      a AS (SELECT a.id, (unixepoch('2026-11-30 05:00:00') * 1000 - a.updated_at) / 86400000.0 AS age,
        (SELECT count(*) FROM e WHERE e.article_id = a.id AND e.opened_at >= unixepoch('2026-11-30 05:00:00') * 1000 - 90 * 86400000) AS asked,
        (SELECT count(*) FROM e WHERE e.article_id = a.id AND e.opened_at >= unixepoch('2026-11-30 05:00:00') * 1000 - 90 * 86400000
          AND diagnosis = 'none') AS served FROM articles AS a WHERE tenant = '${TENANT}')
      SELECT (SELECT sum(hours) FROM d WHERE verdict <> 'edit') AS hours_review, (SELECT sum(hours) FROM d WHERE verdict = 'edit') AS hours_correcting,
        (SELECT count(*) * 0.75 FROM article_versions WHERE tenant = '${TENANT}' AND source = 'seen' AND at >= ${since}) AS hours_writing,
        (SELECT avg(lag) FROM (SELECT lag, row_number() OVER (ORDER BY lag) AS r, count(*) OVER () AS c FROM n WHERE lag IS NOT NULL) WHERE r IN ((c + 1) / 2, c / 2 + 1)) AS change_lag,
        (SELECT avg(lag) FROM (SELECT lag, row_number() OVER (ORDER BY lag) AS r, count(*) OVER () AS c FROM n WHERE lag IS NOT NULL AND kind = 'added') WHERE r IN ((c + 1) / 2, c / 2 + 1)) AS launch_lag,
        (SELECT avg(lag IS NOT NULL) FROM n) AS change_documented,
        (SELECT count(*) FROM p WHERE json_extract(body, '$.before') IS NULL AND json_extract(body, '$.articleId') IS NOT NULL) AS made_articles,
        (SELECT count(*) FROM p WHERE json_extract(body, '$.before') IS NOT NULL) AS changed_articles,
        (SELECT sum(json_array_length(body, '$.macros')) FROM p) AS made_replies,
        (SELECT avg(age <= 90 OR served > 0) FROM a) AS fresh,
        (SELECT sum(iif(age <= 90 OR served > 0, asked, 0)) * 1.0 / sum(asked) FROM a) AS fresh_used FROM (SELECT 1)`;
