import type { Member } from '../learned/state.ts';
import { evidence } from '../statistics/beta.ts';

/** Strength of the Beta prior of a word's share in a group, in conversations. */
const PRIOR = 1;

/** ln Bayes factor that two groups of customers ask in other words: two shares against one, over the words of both (Beta-Bernoulli, shared prior mean). */
export function wordsFactor(a: readonly Member[], b: readonly Member[]): number {
  const inA = countsOf(a);
  const inB = countsOf(b);
  let sum = 0;
  for (const word of new Set([...inA.keys(), ...inB.keys()])) {
    const x = inA.get(word) ?? 0;
    const y = inB.get(word) ?? 0;
    if (x + y >= 2) sum += differing(x, a.length, y, b.length);
  }
  return sum;
}

/** ln Bayes factor that x of a and y of b come from two shares and not from one. */
function differing(x: number, a: number, y: number, b: number): number {
  const p = (x + y + 0.5) / (a + b + 1);
  const alpha = PRIOR * p;
  const beta = PRIOR * (1 - p);
  return evidence(x, a, alpha, beta) + evidence(y, b, alpha, beta) - evidence(x + y, a + b, alpha, beta);
}

function countsOf(members: readonly Member[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const m of members) for (const word of m.opening) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
