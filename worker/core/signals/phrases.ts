/** Characters of a turn in which phrases are looked for; what a person wants to say of the service stands before. */
export const MAX_PHRASE_CHARS = 8_192;

/** Words back from a phrase in which a negation takes it away ("not at all frustrated"). */
const NEGATION_REACH = 3;

/** The text as phrases are matched: lower case, plain apostrophes, quoted spans and code taken out, spaces single. */
export function plainPhrases(text: string): string {
  return text
    .slice(0, MAX_PHRASE_CHARS)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/["“«][^"”»\n]{1,200}["”»]|`[^`\n]{1,200}`/g, ' ')
    .replace(/\s+/g, ' ');
}

/**
 * How often a global pattern occurs in a text of `plainPhrases` without a negation up to three words before it in the
 * same clause.
 */
export function countUnnegated(text: string, pattern: RegExp, negation: RegExp): number {
  let count = 0;
  for (const match of text.matchAll(pattern)) if (!isNegated(text, match.index, negation)) count++;
  return count;
}

function isNegated(text: string, index: number, negation: RegExp): boolean {
  const before = text.slice(Math.max(0, index - 48), index);
  const clause = before.slice(Math.max(...[...'.,;:!?'].map((mark) => before.lastIndexOf(mark))) + 1);
  const words = clause.trim().split(' ').slice(-NEGATION_REACH);
  return words.some((word) => negation.test(word));
}
