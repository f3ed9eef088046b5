import type { ProgressRow } from '../../../shared/console/running.ts';
import type { Gap, Publication } from '../../../shared/gap.ts';
import { DAY_MS, WEEK_MS } from '../../../shared/time.ts';

/** 1970-01-05 was the first Monday of the epoch. */
const FIRST_MONDAY_MS = 4 * DAY_MS;
/** What came before a change is counted over this long: as the watch does. */
export const BEFORE_MS = 56 * DAY_MS;

export type Period = 'month' | 'week';

/** A healed question as its numbers: when it was published, and when parties asked it (event time, ms). */
export interface Treated {
  publishedAt: number;
  asked: readonly { at: number; party: string }[];
}

/** Start of the period that holds a time: the first of a month (UTC), or a Monday. */
export function startOf(period: Period, at: number): number {
  if (period === 'week') return Math.floor((at - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS;
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}

/** The `count` periods up to the one that holds `now`, oldest first, by their starts. */
export function lastPeriods(period: Period, now: number, count: number): number[] {
  const starts = [startOf(period, now)];
  while (starts.length < count) starts.unshift(startOf(period, starts[0]! - 1));
  return starts;
}

/**
 * How many parties did not ask between `from` and `to`, by what came before: those a week in the eight weeks before
 * publication, times the weeks since, less those who asked all the same; at least 0. Parties are distinct a stretch.
 */
export function preventedOf({ publishedAt, asked }: Treated, from: number, to: number): number {
  const start = Math.max(from, publishedAt);
  if (start >= to) return 0;
  const parties = (since: number, until: number) =>
    new Set(asked.filter(({ at }) => at >= since && at < until).map(({ party }) => party)).size;
  const first = asked[0]?.at ?? publishedAt;
  const span = Math.min(BEFORE_MS, Math.max(WEEK_MS, publishedAt - first));
  const expected = (parties(publishedAt - span, publishedAt) / span) * (to - start);
  return Math.max(0, expected - parties(start, to));
}

/** One row a period, with what happened in it. `now` ends the last one. */
export function progressOf(
  starts: readonly number[],
  now: number,
  of: {
    gaps: readonly Pick<Gap, 'id' | 'openedAt' | 'updatedAt' | 'state'>[];
    publications: readonly Pick<Publication, 'gapId' | 'at' | 'state' | 'reverts'>[];
    treated: readonly Treated[];
    conversations: readonly { at: number }[];
  },
): ProgressRow[] {
  const openedAt = new Map(of.gaps.map((gap) => [gap.id, gap.openedAt]));
  const standing = of.publications.filter((p) => p.state === 'done' && p.reverts === null);
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? now + 1;
    const isIn = (at: number) => at >= from && at < to;
    const published = standing.filter((p) => isIn(p.at));
    const took = published.flatMap((p) => {
      const opened = openedAt.get(p.gapId);
      return opened === undefined ? [] : [Math.max(0, p.at - opened)];
    });
    return {
      from,
      conversations: of.conversations.filter(({ at }) => isIn(at)).length,
      opened: of.gaps.filter((gap) => isIn(gap.openedAt)).length,
      published: published.length,
      healed: of.gaps.filter((gap) => gap.state === 'healed' && isIn(gap.updatedAt)).length,
      prevented: of.treated.reduce((sum, one) => sum + preventedOf(one, from, to), 0),
      medianToHealMs: medianOf(took),
    };
  });
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
