import { FIGURE_IDS, type Figure, type FigurePeriod, type Figures } from '../../../shared/measure/figure.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { COUNTED, type Counted, figureOf, NOTHING, shareOf } from '../../core/measure/figures.ts';
import { periodOf, periodsUpTo } from '../../core/measure/local-days.ts';
import {
  EARLY,
  FRESH_MS,
  freshFigure,
  freshUsedFigure,
  TRACED,
  type Traces,
  tracedFigure,
  type UsedArticle,
} from '../../core/measure/work.ts';
import { worthOf } from '../../core/measure/worth.ts';
import { localTime } from '../../core/publishing/deciding/local-time.ts';
import { calibrate } from '../../core/publishing/earning/calibrate.ts';
import type { Ports } from '../ports/ports.ts';
import { readDrift } from './drift.ts';
import { readValue } from './value.ts';

/** Periods that are shown. */
const PERIODS: Readonly<Record<FigurePeriod, number>> = { week: 12, month: 12 };

/** Decisions of people that are read for one answer: the latest. */
const MAX_REVIEWS = 5_000;

/** Changes of the product that are read for one answer: the latest told. */
const MAX_NOTES = 1_000;

/** An issue's conversations before its gap are counted so far. */
const MAX_BEFORE = 10 * EARLY;

export type FigurePorts = Pick<
  Ports,
  | 'articles'
  | 'changeNotes'
  | 'cursors'
  | 'endings'
  | 'eventClock'
  | 'fixes'
  | 'gaps'
  | 'publications'
  | 'reviewTimes'
  | 'tenants'
>;

/** Every figure of a tenant over the last weeks or months, of all categories or one; each is the same number wherever it stands. */
export async function readFigures(
  ports: FigurePorts,
  tenant: string,
  { period, category }: { period: FigurePeriod; category: string | null },
): Promise<Figures> {
  const now = ports.eventClock.now();
  const { timeZone, work } = await ports.tenants.policy(tenant);
  const to = localTime(now, timeZone).date;
  const periods = periodsUpTo(to, period, PERIODS[period]);
  const from = periods[0] ?? to;
  const days = await ports.endings.days(tenant, from, to);
  const rows = days
    .filter((row) => category === null || row.category === category)
    .map((row): Counted => ({ ...row, period: periodOf(row.day, period) }));
  const traces = await tracesOf(ports, tenant, { from, now, minutesAnArticle: work.minutesAnArticle });
  const inPeriods = { periods, category, periodOf: (at: number) => periodOf(localTime(at, timeZone).date, period) };
  const used = await usedArticles(ports, tenant, now);
  const figures = FIGURE_IDS.map((id): Figure => {
    const counted = COUNTED[id];
    const traced = TRACED[id];
    if (counted) return figureOf(id, counted, rows, periods, work.minutesAReply);
    if (traced) return tracedFigure(id, traced, traces, inPeriods);
    return id === 'fresh_used' ? freshUsedFigure(used, now) : freshFigure(used, now);
  });
  const reliability = calibrate(traces.decided).table.map(({ from: low, to: high, n, predicted, observed }) => ({
    ...{ from: low, to: high, predicted },
    observed: shareOf(observed * n, n),
  }));
  const value = await readValue(ports, tenant);
  const touches = figures.find(({ id }) => id === 'touches')?.all ?? NOTHING;
  const categories = [...new Set(days.map((row) => row.category))].sort();
  return {
    timeZone,
    period,
    from,
    to,
    category,
    categories,
    figures,
    reliability,
    value,
    worth: worthOf(value, touches, work),
    minutes: { reply: work.minutesAReply, article: work.minutesAnArticle },
    drift: await readDrift(ports, tenant),
  };
}

async function tracesOf(
  ports: FigurePorts,
  tenant: string,
  { from, now, minutesAnArticle }: { from: string; now: number; minutesAnArticle: number },
): Promise<Traces> {
  /** A local day begins up to a day before the same date does in UTC. */
  const since = Date.parse(from) - DAY_MS;
  const gaps = await ports.gaps.list(tenant);
  const lately = gaps.filter((gap) => gap.openedAt >= since);
  const subjects = lately.map(({ id, issueId, openedAt }) => ({ id, issueId, before: openedAt }));
  return {
    gaps,
    before: await ports.endings.before(tenant, subjects, MAX_BEFORE),
    publications: await ports.publications.list(tenant),
    changes: await ports.articles.changes(tenant, since),
    reviews: await ports.reviewTimes.since(tenant, since, MAX_REVIEWS),
    decided: await ports.fixes.history(tenant),
    notes: (await ports.changeNotes.list(tenant, MAX_NOTES)).filter(({ at, isWithdrawn }) => at <= now && !isWithdrawn),
    minutesAnArticle,
  };
}

async function usedArticles(ports: FigurePorts, tenant: string, now: number): Promise<UsedArticle[]> {
  const of = await ports.endings.ofArticles(tenant, now - FRESH_MS);
  const used = new Map(of.map((one) => [one.articleId, one]));
  return (await ports.articles.lastChanged(tenant)).map(({ id, updatedAt }) => ({
    ...{ id, updatedAt },
    asked: used.get(id)?.asked ?? 0,
    served: used.get(id)?.served ?? 0,
  }));
}
