import type { FixOutcome } from '../../../../shared/measure/outcome.ts';
import { begin, type EProcess, step, wealthOf } from './e-process.ts';

/** The bad-publish rate that a tenant accepts, and the assurance asked for. Origin: the default of the policy. */
export const TARGET_BAD_RATE = 0.05;
export const ASSURANCE = 0.95;

/**
 * The part of the allowed error (1 - assurance) that is spent; the rest is kept for what the model leaves out (outcomes
 * of one day hang together). Costs about eleven more clean approvals. Origin: stated default.
 */
export const SPENT_ERROR_SHARE = 0.6;

/**
 * Wealth beyond this multiple of what is needed is thrown away, so that no long good past hides a bad present. Origin:
 * chosen by simulation; after a step from 1 % to 15 % bad ones, 95 % are locked for good within 40 outcomes.
 */
export const MAX_WEALTH = 15;

/** The same for the bound, which speaks of the whole record: only so that numbers stay finite. */
const ENDLESS_WEALTH = 1e100;

/** Rates at which the bound is looked for: steps of 0.25 % up to 10 %, then of 2 %. */
const RATES: readonly number[] = [
  ...Array.from({ length: 40 }, (_, i) => (i + 1) / 400),
  ...Array.from({ length: 44 }, (_, i) => (i + 6) / 50),
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
 * stops (Ville 1939; Waudby-Smith and Ramdas 2024). Earned: the wealth *now* is at least 1/(0.6 (1 - assurance)), so what
 * was earned can be lost. `upperBound` is the smallest rate that is refuted at that level, taking one rate for the whole
 * record (a confidence sequence); at most the target where it is earned, and perhaps also soon after it was lost.
 * `cleanApprovalsMissing`: clean approvals in a row that would earn it. A target or assurance outside (0, 1) earns nothing.
 */
export function autonomyOf(
  outcomes: readonly FixOutcome[],
  target: number = TARGET_BAD_RATE,
  assurance: number = ASSURANCE,
): Autonomy {
  return earnedBy(outcomes.map(isBadEnd), target, assurance);
}

/** The same of any record of ends, oldest first, each bad or clean. */
export function earnedBy(
  isBad: readonly boolean[],
  target: number = TARGET_BAD_RATE,
  assurance: number = ASSURANCE,
): Autonomy {
  if (!isStated(target) || !isStated(assurance))
    return { isEarned: false, eValue: 0, upperBound: 1, cleanApprovalsMissing: MAX_MISSING };
  const needed = neededFor(assurance);
  const process = played(isBad, begin(target, MAX_WEALTH * needed));
  const refuted = RATES.find((rate) => wealthOf(played(isBad, begin(rate, ENDLESS_WEALTH))) >= needed);
  return {
    isEarned: wealthOf(process) >= needed,
    eValue: wealthOf(process),
    upperBound: refuted ?? 1,
    cleanApprovalsMissing: missing(process, needed),
  };
}

/** A record to which one outcome after the other is added; `isEarned` as of `autonomyOf` after the same outcomes. */
export interface TrackRecord {
  isEarned: boolean;
  process: EProcess;
}

/** The record before any outcome. A target outside (0, 1) earns nothing. */
export function emptyRecord(target: number): TrackRecord {
  return { isEarned: false, process: begin(isStated(target) ? target : 0, MAX_WEALTH * neededFor(ASSURANCE)) };
}

/** The record after one more outcome. */
export function withOutcome({ process }: TrackRecord, outcome: FixOutcome): TrackRecord {
  const next = step(process, isBadEnd(outcome));
  return { isEarned: isStated(next.rate) && wealthOf(next) >= neededFor(ASSURANCE), process: next };
}

const isStated = (share: number): boolean => share > 0 && share < 1;
const isBadEnd = (outcome: FixOutcome): boolean => outcome !== 'approved';
const neededFor = (assurance: number): number => 1 / (SPENT_ERROR_SHARE * (1 - assurance));

function played(isBad: readonly boolean[], process: EProcess): EProcess {
  return isBad.reduce((before, bad) => step(before, bad), process);
}

function missing(process: EProcess, needed: number): number {
  let count = 0;
  for (let now = process; wealthOf(now) < needed && count < MAX_MISSING; now = step(now, false)) count++;
  return count;
}
