import type { Figure, FigureId, FigureUnit, Measured } from '../../../shared/measure/figure.ts';
import { MINUTES_A_REPLY } from '../../../shared/policy.ts';
import { meanInterval, medianOf, quartilesOf, type Times, wilson } from '../statistics/intervals.ts';
import { AGES, added, type Counts, minutesOf } from './counts.ts';

/** Fewer than this say too little to act on. Origin: at 20 a share of a half is known to within 20 points. */
export const ENOUGH = 20;

const MINUTES_AN_HOUR = 60;

/** How a figure is made of counts (docs/figures.md names them). */
export type Formula =
  | { kind: 'share'; part: string; whole: string }
  | { kind: 'mean'; sum: string; whole: string }
  | { kind: 'median'; of: 'reply' | 'solve' }
  | { kind: 'count'; of: string }
  | { kind: 'hours'; of: 'touches_novel' | 'touches_repeat' };

/** A figure that endings are counted for: its formula and where its definition comes from. */
export interface Definition {
  unit: FigureUnit;
  formula: Formula;
  source: string;
  /** How the names of its counts by reason begin. */
  reasons?: string;
}

const share = (part: string, whole: string, source: string): Definition => ({
  unit: 'share',
  formula: { kind: 'share', part, whole },
  source,
});

const KCS = 'KCS v6';
const ZENDESK = 'Zendesk, automated resolutions since 2026-05';
const OWN = 'own';
const CES = 'CES 2.0';

/** Every figure that is made of what endings add up to. */
export const COUNTED: { readonly [K in FigureId]?: Definition } = {
  verified: share('machine_pleased', 'conversations', ZENDESK),
  durable_machine: share('machine_durable', 'after_7', 'Chatwoot, durable resolution'),
  contained: share('machine_contained', 'after_3', ZENDESK),
  machine_alone: share('by_bot', 'conversations', OWN),
  machine_first: share('machine_first', 'conversations', OWN),
  first_contact: share('first_contact', 'after_7', 'MetricNet, gross first contact resolution'),
  first_contact_net: share('first_contact_net', 'can_be_first', 'MetricNet, net first contact resolution'),
  unserved: share('unserved', 'conversations', OWN),
  novel: share('novel', 'conversations', OWN),
  came_back_7: share('back_7', 'after_7', 'Chatwoot, durable resolution'),
  came_back_30: share('back_30', 'after_30', OWN),
  reopened: { ...share('reopened', 'conversations', 'Intercom, count_reopens'), reasons: 'reopened_' },
  escalated: { ...share('escalated', 'conversations', 'Chatwoot, handoff categories'), reasons: 'escalated_' },
  touches: { unit: 'number', formula: { kind: 'mean', sum: 'touches', whole: 'conversations' }, source: OWN },
  first_reply: { unit: 'minutes', formula: { kind: 'median', of: 'reply' }, source: OWN },
  time_to_solve: { unit: 'minutes', formula: { kind: 'median', of: 'solve' }, source: OWN },
  rated_good: share('rated_good', 'rated', 'Zendesk, CSAT: good of good and bad'),
  rated_good_machine: share('rated_machine_good', 'rated_machine', 'Zendesk, CSAT: good of good and bad'),
  rated_good_person: share('rated_person_good', 'rated_person', 'Zendesk, CSAT: good of good and bad'),
  rated: share('rated', 'conversations', OWN),
  effort: { unit: 'number', formula: { kind: 'mean', sum: 'effort', whole: 'effort_answered' }, source: CES },
  easy: share('easy', 'effort_answered', CES),
  easy_machine: share('easy_machine', 'effort_machine', CES),
  easy_person: share('easy_person', 'effort_person', CES),
  left: share('left_30', 'left_known', OWN),
  chaff: share('chaff', 'conversations', OWN),
  linked: share('linked', 'by_person', `${KCS}, link rate`),
  reused: share('reused', 'linked', `${KCS}, known of linked`),
  search_success: share('search_found', 'searched', OWN),
  hours_repeats: { unit: 'hours', formula: { kind: 'hours', of: 'touches_repeat' }, source: OWN },
  hours_novel: { unit: 'hours', formula: { kind: 'hours', of: 'touches_novel' }, source: OWN },
  advice_used: share('advice_used', 'advised', OWN),
  reply_kept: { unit: 'share', formula: { kind: 'mean', sum: 'kept', whole: 'inserted' }, source: OWN },
  tried: share('tried', 'conversations', OWN),
  conversations: { unit: 'number', formula: { kind: 'count', of: 'conversations' }, source: OWN },
};

/** One row of what was counted, with the first day of its period. */
export interface Counted {
  period: string;
  category: string;
  age: string;
  counts: Counts;
}

