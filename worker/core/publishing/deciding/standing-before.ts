import type { GapState, StandingBefore, StoredFix } from '../../../../shared/gap.ts';

/** What a decision about a fix is about to replace; stored with the decision. */
export function standingBefore(fix: StoredFix, gap: GapState): StandingBefore {
  const { state, decision, reason, actor } = fix;
  return { state, decision, reason, actor, gap };
}

/** The change that puts a fix and its gap back to where they stood; nothing is left of the decision. */
export function putBackTo({ gapId }: StoredFix, { gap, ...before }: StandingBefore) {
  return { change: { ...before, was: null, isUnread: undefined }, gap: { id: gapId, state: gap } };
}
