import type { Figure, FigureId, FigureUnit, Measured } from '../../../shared/figure.ts';
import type { Gap, Publication } from '../../../shared/gap.ts';
import type { PastFix } from '../../../shared/outcome.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { medianFigure, shareOf } from './figures.ts';

/** A gap counts as found early where its issue had been asked fewer times than this. Origin: the tenth customer. */
export const EARLY = 10;

/** An article is fresh where it was changed, or an answer that rests on it served, in so long. Origin: KCS, 90 days. */
export const FRESH_MS = 90 * 24 * HOUR_MS;

/** One thing that happened at a time (ms), as a number: 0 or 1 where it is one of two. */
export interface Dated {
  at: number;
  value: number;
  category: string | null;
}

/** What the team's and Mend's own work left, out of which its figures are made. */
export interface Traces {
  gaps: readonly Pick<Gap, 'id' | 'openedAt' | 'updatedAt' | 'state'>[];
  /** When each gap's issue was first asked, and how often until the gap opened. */
  before: readonly { id: string; firstAt: number; asked: number }[];
  publications: readonly Pick<Publication, 'gapId' | 'at' | 'state' | 'reverts'>[];
  /** New contents of articles: those that Mend published, and those that people wrote. */
  changes: readonly { at: number; isOurs: boolean }[];
  reviews: readonly { at: number; tookMs: number }[];
  decided: readonly Pick<PastFix, 'createdAt' | 'category' | 'confidence' | 'outcome' | 'proved'>[];
}

interface Trace {
  unit: FigureUnit;
  kind: 'median' | 'share' | 'count';
  source: string;
  read(traces: Traces): Dated[];
}

const standing = (traces: Traces) =>
  traces.publications.filter(({ state, reverts }) => state === 'done' && reverts === null);

function found(traces: Traces, read: (before: Traces['before'][number], openedAt: number) => number): Dated[] {
  const before = new Map(traces.before.map((one) => [one.id, one]));
  return traces.gaps.flatMap(({ id, openedAt }) => {
    const of = before.get(id);
    return of && of.asked > 0 ? [{ at: openedAt, value: read(of, openedAt), category: null }] : [];
  });
}

/** Every figure that is made of traces. */
export const TRACED: { readonly [K in FigureId]?: Trace } = {
  found: {
    ...{ unit: 'number', kind: 'count', source: 'own' },
    read: ({ gaps }) => gaps.map(({ openedAt }) => ({ at: openedAt, value: 1, category: null })),
  },
  published: {
    ...{ unit: 'number', kind: 'count', source: 'own' },
    read: (traces) => standing(traces).map(({ at }) => ({ at, value: 1, category: null })),
  },
  healed: {
    ...{ unit: 'number', kind: 'count', source: 'own' },
    read: ({ gaps }) =>
      gaps
        .filter(({ state }) => state === 'healed')
        .map(({ updatedAt }) => ({ at: updatedAt, value: 1, category: null })),
  },
  detect_tickets: {
    ...{ unit: 'number', kind: 'median', source: 'own' },
    read: (traces) => found(traces, ({ asked }) => asked),
  },
  detect_hours: {
    ...{ unit: 'hours', kind: 'median', source: 'own' },
    read: (traces) => found(traces, ({ firstAt }, openedAt) => Math.max(0, openedAt - firstAt) / HOUR_MS),
  },
  detect_early: {
    ...{ unit: 'share', kind: 'share', source: 'own' },
    read: (traces) => found(traces, ({ asked }) => Number(asked < EARLY)),
  },
  publish_hours: {
    ...{ unit: 'hours', kind: 'median', source: 'KCS v6, time to publish' },
    read: (traces) => {
      const openedAt = new Map(traces.gaps.map((gap) => [gap.id, gap.openedAt]));
      return standing(traces).flatMap(({ gapId, at }) => {
        const opened = openedAt.get(gapId);
        return opened === undefined ? [] : [{ at, value: Math.max(0, at - opened) / HOUR_MS, category: null }];
      });
    },
  },
  review_seconds: {
    ...{ unit: 'seconds', kind: 'median', source: 'own' },
    read: ({ reviews }) => reviews.map(({ at, tookMs }) => ({ at, value: tookMs / 1_000, category: null })),
  },
  approved_whole: {
    ...{ unit: 'share', kind: 'share', source: 'own' },
    read: ({ decided }) =>
      decided.map(({ createdAt, category, outcome }) => ({
        ...{ at: createdAt, category },
        value: Number(outcome === 'approved'),
      })),
  },
  machine_drafted: {
    ...{ unit: 'share', kind: 'share', source: 'own' },
    read: ({ changes }) => changes.map(({ at, isOurs }) => ({ at, value: Number(isOurs), category: null })),
  },
};

/** A figure of things that happened in the periods, over them all and one by one; `periodOf` names the period of a time. */
export function tracedFigure(
  id: FigureId,
  { unit, kind, source, read }: Trace,
  traces: Traces,
  of: { periods: readonly string[]; periodOf(at: number): string; category: string | null },
): Figure {
  const dated = read(traces)
    .filter(({ category }) => of.category === null || category === null || category === of.category)
    .map((one) => ({ ...one, period: of.periodOf(one.at) }))
    .filter(({ period }) => of.periods.includes(period));
  const measure = (some: readonly Dated[]): Measured => measuredTrace(kind, some);
  return {
    ...{ id, unit, source, byAge: [], byCategory: [], byReason: [] },
    formula: `${kind} of ${id}`,
    all: measure(dated),
    periods: of.periods.map((at) => ({ at, ...measure(dated.filter(({ period }) => period === at)) })),
  };
}

function measuredTrace(kind: Trace['kind'], some: readonly Dated[]): Measured {
  const n = some.length;
  switch (kind) {
    case 'count':
      return { value: n, low: n, high: n, n, isEnough: true };
    case 'share':
      return shareOf(
        some.reduce((sum, { value }) => sum + value, 0),
        n,
      );
    case 'median':
      return medianFigure(some.map(({ value }) => [value, 1]));
  }
}

/** The share of articles that are fresh at `now`: changed, or served by, in the last 90 days. It has no periods. */
export function freshFigure(
  articles: readonly { id: string; updatedAt: number }[],
  served: ReadonlySet<string>,
  now: number,
): Figure {
  const fresh = articles.filter(({ id, updatedAt }) => now - updatedAt <= FRESH_MS || served.has(id));
  return {
    ...{ id: 'fresh', unit: 'share', periods: [], byAge: [], byCategory: [], byReason: [] },
    ...{ formula: 'fresh articles ÷ articles', source: 'KCS v6, 90 days' },
    all: shareOf(fresh.length, articles.length),
  };
}
