import { likelihoods, posterior } from './odds.ts';

/** Chance of calling a fix harmful (or healed) that changed nothing, however often one looks. Own choice, the usual level of a test. */
export const FALSE_VERDICT_RATE = 0.05;

/** The odds ratios that are bet on, evenly. Origin: a worsening of 25 % is worth undoing, tripling is the worst seen. */
export const HARMFUL_RATIOS = [1.25, 1.5, 2, 3] as const;
export const HEALED_RATIOS = [0.75, 0.5, 0.3, 0.1] as const;

/**
 * What counts as an effect: a halving, and a worsening of 40 %. Where the counts refute both, nothing happened that
 * matters. Origin: a planted worsening; less than a halving is no healing.
 */
export const EFFECT_RATIOS = { healed: 0.5, harmful: 1.4 } as const;

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
  unhealed: number;
  unharmed: number;
  oddsRatio: number;
  expected: number;
}

/**
 * What a publication did, by a sequential test that may be looked at after every conversation. Given the totals, each
 * later conversation belongs to the issue with the odds of before, times a ratio that is 1 if the fix changed nothing.
 * `harmful` and `healed` are e-values: the mean likelihood of the ratios bet on over that of ratio 1, each averaged over
 * what the counts before leave open of the odds (Jeffreys prior). By Ville's inequality a fix that changed nothing is
 * ever called harmful with at most `falseVerdictRate`, and ever healed with at most that too. `unhealed` and `unharmed`
 * are the e-values against a halving and a worsening of 40 %: a fix that did either is called `no_effect` with at most
 * that rate. Harm is looked for first; while nothing is refuted, and with too little before, it goes on watching.
 */
export function verdictOf(
  counts: WatchCounts,
  falseVerdictRate: number = FALSE_VERDICT_RATE,
): { verdict: WatchVerdict; statistic: WatchStatistic } {
  const { before, after } = counts;
  const needed = 1 / falseVerdictRate;
  const odds = posterior(before.issue, before.control);
  const logs = (ratios: readonly number[]): number[] => likelihoods(odds, after, ratios);
  const [same = 0, halved = 0, worsened = 0] = logs([1, EFFECT_RATIOS.healed, EFFECT_RATIOS.harmful]);
  const harmful = meanOver(logs(HARMFUL_RATIOS), same);
  const healed = meanOver(logs(HEALED_RATIOS), same);
  const [unhealed, unharmed] = [Math.exp(same - halved), Math.exp(same - worsened)];
  const expected = after.control * ((before.issue + 0.5) / (before.control + 0.5));
  const oddsRatio = (after.issue + 0.5) / (expected + 0.5);
  const statistic = { harmful, healed, needed, unhealed, unharmed, oddsRatio, expected };
  const isKnown =
    [before.control, after.issue, after.control].every((count) => count >= 0) && before.issue >= MIN_BEFORE;
  if (!isKnown) return { verdict: 'watching', statistic };
  if (harmful >= needed) return { verdict: 'harmful', statistic };
  if (healed >= needed) return { verdict: 'healed', statistic };
  return { verdict: unhealed >= needed && unharmed >= needed ? 'no_effect' : 'watching', statistic };
}

/** The mean of exp(log-likelihood - that of no change). */
function meanOver(bets: readonly number[], same: number): number {
  return bets.reduce((sum, bet) => sum + Math.exp(bet - same), 0) / bets.length;
}