/** The figure over all rows, by period (those without a row too), by age, by category and, for escalations, by reason. */
export function figureOf(
  id: FigureId,
  definition: Definition,
  rows: readonly Counted[],
  periods: readonly string[],
  minutesAReply = MINUTES_A_REPLY,
): Figure {
  const { formula, unit } = definition;
  const group = (name: 'period' | 'category' | 'age', values: readonly string[]) =>
    values.map((at) => ({
      at,
      ...measured(formula, added(rows.filter((row) => row[name] === at).map((row) => row.counts)), minutesAReply),
    }));
  const all = added(rows.map((row) => row.counts));
  return {
    id,
    unit,
    formula: formulaText(formula),
    source: definition.source,
    all: measured(formula, all, minutesAReply),
    spread: formula.kind === 'median' ? quartilesOf(timesOf(all, formula.of)) : null,
    periods: group('period', periods),
    byAge: group('age', AGES).filter(({ n }) => n > 0),
    byCategory: group('category', [...new Set(rows.map((row) => row.category))].sort()).filter(({ n }) => n > 0),
    byReason: definition.reasons ? byReason(definition.reasons, rows, periods) : [],
  };
}

/** A formula as people read it, by the names of counts. */
export function formulaText(formula: Formula): string {
  switch (formula.kind) {
    case 'share':
      return `${formula.part} ÷ ${formula.whole}`;
    case 'mean':
      return `sum of ${formula.sum} ÷ ${formula.whole}`;
    case 'median':
      return `median of ${formula.of}`;
    case 'count':
      return formula.of;
    case 'hours':
      return `${formula.of} × minutes a reply`;
  }
}

/** A figure of counts that were added up. */
export function measured(formula: Formula, counts: Counts, minutesAReply = MINUTES_A_REPLY): Measured {
  const count = (name: string): number => counts[name] ?? 0;
  switch (formula.kind) {
    case 'share':
      return shareOf(count(formula.part), count(formula.whole));
    case 'mean': {
      const [sum, n] = [count(formula.sum), count(formula.whole)];
      const interval = meanInterval(sum, count(`${formula.sum}_squared`), n);
      const value = n === 0 ? null : sum / n;
      return { value, low: interval?.low ?? null, high: interval?.high ?? null, n, isEnough: n >= ENOUGH };
    }
    case 'median':
      return medianFigure(timesOf(counts, formula.of));
    case 'count': {
      const value = count(formula.of);
      return { value, low: value, high: value, n: value, isEnough: true };
    }
    case 'hours': {
      const n = count(formula.of);
      const value = (n * minutesAReply) / MINUTES_AN_HOUR;
      return { value, low: value, high: value, n, isEnough: true };
    }
  }
}

/** A share with Wilson's interval. */
export function shareOf(part: number, whole: number): Measured {
  if (whole === 0) return NOTHING;
  return { value: part / whole, ...wilson(part, whole), n: whole, isEnough: whole >= ENOUGH };
}

/** A median with its interval by order statistics. */
export function medianFigure(times: Times): Measured {
  const found = medianOf(times);
  if (!found) return NOTHING;
  const { median, low, high, n } = found;
  return { value: median, low, high, n, isEnough: n >= ENOUGH };
}

export const NOTHING: Measured = { value: null, low: null, high: null, n: 0, isEnough: false };

function timesOf(counts: Counts, of: string): Times {
  return Object.entries(counts)
    .filter(([name]) => name.startsWith(`${of}.`))
    .map(([name, times]) => [minutesOf(Number(name.slice(of.length + 1))), times]);
}

/** A reason returns where each of so many periods that are over has so many conversations of it. Origin: stated defaults. */
const RETURNS_IN = 3;
const RETURNS_AT_LEAST = 5;

function byReason(prefix: string, rows: readonly Counted[], periods: readonly string[]): Figure['byReason'] {
  const all = added(rows.map((row) => row.counts));
  const each = periods.map((at) => ({
    at,
    counts: added(rows.filter(({ period }) => period === at).map((row) => row.counts)),
  }));
  return Object.keys(all)
    .filter((name) => name.startsWith(prefix))
    .sort((a, b) => (all[b] ?? 0) - (all[a] ?? 0) || (a < b ? -1 : 1))
    .map((name) => {
      const over = each.slice(-1 - RETURNS_IN, -1);
      return {
        ...{ at: name.slice(prefix.length), ...shareOf(all[name] ?? 0, all.conversations ?? 0) },
        isReturning: over.length === RETURNS_IN && over.every(({ counts }) => (counts[name] ?? 0) >= RETURNS_AT_LEAST),
        periods: each.map(({ at, counts }) => ({ at, ...shareOf(counts[name] ?? 0, counts.conversations ?? 0) })),
      };
    });
}

/** Whether an ending is among what a figure's numerator counts: what a drill-down lists. */
export function isIn(definition: Definition, counts: Counts): boolean {
  const { formula } = definition;
  switch (formula.kind) {
    case 'share':
      return (counts[formula.part] ?? 0) > 0 && (counts[formula.whole] ?? 0) > 0;
    case 'mean':
      return (counts[formula.whole] ?? 0) > 0;
    case 'median':
      return Object.keys(counts).some((name) => name.startsWith(`${formula.of}.`));
    case 'count':
    case 'hours':
      return (counts[formula.of] ?? 0) > 0;
  }
}
