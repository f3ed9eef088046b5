import { claimsOf, compareClaims } from '../claim/claims.ts';
import { plainText } from '../html/plain.ts';
import { escapeText } from '../text/escape.ts';
import { contentWordsOf } from './words.ts';

/**
 * The part by weight of a statement's words but values that the note must say, and of the note's that the statement does: a
 * note may say more (since when, for whom). Below the first another thing with a value of the same kind is taken for it ("a
 * link is valid for 30 minutes"). Own choice.
 */
const MIN_OF_STATEMENT = 0.75;
const MIN_OF_NOTE = 0.5;
/** Fewer words than these are shared by chance. */
const MIN_WORDS = 2;

const VALUES = new Set(['number', 'limit', 'duration', 'price', 'version', 'date', 'path']);

/** Words of a text that are no value, as they are compared. */
function bareWords(text: string): Set<string> {
  const values = claimsOf(text).filter(({ kind }) => VALUES.has(kind));
  return new Set(
    contentWordsOf(text)
      .filter(({ key, start }) => !/^\d/.test(key) && !values.some((v) => v.start <= start && start < v.end))
      .map(({ key }) => key),
  );
}

/** How much of the weight of `words` is among `others`. */
function share(words: ReadonlySet<string>, others: ReadonlySet<string>, weightOf: (key: string) => number): number {
  const sum = (keys: Iterable<string>) => [...keys].reduce((total, key) => total + weightOf(key), 0);
  const all = sum(words);
  return all === 0 ? 0 : sum([...words].filter((key) => others.has(key))) / all;
}

/**
 * The statement with the note's values for its own, where both say the same of the same but for values: in whatever order of
 * words. Null where they don't, where a value has no place in the statement's markup, or where nothing differs.
 */
export function valuesChanged(
  statement: string,
  note: string,
  weightOf: (key: string) => number,
): { after: string; shared: number } | null {
  const plain = plainText(statement);
  const [own, told] = [bareWords(plain), bareWords(note)];
  if (Math.min(own.size, told.size) < MIN_WORDS) return null;
  const shared = share(own, told, weightOf);
  if (shared < MIN_OF_STATEMENT || share(told, own, weightOf) < MIN_OF_NOTE) return null;
  const valued = (text: string) => claimsOf(text).filter(({ kind }) => VALUES.has(kind));
  const { differing } = compareClaims(valued(plain), valued(note));
  if (differing.length === 0) return null;
  let after = statement;
  for (const { from, to } of differing) {
    const next =
      replacedOnce(after, from.text, to.text) ?? replacedOnce(after, escapeText(from.text), escapeText(to.text));
    if (next === null) return null;
    after = next;
  }
  return { after, shared };
}

/** The text with one value for another that stands in it once, whole; null where it doesn't. */
function replacedOnce(text: string, from: string, to: string): string | null {
  const sign = from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const places = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${sign}(?![\\p{L}\\p{N}])`, 'gu'))];
  const [place] = places;
  if (!place || places.length > 1) return null;
  return text.slice(0, place.index) + to + text.slice(place.index + from.length);
}
