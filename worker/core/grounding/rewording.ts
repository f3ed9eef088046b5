import type { DraftStatement } from './statements.ts';

/** What a model proposes: data, never markup. `quoteIndexes` point into the quotes that it was shown. */
export interface Rewording {
  title: string;
  statements: readonly { text: string; quoteIndexes: readonly number[] }[];
}

/** A statement of a builtin draft and the wording that stood for it: what makes a second question needless. */
export interface Wording {
  statement: string;
  text: string;
}

/** Share of the builtin draft's statements that must be reworded for a rewording to stand; below it two voices mix. */
export const MIN_REWORDED_SHARE = 0.8;

/**
 * A rewording made of wordings that stood before, where they cover enough of the draft; else null. So a draft that
 * moves by a statement or two costs no question.
 */
export function knownRewording(
  statements: readonly DraftStatement[],
  known: { title: string; wordings: readonly Wording[] },
): Rewording | null {
  const texts = new Map(known.wordings.map(({ statement, text }) => [statement, text]));
  const found = statements.filter(({ text }) => texts.has(text));
  if (found.length === 0 || found.length < MIN_REWORDED_SHARE * statements.length) return null;
  return {
    title: known.title,
    statements: found.map(({ text, support }) => ({ text: texts.get(text)!, quoteIndexes: support })),
  };
}
