import { FUNCTION_WORDS, IRREGULAR_FORMS } from '../../text/english-words.ts';
import { LEXICON } from '../../text/lexicon-data.ts';
import { stem } from '../../text/words.ts';
import { NO_NAMES } from '../words.ts';
import { EVERYDAY_WORDS, KNOWN_THINGS } from './familiar-words.ts';

const FAMILIAR: ReadonlySet<string> = new Set(
  [
    ...EVERYDAY_WORDS,
    ...FUNCTION_WORDS,
    ...IRREGULAR_FORMS.keys(),
    ...NO_NAMES,
    ...LEXICON.flatMap((line) => line.split(/[^a-z]+/)),
  ].flatMap((word) => [word, stem(word)]),
);
const THINGS: ReadonlySet<string> = new Set(KNOWN_THINGS);

/** Whether a word in small letters is a maker, a product or a place. */
export const isThing = (word: string): boolean => THINGS.has(word);

/** Endings that English builds words with and families no names; a word with one is as long as this at least. */
const BUILT =
  /(?:ings?|[ts]ions?|ments?|ness|[ai]ble|less|ful|ship|[ai]lity|icity|ivity|[ct]ive|ical|ally|ology|ograph[sy]?|ized?|ised?|izer|ware|sheets?|boards?|books?|ated|ator|ators|ately|ously|eously)$/;
const MIN_BUILT_LETTERS = 7;

/** Words that others are put together of: "timesheet", "noticeboard". */
const COMPOUND: ReadonlySet<string> = new Set(EVERYDAY_WORDS);
const MIN_PART_LETTERS = 3;
/** No word of any of the lists is as long, two of them put together included. */
const MAX_LETTERS = 64;
const MAX_KEPT = 20_000;
const known = new Map<string, boolean>();

/** Whether a word in small letters is one of everyday English, of menus, of makers, products or places, in any inflection. */
export function isFamiliar(word: string): boolean {
  if (word.length > MAX_LETTERS) return false;
  const before = known.get(word);
  if (before !== undefined) return before;
  const is = word.split(/['-]/).every(isFamiliarPart);
  if (known.size >= MAX_KEPT) known.clear();
  known.set(word, is);
  return is;
}

function isFamiliarPart(part: string): boolean {
  if (part.length < 2 || FAMILIAR.has(part) || THINGS.has(part) || FAMILIAR.has(stem(part))) return true;
  if (part.length >= MIN_BUILT_LETTERS && BUILT.test(part)) return true;
  const plural = part.replace(/s$/, '');
  for (let at = MIN_PART_LETTERS; at <= part.length - MIN_PART_LETTERS; at++)
    if (COMPOUND.has(part.slice(0, at)) && (COMPOUND.has(part.slice(at)) || COMPOUND.has(plural.slice(at))))
      return true;
  return false;
}
