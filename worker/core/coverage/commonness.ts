import type { Issue, Learned } from '../learned/state.ts';

/**
 * Conversations about other matters, imagined beside those that were held, that say none of a question's own words: where all
 * customers so far ask one thing, its words are still its own. Origin: 4, 8 and 16 tried on accounts of a single question.
 */
export const IMAGINED = 16;

/** Share of conversations, those of the issues left out aside, in which a word is said; one never heard counts as half of one. */
export function commonness(learned: Learned, word: number, without: readonly Issue[] = []): number {
  let said = (learned.spoken.get(word) ?? 0) + 0.5;
  let all = learned.conversations + IMAGINED + 1;
  for (const issue of without) {
    said -= issue.spoken.get(word) ?? 0;
    all -= issue.counted;
  }
  return said / all;
}
