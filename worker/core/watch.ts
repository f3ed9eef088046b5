import { likelihoods, posterior } from './watch/odds.ts';

/** Chance of calling a fix harmful (or healed) that changed nothing, however often one looks. Source: issue "Watch". */
export const FALSE_VERDICT_RATE = 0.05;

/** The odds ratios that are bet on, evenly. Origin: a worsening of 25 % is worth undoing, tripling is the worst seen. */
export const HARMFUL_RATIOS = [1.25, 1.5, 2, 3] as const;
export const HEALED_RATIOS = [0.75, 0.5, 0.3, 0.1] as const;

/**
 * Conversations of the issue that were to be expected had nothing changed, from which silence of both tests is an answer.
 * Origin: by then a halving is found in over 99 % of simulations (test/core/watch.test.ts).
 */
export const NO_EFFECT_EXPECTED = 60;

/** The issue must have been seen this often before, else there is no rate to compare with. Origin: stated default. */
export const MIN_BEFORE = 5;

export type WatchVerdict = 'watching' | 'healed' | 'no_effect' | 'harmful';

/**
 * Counts of distinct customers whose conversation knowledge did not serve, before and after a publication: those of the
 * healed issue, and those of the matched issues that nothing was done for. The days need not be known: what moves all
 * issues alike (a busy week, a holiday) moves the controls too.
 */
export interface WatchCounts {
  before: { issue: number; control: number };
  after: { issue: number; control: number };
}

export interface WatchStatistic {
  harmful: number;
  healed: number;
  needed: number;
  oddsRatio: number;
  expected: number;
}

/**
 * What a publication did, by a sequential test that may be looked at after every conversation. Given the totals, each
 * later conversation belongs to the issue with the odds of before, times a ratio that is 1 if the fix changed nothing.
 * `harmful` and `healed` are e-values: the mean likelihood of the ratios bet on over that of ratio 1, each averaged over
 * what the counts before leave open of the odds (Jeffreys prior). By Ville's inequality a fix that changed nothing is
 * ever called harmful with at most `falseVerdictRate`, and ever healed with at most that too. Harm is looked for first.
 */
export function verdictOf(
  counts: WatchCounts,
  falseVerdictRate: number = FALSE_VERDICT_RATE,
): { verdict: WatchVerdict; statistic: WatchStatistic } {
  const { before, after } = counts;
  const needed = 1 / falseVerdictRate;
  const odds = posterior(before.issue, before.control);
  const [same = 0, ...bets] = likelihoods(odds, after, [1, ...HARMFUL_RATIOS, ...HEALED_RATIOS]);
  const harmful = meanOver(bets.slice(0, HARMFUL_RATIOS.length), same);
  const healed = meanOver(bets.slice(HARMFUL_RATIOS.length), same);
  const expected = after.control * ((before.issue + 0.5) / (before.control + 0.5));
  const oddsRatio = (after.issue + 0.5) / (expected + 0.5);
  const statistic = { harmful, healed, needed, oddsRatio, expected };
  if (![before.issue, before.control, after.issue, after.control].every((count) => count >= 0)) {
    return { verdict: 'watching', statistic };
  }
  if (before.issue < MIN_BEFORE) return { verdict: 'watching', statistic };
  if (harmful >= needed) return { verdict: 'harmful', statistic };
  if (healed >= needed) return { verdict: 'healed', statistic };
  return { verdict: expected >= NO_EFFECT_EXPECTED ? 'no_effect' : 'watching', statistic };
}

/** The mean of exp(log-likelihood - that of no change). */
function meanOver(bets: readonly number[], same: number): number {
  return bets.reduce((sum, bet) => sum + Math.exp(bet - same), 0) / bets.length;
}
