import type { Drift } from '../../../shared/measure/figure.ts';
import type { Counts } from './counts.ts';

/** Conversations on either side without which nothing is said. Origin: at 100 a share of a tenth is known to within 6 points. */
const ENOUGH = 100;

/**
 * By how many standard errors a share must have risen. It is looked at every day: 4.5 is met by chance once in 300,000 looks, and
 * leaves room for organizations that write many at a time.
 */
const CLEAR = 4.5;

/** A rise that is less than this is nobody's concern, however sure it is: in points, and as a ratio. */
const LEAST_POINTS = 0.03;
const LEAST_RATIO = 1.3;

/**
 * What rose lately against the time before, beyond chance: conversations that ask nothing, that ask what is new, or that are in
 * one language; the largest first. By the two-sample test of shares (pooled; Fleiss 1981). A fall is good news or seen elsewhere.
 */
export function driftOf(before: Counts, now: Counts): Drift[] {
  const rose = (name: string): { before: number; now: number; z: number } | null => {
    const [n, m] = [before.conversations ?? 0, now.conversations ?? 0];
    if (n < ENOUGH || m < ENOUGH) return null;
    const [was, is] = [(before[name] ?? 0) / n, (now[name] ?? 0) / m];
    const pooled = ((before[name] ?? 0) + (now[name] ?? 0)) / (n + m);
    const z = (is - was) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    const isClear = z >= CLEAR && is - was >= LEAST_POINTS && is >= was * LEAST_RATIO;
    return isClear ? { before: was, now: is, z } : null;
  };
  const languages = Object.keys(now).filter((name) => name.startsWith(LANGUAGE));
  return ['chaff', 'novel', ...languages]
    .flatMap((name): (Drift & { z: number })[] => {
      const found = rose(name);
      if (!found) return [];
      if (name === 'chaff' || name === 'novel') return [{ kind: name, language: null, ...found }];
      return [{ kind: 'language' as const, language: name.slice(LANGUAGE.length), ...found }];
    })
    .toSorted((a, b) => b.z - a.z)
    .map(({ z: _, ...drift }) => drift);
}

/** How the counts of conversations by language begin. */
const LANGUAGE = 'in_';
