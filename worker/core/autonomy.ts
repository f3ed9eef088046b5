import { begin, type EProcess, step, wealthOf } from './autonomy/e-process.ts';
import type { FixOutcome } from './outcome.ts';

/** The bad-publish rate that a tenant accepts, and the assurance asked for. Source: policy default; issue "Three bands". */
export const TARGET_BAD_RATE = 0.05;
export const ASSURANCE = 0.95;

/**
 * The part of the allowed error (1 - assurance) that is spent; the rest is kept for what the model leaves out (outcomes
 * of one day hang together). Costs about eight more clean approvals. Origin: stated default.
 */
export const SPENT_ERROR_SHARE = 0.7;

/** Rates at which the bound is looked for. Between two of them the upper one is named. */
const RATES: readonly number[] = [
  ...Array.from({ length: 40 }, (_, i) => (i + 1) * 0.0025),
  ...Array.from({ length: 45 }, (_, i) => 0.1 + (i + 1) * 0.02),
];

/** Most clean approvals that are counted ahead; what is missing beyond it is out of reach. */
const MAX_MISSING = 2_000;

export interface Autonomy {
  isEarned: boolean;
  eValue: number;
  upperBound: number;
  cleanApprovalsMissing: number;
}

/**
 * Whether a category has earned to publish by itself, from the outcomes (oldest first) of its fixes with at least the
 * floor's confidence. Only `approved` is clean; edited, rejected, reverted and unknown words are bad.
 *
 * H0: the rate of bad ones is `target` or more. `eValue` is the wealth of a bettor against H0 (autonomy/e-process.ts); by
 * Ville's inequality it ever reaches 1/a under H0 with probability at most a, however often one looks and whenever one
 * stops (Ville 1939; Waudby-Smith and Ramdas 2024). Earned: the wealth *now* is at least 1/(0.7 (1 - assurance)), so what
 * was earned can be lost. `upperBound` is the largest rate not refuted at that level (a confidence sequence).
 * `cleanApprovalsMissing`: clean approvals in a row that would earn it. A target or assurance outside (0, 1) earns nothing.
 */
export function autonomyOf(
  outcomes: readonly FixOutcome[],
  target: number = TARGET_BAD_RATE,
  assurance: number = ASSURANCE,
): Autonomy {
  const isStated = target > 0 && target < 1 && assurance > 0 && assurance < 1;
  if (!isStated) return { isEarned: false, eValue: 0, upperBound: 1, cleanApprovalsMissing: MAX_MISSING };
  const needed = 1 / (SPENT_ERROR_SHARE * (1 - assurance));
  const isBad = outcomes.map((outcome) => outcome !== 'approved');
  const process = played(isBad, target, needed);
  const open = RATES.findLastIndex((rate) => wealthOf(played(isBad, rate, needed)) < needed);
  return {
    isEarned: wealthOf(process) >= needed,
    eValue: wealthOf(process),
    upperBound: RATES[open + 1] ?? 1,
    cleanApprovalsMissing: missing(process, needed),
  };
}

function played(isBad: readonly boolean[], rate: number, needed: number): EProcess {
  return isBad.reduce((process, bad) => step(process, bad), begin(rate, needed));
}

function missing(process: EProcess, needed: number): number {
  let count = 0;
  for (let now = process; wealthOf(now) < needed && count < MAX_MISSING; now = step(now, false)) count++;
  return count;
}
