/** Why knowledge failed. */
export const DIAGNOSES = [
  'missing',
  'incomplete',
  'outdated',
  'contradictory',
  'failing',
  'unfindable',
  'product_bug',
  'needs_action',
  'none',
] as const;
export type Diagnosis = (typeof DIAGNOSES)[number];

/**
 * What a team does again and again: no failure of knowledge, so that no conversation is diagnosed with it, but work that a
 * fix can spare.
 */
export const HABITS = ['repeated_reply', 'handed_on'] as const;
export type Habit = (typeof HABITS)[number];

/** A failure of knowledge: every diagnosis but `none`. */
export type Failure = Exclude<Diagnosis, 'none'>;

/** What a change of the product leads to before anybody asks: lines that it makes stale, a feature without an article. */
export const FORESEEN = ['changed', 'launched'] as const;
export type ForeseenCause = (typeof FORESEEN)[number];

/** What a gap may be opened for. */
export type GapCause = Failure | Habit | ForeseenCause;

export function isHabit(cause: GapCause | Diagnosis): cause is Habit {
  return HABITS.some((habit) => habit === cause);
}

export function isForeseen(cause: GapCause | Diagnosis | undefined): cause is ForeseenCause {
  return FORESEEN.some((foreseen) => foreseen === cause);
}
