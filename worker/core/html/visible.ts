/** Struck text is what an article no longer says; what stands above a character tells its sound and no word. */
const UNSAID_TAGS: ReadonlySet<string> = new Set(['s', 'strike', 'del', 'rt', 'rp']);
const HIDING_STYLE = /(?:^|[;\s])(?:display\s?:\s?none|visibility\s?:\s?hidden)/i;

/** Whether a reader is told nothing by an element: it is struck out or hidden. */
export function isUnseen(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return UNSAID_TAGS.has(name) || attributes.hidden !== undefined || HIDING_STYLE.test(attributes.style ?? '');
}

/**
 * Characters that show nothing and split words: soft hyphens, spaces of no width, marks of direction. The joiners of
 * Persian, of Indic scripts and of emoji stay: without them the word is another one.
 */
export const UNSEEN_SIGNS = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const ALL_UNSEEN = new RegExp(UNSEEN_SIGNS.source, 'g');

export const withoutUnseen = (text: string): string => text.replace(ALL_UNSEEN, '');

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits of a footnote mark or an exponent, as they are shown: raised, and no part of the number before them. */
export const raised = (text: string): string => text.replace(/\d/g, (digit) => RAISED[Number(digit)]!);
