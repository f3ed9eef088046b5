import type { Pace, Worth } from '../../../shared/console/review.ts';
import type { Rehearsal } from '../../../shared/gap.ts';
import { readConfidence } from '../publishing/deciding/confidence.ts';

/** Seconds to take in what is asked and to decide, before any reading. Origin: stated default, about half the goal of 12 s. */
export const BASE_SECONDS = 5;
/** Words a second. Source: Brysbaert 2019, silent reading of English non-fiction at 238 words a minute. */
export const WORDS_A_SECOND = 238 / 60;
/** A failed check or an open question has to be thought about. Origin: stated default. */
export const DOUBT_SECONDS = 10;
/** Wins and tries added to a rehearsal's: what was not rehearsed is as likely as not to answer (Laplace's rule). */
const PRIOR_WINS = 1;
const PRIOR_TRIED = 2;

/** Days of measured decisions that a pace is of. */
export const PACE_DAYS = 30;

/**
 * What a second of review is worth: tickets prevented a week / seconds of review.
 *
 * prevented = customers a week who ask it * chance that the fix is right * share of past questions it answers,
 *   with (wins + 1) / (tried + 2) for the share.
 * seconds = 5 + words to read / 3.97 + 10 for each failed check or open question.
 *
 * `words` are those of the changed lines and of the evidence shown. Always finite, never negative.
 */
export function worthOf(of: {
  perWeek: number;
  confidence: number | null;
  rehearsal: Rehearsal | null;
  words: number;
  doubts: number;
}): Worth {
  const chance = readConfidence(of.confidence);
  const { wins, tried } = of.rehearsal ?? { wins: 0, tried: 0 };
  const answered = (wins + PRIOR_WINS) / (tried + PRIOR_TRIED);
  const perWeek = Math.max(0, of.perWeek);
  const words = Math.max(0, of.words);
  const prevented = perWeek * chance * answered;
  const seconds = BASE_SECONDS + words / WORDS_A_SECOND + DOUBT_SECONDS * Math.max(0, of.doubts);
  return { prevented, seconds, perSecond: prevented / seconds, parts: { perWeek, chance, answered, words } };
}

/** Most worth a second first; of equal worth the one that waits longest, then by id, so that the order is one. */
export function byWorth<T extends { worth: Worth; createdAt: number; fixId: string }>(items: readonly T[]): T[] {
  return items.toSorted(
    (a, b) => b.worth.perSecond - a.worth.perSecond || a.createdAt - b.createdAt || (a.fixId < b.fixId ? -1 : 1),
  );
}

/** The median of measured decisions; of an even number the mean of the middle two. */
export function paceOf(tookMs: readonly number[]): Pace {
  const sorted = tookMs.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  const medianMs = low === undefined || high === undefined ? null : (low + high) / 2;
  return { medianMs, decisions: sorted.length, days: PACE_DAYS };
}
