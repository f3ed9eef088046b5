import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Publication } from '../../shared/gap.ts';
import { FIGURE_IDS, type Figure, type FigureId, type Figures } from '../../shared/measure/figure.ts';
import { policySchema } from '../../shared/policy.ts';
import { asWritten } from '../../shared/said/said.ts';
import type { Usage } from '../../worker/d1/database.ts';
import { importDepartures } from '../../worker/loop/measure/departures.ts';
import { measure } from '../../worker/loop/measure/measure.ts';
import { readFigures } from '../../worker/loop/measure/read-figures.ts';
import { aChangeNote } from '../contracts/context/stored.ts';
import { aGap, anArticle, anEnding, aPublication, aTenant } from '../contracts/examples.ts';
import { AGE, BY_HAND, SHARES, TENANT, TOLD, WORK } from '../year/by-hand.ts';
import { makeYear, YEAR_END } from '../year/year.ts';
import { createD1Stores } from './stage/stores.ts';

/** Five and a half hours ahead of UTC all year, so that SQL can tell its days too. */
const ZONE = 'Asia/Kolkata';
const SIZE = 20_000;
const TREATED = 66;

/** Rows that one run of the hourly step may read, whatever the size of the year. */
const ROWS_A_RUN = 40_000;

const usage: Usage = { statements: 0, rowsRead: 0, rowsWritten: 0 };
const { secrets: _, ...stores } = createD1Stores({ usage });
const ports = { ...stores, eventClock: { now: () => YEAR_END } };
const year = makeYear({ seed: 'a year', size: SIZE, treated: TREATED, untreated: 40 });

/** Runs the step until nothing waits; answers the most rows that one run read. */
async function measured(at: number): Promise<number> {
  let most = 0;
  for (let part = 1; ; part++) {
    const before = usage.rowsRead;
    const next = await measure(ports, TENANT, { type: 'measure', at, part });
    if (part > 1) most = Math.max(most, usage.rowsRead - before);
    if (next.length === 0) return most;
  }
}

interface Row {
  at: string;
  part: number;
  whole: number;
}
const rows = async <T = Row>(sql: string): Promise<T[]> =>
  (await env.DB.prepare(`WITH e AS (SELECT * FROM by_hand) ${sql}`).all<T>()).results;

let figures: Figures;
let most = 0;
const figure = (id: FigureId) => figures.figures.find((one) => one.id === id) as Figure;
const months = () => `month IN (${figure('conversations').periods.map(({ at }) => `'${at}'`)})`;

