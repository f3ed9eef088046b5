import type { Act } from '../learned/state.ts';

/** Similarity at which a line holds nothing of an act, and from there to sameness. */
const NOTHING = 0.45;
const TO_ALL = 0.17;

/** How much of an act an article's nearest line holds word by word, 0 to 1: nothing under half, all at sameness. */
export function heldBy(act: Act, articleId: string): number {
  const near = act.near.get(articleId) ?? 0;
  return Math.max(0, Math.min(1, (near - NOTHING) / TO_ALL));
}
