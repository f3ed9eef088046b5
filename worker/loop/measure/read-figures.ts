import { FIGURE_IDS, type Figure, type FigurePeriod, type Figures } from '../../../shared/figure.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { COUNTED, type Counted, figureOf, shareOf } from '../../core/measure/figures.ts';
import { periodOf, periodsUpTo } from '../../core/measure/local-days.ts';
import { EARLY, FRESH_MS, freshFigure, TRACED, type Traces, tracedFigure } from '../../core/measure/work.ts';
import { localTime } from '../../core/publishing/deciding/local-time.ts';
import { calibrate } from '../../core/publishing/earning/calibrate.ts';
import type { Ports } from '../ports/ports.ts';
import { readValue } from './value.ts';

/** Periods that are shown. */
const PERIODS: Readonly<Record<FigurePeriod, number>> = { week: 12, month: 12 };

/** Decisions of people that are read for one answer: the latest. */
const MAX_REVIEWS = 5_000;

/** An issue's conversations before its gap are counted so far. */
const MAX_BEFORE = 10 * EARLY;

export type FigurePorts = Pick<
  Ports,
  'tenants' | 'cursors' | 'eventClock' | 'endings' | 'gaps' | 'publications' | 'articles' | 'reviewTimes' | 'fixes'
>;

/** Every figure of a tenant over the last weeks or months, of all categories or one; each is the same number wherever it stands. */
export async function readFigures(
  ports: FigurePorts,
  tenant: string,
  { period, category }: { period: FigurePeriod; category: string | null },
): Promise<Figures> {
  const now = ports.eventClock.now();
  const { timeZone } = await ports.tenants.policy(tenant);
  const to = localTime(now, timeZone).date;
  const periods = periodsUpTo(to, period, PERIODS[period]);
  const from = periods[0] ?? to;
  const days = await ports.endings.days(tenant, from, to);
  const rows = days
    .filter((row) => category === null || row.category === category)
    .map((row): Counted => ({ ...row, period: periodOf(row.day, period) }));
  const traces = await tracesOf(ports, tenant, from);
  const inPeriods = { periods, category, periodOf: (at: number) => periodOf(localTime(at, timeZone).date, period) };
  const fresh = await freshOf(ports, tenant, now);
  const figures = FIGURE_IDS.map((id): Figure => {
    const counted = COUNTED[id];
    const traced = TRACED[id];
    if (counted) return figureOf(id, counted, rows, periods);
    return traced ? tracedFigure(id, traced, traces, inPeriods) : fresh;
  });
  const reliability = calibrate(traces.decided).table.map(({ from: low, to: high, n, predicted, observed }) => ({
    ...{ from: low, to: high, predicted },
    observed: shareOf(observed * n, n),
  }));
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
    value: await readValue(ports, tenant),
  };
}

async function tracesOf(ports: FigurePorts, tenant: string, from: string): Promise<Traces> {
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
  };
}

async function freshOf(ports: FigurePorts, tenant: string, now: number): Promise<Figure> {
  const served = await ports.endings.served(tenant, now - FRESH_MS);
  return freshFigure(await ports.articles.lastChanged(tenant), new Set(served), now);
}