describe('a year of 20,000 conversations', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    await ports.tenants.put(aTenant(TENANT), policySchema.parse({ timeZone: ZONE }));
    await ports.endings.put(TENANT, year.endings);
    for (const { conversationId, score, at } of year.efforts)
      await ports.efforts.answer(TENANT, conversationId, score, at);
    const lines = year.departures.map(({ organization, leftOn }) => `${organization},${leftOn}`);
    const csv = ['organization,left_on', ...lines].join('\n');
    const identity = { personId: async (_: string, id: string) => id };
    await importDepartures({ ...ports, identity }, TENANT, { csv, ...TOLD }, 'Ada');
    await env.DB.prepare(BY_HAND).run();
    most = await measured(YEAR_END);
    figures = await readFigures(ports, TENANT, { period: 'month', category: null });
  }, 300_000);

  it('has sixty issues and more, of three fates', () => {
    const fates = year.issues.map((issue) => issue.fate);
    for (const fate of ['healed', 'not_healed', 'worse'] as const)
      expect(fates.filter((one) => one === fate).length).toBeGreaterThanOrEqual(20);
  });

  it('shows every share as SQL counts it by hand, month by month and by the age of the issue', async () => {
    for (const [id, [part, whole]] of Object.entries(SHARES) as [FigureId, [string, string]][]) {
      const { all, periods, byAge } = figure(id);
      const counted = `sum((${part}) AND (${whole})) AS part, sum(${whole}) AS whole FROM e WHERE ${months()}`;
      const byMonth = new Map(
        (await rows(`SELECT month AS at, ${counted} GROUP BY month`)).map((row) => [row.at, row]),
      );
      for (const { at, value, n } of periods) {
        const row = byMonth.get(at);
        expect([id, at, n]).toEqual([id, at, row?.whole ?? 0]);
        if (row?.whole) expect(value, `${id} in ${at}`).toBeCloseTo(row.part / row.whole, 10);
      }
      const [sum] = await rows(`SELECT '' AS at, ${counted}`);
      expect([id, all.n]).toEqual([id, sum?.whole]);
      expect(all.value).toBeCloseTo((sum?.part ?? 0) / (sum?.whole ?? 1), 10);
      const ages = (await rows(`SELECT ${AGE} AS at, ${counted} GROUP BY 1`)).filter((row) => row.whole > 0);
      expect(byAge.map((one) => [one.at, one.n]).sort()).toEqual(ages.map((row) => [row.at, row.whole]).sort());
      for (const row of ages)
        expect(byAge.find((one) => one.at === row.at)?.value, `${id} ${row.at}`).toBeCloseTo(row.part / row.whole, 10);
    }
  });

  it('shows means and counts as SQL does, and medians to within five percent', async () => {
    const [by] = await rows<{
      touches: number;
      kept: number;
      n: number;
      effort: number;
      novel: number;
      repeats: number;
    }>(
      `SELECT avg(touches) AS touches, avg(kept) AS kept, count(*) AS n, avg(score) AS effort,
        sum(iif(issue_id IS NULL OR nth = 1, touches, 0)) / 10.0 AS novel,
        sum(iif(issue_id IS NOT NULL AND nth > 1, touches, 0)) / 10.0 AS repeats FROM e WHERE ${months()}`,
    );
    expect(figure('effort').all.value).toBeCloseTo(by?.effort ?? 0, 9);
    expect(figure('hours_novel').all.value).toBeCloseTo(by?.novel ?? 0, 9);
    expect(figure('hours_repeats').all.value).toBeCloseTo(by?.repeats ?? 0, 9);
    expect(figure('touches').all.value).toBeCloseTo(by?.touches ?? 0, 9);
    expect(figure('reply_kept').all.value).toBeCloseTo(by?.kept ?? 0, 9);
    expect(figure('conversations').all.value).toBe(by?.n);
    const median = async (column: string, where: string) => {
      const [row] = await rows<{ value: number }>(`SELECT avg(v) AS value FROM (
        SELECT v, row_number() OVER (ORDER BY v) AS n, count(*) OVER () AS c FROM (SELECT ${column} AS v FROM e
          WHERE ${months()} AND ${where})) WHERE n IN ((c + 1) / 2, c / 2 + 1)`);
      return (row?.value ?? 0) / 60_000;
    };
    for (const [id, value] of [
      ['first_reply', await median('first_reply_ms', 'first_reply_ms IS NOT NULL')],
      ['time_to_solve', await median('solved_at - opened_at', "solved_by <> 'nobody'")],
    ] as const)
      expect(Math.abs((figure(id).all.value ?? 0) - value) / value, id).toBeLessThan(0.05);
  });

  it.each([
    ['escalated', 'escalation'],
    ['reopened', 'reopen_reason'],
  ] as const)(
    'names the reasons of %s with their shares, month by month, and those that return',
    async (id, column) => {
      const { byReason, periods } = figure(id);
      const byHand =
        await rows(`SELECT ${column} AS at, count(*) AS part, (SELECT count(*) FROM e WHERE ${months()}) AS whole
      FROM e WHERE ${months()} AND ${column} IS NOT NULL GROUP BY 1`);
      const shown = byReason.map(({ at, value, n }) => [at, value, n]);
      expect(shown.sort()).toEqual(byHand.map((row) => [row.at, row.part / row.whole, row.whole]).sort());
      const monthly = await rows<Row & { month: string }>(
        `SELECT ${column} AS at, month, count(*) AS part, 0 AS whole FROM e WHERE ${column} IS NOT NULL GROUP BY 1, 2`,
      );
      const times = (reason: string, month: string) =>
        monthly.find((row) => row.at === reason && row.month === month)?.part ?? 0;
      for (const reason of byReason) {
        for (const { at, value, n } of reason.periods)
          expect((value ?? 0) * n, `${reason.at} in ${at}`).toBeCloseTo(times(reason.at, at), 6);
        const over = periods.slice(-4, -1).map(({ at }) => times(reason.at, at));
        expect([reason.at, reason.isReturning]).toEqual([reason.at, over.every((n) => n >= 5)]);
      }
      expect(byReason.some((one) => one.isReturning)).toBe(true);
    },
  );

  it('shows what was detected and published as SQL counts it', async () => {
    for (const issue of year.issues) {
      if (issue.openedAt === null || issue.publishedAt === null) continue;
      const { gapId, id: issueId, openedAt, publishedAt } = issue;
      await ports.observations.record(TENANT, gapFor(gapId, issueId, openedAt));
      await ports.publications.intend(TENANT, aPublication(gapId, { gapId, at: publishedAt, state: 'done' }));
    }
    const shown = await readFigures(ports, TENANT, { period: 'month', category: null });
    const of = (id: FigureId) => shown.figures.find((one) => one.id === id)?.all;
    const found = await rows<{ early: number; tickets: number; hours: number; n: number }>(`, g AS (
      SELECT gaps.id, gaps.opened_at, json_extract(gaps.body, '$.issueId') AS issue,
        strftime('%Y-%m-01', (gaps.opened_at + 19800000) / 1000, 'unixepoch') AS month FROM gaps WHERE tenant = '${TENANT}'),
      f AS (SELECT g.id, min(100, sum(e.opened_at <= g.opened_at)) AS tickets, (g.opened_at - min(e.opened_at)) / 3600000.0 AS hours
        FROM g JOIN e ON e.issue_id = g.issue WHERE g.${months()} GROUP BY g.id)
      SELECT count(*) AS n, avg(tickets < 10) AS early,
        (SELECT avg(tickets) FROM (SELECT tickets, row_number() OVER (ORDER BY tickets) AS r, count(*) OVER () AS c FROM f) WHERE r IN ((c + 1) / 2, c / 2 + 1)) AS tickets,
        (SELECT avg(hours) FROM (SELECT hours, row_number() OVER (ORDER BY hours) AS r, count(*) OVER () AS c FROM f) WHERE r IN ((c + 1) / 2, c / 2 + 1)) AS hours
      FROM f`);
    expect(of('detect_early')).toMatchObject({ n: found[0]?.n, value: expect.closeTo(found[0]?.early ?? 0, 9) });
    expect(of('detect_tickets')?.value).toBeCloseTo(found[0]?.tickets ?? 0, 9);
    expect(of('detect_hours')?.value).toBeCloseTo(found[0]?.hours ?? 0, 9);
    expect(of('publish_hours')?.n).toBe(year.issues.filter((issue) => issue.publishedAt !== null).length);
  });

  it('shows what the team and the product did as SQL counts it', async () => {
    const day = (n: number) => YEAR_END - n * 86_400_000;
    for (const [n, { category }] of year.issues.slice(0, 6).entries())
      await ports.articles.put(TENANT, [anArticle(`article-${category}`, { updatedAt: day(60 * n) })], 'seen');
    await ports.articles.put(TENANT, [anArticle('never-asked', { updatedAt: day(200) })], 'published');
    await ports.reviewTimes.add(
      TENANT,
      Array.from({ length: 40 }, (_, n) => ({
        ...{ fixId: `f${n}`, verdict: (['approve', 'edit', 'reject'] as const)[n % 3] ?? 'approve' },
        ...{ tookMs: 10_000 + n * 1_111, at: day(n) },
      })),
    );
    for (let n = 0; n < 30; n++) {
      const note = aChangeNote(`note-${n}`, {
        ...{ at: day(10 * n), toldAt: day(10 * n), kind: n % 2 ? 'added' : 'changed' },
      });
      await ports.changeNotes.put(TENANT, note, []);
      const outcome = (['patched', 'undocumented', 'nothing'] as const)[n % 3] ?? 'nothing';
      const told = { at: note.toldAt, actor: 'mend', what: 'read', subject: note.id, reason: asWritten('') };
      await ports.changeNotes.settle(TENANT, note.id, note.hash, { outcome, articles: [], gapIds: [] }, told);
      if (n % 4 > 0) await ports.changeNotes.document(TENANT, note.id, note.at + (n - 5) * 3_600_000);
    }
    const macro = { macroId: null, isHtml: false, before: null, after: { title: 'Reply', bodyHtml: 'Words' } };
    await ports.publications.intend(TENANT, made('new', { before: null, at: day(3) }));
    await ports.publications.intend(
      TENANT,
      made('reply', { articleId: null, before: null, macros: [macro], at: day(4) }),
    );
    const shown = await readFigures(ports, TENANT, { period: 'month', category: null });
    const of = (id: FigureId) => shown.figures.find((one) => one.id === id);
    const [by] = await rows<Record<string, number>>(WORK);
    for (const [id, value] of Object.entries(by ?? {})) {
      expect(value, id).toBeGreaterThan(0);
      expect(of(id as FigureId)?.all.value, id).toBeCloseTo(value, 9);
    }
    const lags = of('change_lag');
    expect(
      (lags?.spread?.low ?? 0) < (lags?.all.value ?? 0) && (lags?.all.value ?? 0) < (lags?.spread?.high ?? 0),
    ).toBe(true);
  });

  it('gives every figure there is a number', () => {
    expect(figures.figures.map((one) => one.id)).toEqual([...FIGURE_IDS]);
    for (const { id, all } of figures.figures)
      if (SHARES[id]) expect([id, all.isEnough, (all.low ?? 1) <= (all.value ?? 0)]).toEqual([id, true, true]);
  });

  it('is counted in runs that read a bounded number of rows', async () => {
    expect(most).toBeLessThan(ROWS_A_RUN);
    await ports.endings.put(TENANT, [anEnding('one more', { openedAt: YEAR_END - 1_000, issueId: 'issue-1' })]);
    const before = usage.rowsRead;
    await measured(YEAR_END);
    expect(usage.rowsRead - before).toBeLessThan(ROWS_A_RUN / 8);
  });
});

const made = (id: string, more: Partial<Publication>) => aPublication(id, { state: 'done', ...more });

const gapFor = (id: string, issueId: string, openedAt: number) => ({
  observation: { ...anObservationFor(id), at: openedAt },
  conversation: null,
  entries: [],
  gaps: [aGap(id, { issueId, openedAt, updatedAt: openedAt, state: 'published' })],
});

const anObservationFor = (id: string) => ({
  ...{ id: `o-${id}`, conversationId: `made for ${id}`, state: 'suggested' as const, revision: '', language: 'en' },
  ...{ question: '', suggestedArticleIds: [], coverage: null, diagnosis: null, issueId: null, articleId: null },
  ...{ signals: [], requesterId: 'nobody', organizationId: null },
});
