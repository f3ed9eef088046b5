import type { ChangeNote } from '../../../shared/context/change-note.ts';
import type { Gap, Publication } from '../../../shared/gap.ts';
import type { Figure, FigureId, FigureUnit, Measured } from '../../../shared/measure/figure.ts';
import type { PastFix } from '../../../shared/measure/outcome.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { quartilesOf } from '../statistics/intervals.ts';
import { medianFigure, shareOf } from './figures.ts';

/** A gap counts as found early where its issue had been asked fewer times than this. Origin: the tenth customer. */
export const EARLY = 10;

/** An article is fresh where it was changed, or an answer that rests on it served, in so long. Origin: KCS, 90 days. */
export const FRESH_MS = 90 * 24 * HOUR_MS;

const MINUTES_AN_HOUR = 60;

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
  publications: readonly Pick<Publication, 'gapId' | 'at' | 'state' | 'reverts' | 'articleId' | 'before' | 'macros'>[];
  /** New contents of articles: those that Mend published, and those that people wrote. */
  changes: readonly { at: number; isOurs: boolean }[];
  reviews: readonly { at: number; tookMs: number; verdict: 'approve' | 'edit' | 'reject' }[];
  /** Changes of the product that ask for an article: since when they are live, and since when an article says so. */
  notes: readonly Pick<ChangeNote, 'at' | 'kind' | 'documentedAt' | 'reading'>[];
  minutesAnArticle: number;
  decided: readonly Pick<PastFix, 'createdAt' | 'category' | 'confidence' | 'outcome' | 'proved'>[];
}

interface Trace {
  unit: FigureUnit;
  kind: 'median' | 'share' | 'count' | 'sum';
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

/** Changes that an article has to say: they make lines of one stale, or nothing tells of them. */
const asking = ({ notes }: Traces) =>
  notes.filter(({ reading }) => reading?.outcome === 'patched' || reading?.outcome === 'undocumented');

/** Hours from a change's being live to its article's: negative where the article was first. */
function lags(notes: Traces['notes']): Dated[] {
  return notes.flatMap(({ at, documentedAt }) =>
    documentedAt === null ? [] : [{ at, value: (documentedAt - at) / HOUR_MS, category: null }],
  );
}

/** Hours that decisions took. */
function decided(traces: Traces, isCorrected: boolean): Dated[] {
  return traces.reviews
    .filter(({ verdict }) => (verdict === 'edit') === isCorrected)
    .map(({ at, tookMs }) => ({ at, value: tookMs / HOUR_MS, category: null }));
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
  made_articles: {
    ...{ unit: 'number', kind: 'count', source: 'own' },
    read: (traces) =>
      standing(traces)
        .filter(({ before, articleId }) => before === null && articleId !== null)
        .map(({ at }) => ({ at, value: 1, category: null })),
  },
  changed_articles: {
    ...{ unit: 'number', kind: 'count', source: 'own' },
    read: (traces) =>
      standing(traces)
        .filter(({ before }) => before !== null)
        .map(({ at }) => ({ at, value: 1, category: null })),
  },
  made_replies: {
    ...{ unit: 'number', kind: 'sum', source: 'own' },
    read: (traces) =>
      standing(traces).map(({ at, macros = [] }) => ({
        ...{ at, category: null },
        value: macros.filter(({ before }) => before === null).length,
      })),
  },
  change_lag: { ...{ unit: 'hours', kind: 'median', source: 'own' }, read: (traces) => lags(asking(traces)) },
  launch_lag: {
    ...{ unit: 'hours', kind: 'median', source: 'own' },
    read: (traces) => lags(asking(traces).filter(({ kind }) => kind === 'added')),
  },
  change_documented: {
    ...{ unit: 'share', kind: 'share', source: 'own' },
    read: (traces) =>
      asking(traces).map(({ at, documentedAt }) => ({ at, value: Number(documentedAt !== null), category: null })),
  },
  hours_review: { ...{ unit: 'hours', kind: 'sum', source: 'own' }, read: (traces) => decided(traces, false) },
  hours_correcting: { ...{ unit: 'hours', kind: 'sum', source: 'own' }, read: (traces) => decided(traces, true) },
  hours_writing: {
    ...{ unit: 'hours', kind: 'sum', source: 'own' },
    read: ({ changes, minutesAnArticle }) =>
      changes
        .filter(({ isOurs }) => !isOurs)
        .map(({ at }) => ({ at, value: minutesAnArticle / MINUTES_AN_HOUR, category: null })),
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
    spread: kind === 'median' ? quartilesOf(dated.map(({ value }) => [value, 1])) : null,
    periods: of.periods.map((at) => ({ at, ...measure(dated.filter(({ period }) => period === at)) })),
  };
}

function measuredTrace(kind: Trace['kind'], some: readonly Dated[]): Measured {
  const n = some.length;
  switch (kind) {
    case 'count':
      return { value: n, low: n, high: n, n, isEnough: true };
    case 'sum': {
      const value = some.reduce((sum, one) => sum + one.value, 0);
      return { value, low: value, high: value, n, isEnough: true };
    }
    case 'share':
      return shareOf(
        some.reduce((sum, { value }) => sum + value, 0),
        n,
      );
    case 'median':
      return medianFigure(some.map(({ value }) => [value, 1]));
  }
}

/** An article, and in the last 90 days how often it was nearest to what was asked, and how often it served. */
export interface UsedArticle {
  id: string;
  updatedAt: number;
  asked: number;
  served: number;
}

const isFresh = ({ updatedAt, served }: UsedArticle, now: number) => now - updatedAt <= FRESH_MS || served > 0;

const FRESH = { unit: 'share', source: 'KCS v6, 90 days', spread: null } as const;
const emptyLists = () => ({ periods: [], byAge: [], byCategory: [], byReason: [] });

/** The share of articles that are fresh at `now`: changed, or served by, in the last 90 days. It has no periods. */
export function freshFigure(articles: readonly UsedArticle[], now: number): Figure {
  const fresh = articles.filter((article) => isFresh(article, now)).length;
  return {
    ...FRESH,
    ...emptyLists(),
    id: 'fresh',
    formula: 'fresh articles ÷ articles',
    all: shareOf(fresh, articles.length),
  };
}

/** The same by use: each article counts as often as it was nearest to what was asked in the last 90 days. */
export function freshUsedFigure(articles: readonly UsedArticle[], now: number): Figure {
  const asked = (some: readonly UsedArticle[]) => some.reduce((sum, article) => sum + article.asked, 0);
  const all = shareOf(asked(articles.filter((article) => isFresh(article, now))), asked(articles));
  return { ...FRESH, ...emptyLists(), id: 'fresh_used', formula: 'asked of fresh articles ÷ asked of articles', all };
}
