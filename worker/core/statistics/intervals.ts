/** An estimate's interval. */
export interface Interval {
  low: number;
  high: number;
}

/** The 97.5% quantile of the normal distribution: two-sided 95%. */
export const Z95 = 1.959964;

/** Wilson's score interval of a share after `part` in `whole` (Wilson 1927); holds near 0 and 1, unlike the normal one. */
export function wilson(part: number, whole: number, z: number = Z95): Interval {
  if (whole <= 0) return { low: 0, high: 1 };
  const share = part / whole;
  const middle = (share + z ** 2 / (2 * whole)) / (1 + z ** 2 / whole);
  const half = (z / (1 + z ** 2 / whole)) * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2));
  return { low: Math.max(0, Math.min(share, middle - half)), high: Math.min(1, Math.max(share, middle + half)) };
}

/** The interval of a mean by its sums, as for many observations (central limit theorem). */
export function meanInterval(sum: number, squares: number, n: number): Interval | null {
  if (n < 2) return null;
  const mean = sum / n;
  const variance = Math.max(0, (squares - n * mean ** 2) / (n - 1));
  const half = Z95 * Math.sqrt(variance / n);
  return { low: mean - half, high: mean + half };
}

/** A value met so many times. */
export type Times = readonly (readonly [value: number, times: number])[];

/**
 * The median of values with how often each was met, and its interval by order statistics: the values that stand
 * 0.98·√n places to either side (Conover 1999, 3.2), whatever the distribution. Null where there is none.
 */
export function medianOf(times: Times): (Interval & { median: number; n: number }) | null {
  const { n, nth } = ranked(times);
  if (n === 0) return null;
  const half = (Z95 / 2) * Math.sqrt(n);
  const median = (nth(Math.ceil(n / 2)) + nth(Math.floor(n / 2) + 1)) / 2;
  return { median, n, low: nth(Math.floor(n / 2 - half)), high: nth(Math.ceil(n / 2 + 1 + half)) };
}

/** Between which values the middle half lies (nearest ranks); null where there is none. */
export function quartilesOf(times: Times): Interval | null {
  const { n, nth } = ranked(times);
  return n === 0 ? null : { low: nth(Math.ceil(n / 4)), high: nth(Math.ceil((3 * n) / 4)) };
}

/** How many values there are, and the value of a rank. */
function ranked(times: Times): { n: number; nth(rank: number): number } {
  const sorted = times.filter(([, n]) => n > 0).toSorted((a, b) => a[0] - b[0]);
  const n = sorted.reduce((sum, [, count]) => sum + count, 0);
  const nth = (rank: number): number => {
    let left = Math.min(n, Math.max(1, rank));
    for (const [value, count] of sorted) {
      left -= count;
      if (left <= 0) return value;
    }
    return sorted.at(-1)?.[0] ?? 0;
  };
  return { n, nth };
}
