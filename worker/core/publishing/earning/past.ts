import type { FixState, GapState, StoredFix } from '../../../../shared/gap.ts';
import type { FixOutcome, PastFix } from '../../../../shared/measure/outcome.ts';

const ENDS: Partial<Record<FixState, FixOutcome>> = {
  approved: 'approved',
  published: 'approved',
  rejected: 'rejected',
  rolled_back: 'reverted',
};

/** The states in which a fix counts as decided. */
export const DECIDED_STATES = Object.keys(ENDS) as FixState[];

/** A decided fix as a part of the past; null where it is undecided, or was never scored: nothing is learned from it. `gap` is the state of its gap now. */
export function pastOf(
  fix: Omit<StoredFix, 'bodyHtml' | 'baseHtml' | 'evidence' | 'writer' | 'also' | 'macros'>,
  gap: GapState | null,
): PastFix | null {
  const end = ENDS[fix.state];
  if (!end || fix.rawConfidence === null) return null;
  const { id, title, category, kind, cause, createdAt, gates, rehearsal, openQuestions, support } = fix;
  return {
    ...{ id, title, category, kind, createdAt, gates, rehearsal, openQuestions, support },
    ...(cause ? { cause } : {}),
    confidence: fix.rawConfidence,
    calibrated: fix.confidence,
    outcome: end === 'approved' && fix.isEdited ? 'edited' : end,
    ...(fix.isUnread ? { isUnread: true as const } : {}),
    ...(fix.state === 'published' && (gap === 'healed' || gap === 'no_effect') ? { proved: gap } : {}),
  };
}
