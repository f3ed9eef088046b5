import type { Value } from '../../../shared/measure/figure.ts';
import { drawnFrom } from '../statistics/drawn.ts';

/** Weeks compared on either side of a change, and those about it that are left out: issues are treated because they spiked. */
export const BEFORE_WEEKS = 8;
export const AFTER_WEEKS = 8;
const LEFT_OUT_BEFORE = 2;
const LEFT_OUT_AFTER = 1;
/** A change is measured after at least so many weeks. */
const MIN_AFTER_WEEKS = 4;

/** Least untreated issues (with fewer, no permutation is rarer than one in twenty) and least treated ones (for a mean). */
export const MIN_CONTROLS = 19;
export const MIN_TREATED = 3;

/** Questions in the weeks before a change that an issue needs for a rate to compare. */
const MIN_BEFORE = 4;

/** Controls of each treated issue: those nearest in volume and trend. */
const MATCHED = 10;

/** Placebos that the effect is held against. */
const PLACEBOS = 199;

/** How often an issue was asked in each week, week by week without a hole; and in which its change was published, null: in none. */
export interface IssueSeries {
  issueId: string;
  asked: readonly number[];
  treatedIn: number | null;
}

interface Compared {
  before: number;
  after: number;
  afterWeeks: number;
  trend: number;
  /** ln of the rate after over the rate before. */
  change: number;
}

/**
 * What changes did to how often their issues are asked, by staggered difference in differences on log rates: each treated issue
 * against the untreated ones nearest to it in volume and trend before, over the same weeks, the weeks about the change left out;
 * the mean weighted by volume. Its certainty comes from placebos: the same reckoning with as many untreated issues in the place
 * of the treated ones, at the same weeks (Fisher's permutation test; Abadie 2010 for the idea). `ratio` is 1 where nothing
 * changed. `weeks` of the series must all be over.
 */
export function measureValue(series: readonly IssueSeries[]): Value {
  const controls = series.filter((one) => one.treatedIn === null);
  const events = series.flatMap((one) => {
    const compared = one.treatedIn === null ? null : compare(one.asked, one.treatedIn);
    return compared ? [{ ...one, at: one.treatedIn ?? 0, compared }] : [];
  });
  const known = { treated: events.length, controls: controls.length };
  if (known.controls < MIN_CONTROLS) return { state: 'not_enough', lacks: 'controls', ...known };
  if (known.treated < MIN_TREATED) return { state: 'not_enough', lacks: 'treated', ...known };
  const pools = new Map(events.map(({ at }) => [at, poolAt(controls, at)]));
  const meanEffect = (of: readonly Event[]) => weightedEffect(of, pools);
  const effect = meanEffect(events);
  if (effect === null) return { state: 'not_enough', lacks: 'controls', ...known };
  const drawn = drawnFrom(events.length * 1_009 + controls.length);
  const placebos: number[] = [];
  for (let n = 0; n < PLACEBOS; n++) {
    const order = shuffled(controls, drawn);
    const played = events.flatMap(({ at }, i) => {
      const one = order[i % order.length];
      const compared = one ? pools.get(at)?.get(one.issueId) : undefined;
      return one && compared ? [{ issueId: one.issueId, at, compared }] : [];
    });
    const placebo = meanEffect(played);
    if (placebo !== null) placebos.push(placebo);
  }
  const sorted = placebos.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const centre = at(0.5);
  const asFar = placebos.filter((one) => Math.abs(one - centre) >= Math.abs(effect - centre)).length;
  const asked = events.reduce((sum, { compared }) => sum + compared.after, 0);
  const prevented = (log: number) => asked * Math.expm1(-log);
  const wider = widening(events, effect, placebos);
  const [low, high] = [effect - wider * at(0.975), effect - wider * at(0.025)];
  return {
    state: 'measured',
    ...known,
    ratio: { value: Math.exp(effect), low: Math.exp(low), high: Math.exp(high) },
    prevented: { value: prevented(effect), low: prevented(high), high: prevented(low) },
    chance: (1 + asFar) / (1 + placebos.length),
  };
}

/**
 * By how much the interval is wider than the placebos lie apart: where a change made questions rare, the few that are left
 * scatter more (Poisson: the variance of a log count is one over the count).
 */
function widening(events: readonly Event[], effect: number, placebos: readonly number[]): number {
  const mean = sum(placebos) / placebos.length;
  const spread = sum(placebos.map((one) => (one - mean) ** 2)) / placebos.length;
  const weights = sum(events.map(({ compared }) => compared.before));
  const more = events.map(({ compared: { before, after } }) => {
    const scatter = 1 / (after + 0.5) - 1 / (after * Math.exp(-effect) + 0.5);
    return (before / weights) ** 2 * Math.max(0, scatter);
  });
  return spread > 0 ? Math.sqrt(1 + sum(more) / spread) : 1;
}

/** Rates of an issue before and after a week; null where too little is known of either side. */
function compare(asked: readonly number[], at: number): Compared | null {
  const from = at - LEFT_OUT_BEFORE - BEFORE_WEEKS;
  const after = asked.slice(at + LEFT_OUT_AFTER, at + LEFT_OUT_AFTER + AFTER_WEEKS);
  if (from < 0 || after.length < MIN_AFTER_WEEKS) return null;
  const before = asked.slice(from, from + BEFORE_WEEKS);
  const [early, late] = [sum(before.slice(0, BEFORE_WEEKS / 2)), sum(before.slice(BEFORE_WEEKS / 2))];
  if (early + late < MIN_BEFORE) return null;
  return {
    before: early + late,
    after: sum(after),
    afterWeeks: after.length,
    trend: Math.log((late + 0.5) / (early + 0.5)),
    change: Math.log((sum(after) + 0.5) / after.length) - Math.log((early + late + 0.5) / BEFORE_WEEKS),
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

interface Event {
  issueId: string;
  at: number;
  compared: Compared;
}

/** Untreated issues compared about one week, by their id. */
type Pool = ReadonlyMap<string, Compared>;

function poolAt(controls: readonly IssueSeries[], at: number): Pool {
  const compared = controls.map((control) => [control.issueId, compare(control.asked, at)] as const);
  return new Map(compared.flatMap(([id, one]) => (one ? [[id, one] as const] : [])));
}

/** The mean over events of their change less that of their matched controls, weighted by volume; null where none has a match. */
function weightedEffect(events: readonly Event[], pools: ReadonlyMap<number, Pool>): number | null {
  let [weighted, weights] = [0, 0];
  for (const { issueId, at, compared } of events) {
    const matched = [...(pools.get(at) ?? [])]
      .filter(([id]) => id !== issueId)
      .map(([, control]) => ({ change: control.change, weight: control.before, distance: distance(control, compared) }))
      .toSorted((a, b) => a.distance - b.distance)
      .slice(0, MATCHED);
    const all = sum(matched.map((one) => one.weight));
    if (all === 0) continue;
    const expected = sum(matched.map((one) => one.change * one.weight)) / all;
    weighted += (compared.change - expected) * compared.before;
    weights += compared.before;
  }
  return weights === 0 ? null : weighted / weights;
}

const distance = (a: Compared, b: Compared): number =>
  Math.abs(Math.log(a.before / b.before)) + Math.abs(a.trend - b.trend);

function shuffled<T>(all: readonly T[], drawn: () => number): T[] {
  const order = [...all];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(drawn() * (i + 1));
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
}
