/** What stands in the place of personal data, and of a value that varies with the customer. */
export const REDACTED = '…';

/**
 * A mark of ours among words: it stands for itself, where a product's or a writer's own ellipsis ends a word ("Save as…",
 * "Loading…").
 */
const MARK = /(?<![\p{L}\p{M}\p{N}])…/u;

/** Whether something was taken out of a text, so that it says nothing to who reads it. */
export function hasRedactionMark(text: string): boolean {
  return MARK.test(text);
}
