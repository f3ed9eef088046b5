import { PERSONAL_WORDS } from '../language/personal.ts';
import { FUNCTION_WORDS } from '../text/english-words.ts';
import type { CueField } from './cue.ts';
import { foldText } from './shadow.ts';
import { tokensOf } from './tokens.ts';
import { isUnspaced, type Run } from './unspaced.ts';

/** The personal words of all languages as a tree of their words. */
export interface Node {
  next: Map<string, Node>;
  ends: { field: CueField; code: string }[];
}

const FIELDS: readonly CueField[] = [
  ...['documents', 'plates', 'accounts', 'passwords', 'codes', 'births', 'lives', 'postcodes', 'units'],
  ...['named', 'am', 'titles', 'kin', 'asks', 'greetings', 'closings', 'says', 'steps', 'health', 'ill', 'persons'],
  'handles',
  'numbers',
  'owners',
  'cards',
] as CueField[];

/** Nouns of a value that stands behind them: with the value's digits, an inflected one is told as surely as its base. */
const INFLECTED: ReadonlySet<CueField> = new Set<CueField>([
  'documents',
  'numbers',
  'plates',
  'accounts',
  'passwords',
  'codes',
  'postcodes',
  'cards',
]);
const MIN_INFLECTED_LETTERS = 4;

/** The phrases of a list, folded and in small letters. */
export const phrasesOf = (list: string): string[] =>
  list === '' ? [] : list.split('|').map((p) => foldText(p).toLowerCase());

/** Phrases that are set apart by blanks, by their first word. */
export const ROOT: Node = { next: new Map(), ends: [] };
/** Phrases of scripts that set no words apart. */
export const RUNS: Run[] = [];
/** Last parts of words that are put together. */
export const ENDINGS: { ending: string; field: CueField; code: string }[] = [];
/** Function words by language. */
export const STOPS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(PERSONAL_WORDS).map(([code, words]) => [
    code,
    code === 'en'
      ? FUNCTION_WORDS
      : new Set(
          [...phrasesOf(words.stops), ...(code === 'vi' ? [] : phrasesOf(words.persons))].flatMap((phrase) =>
            phrase.split(' '),
          ),
        ),
  ]),
);

for (const [code, words] of Object.entries(PERSONAL_WORDS)) {
  for (const field of FIELDS) {
    for (const phrase of phrasesOf(words[field])) {
      if (isUnspaced(phrase)) {
        RUNS.push({ phrase, field, code });
        continue;
      }
      if (phrase.startsWith('-')) {
        ENDINGS.push({ ending: phrase.slice(1), field, code });
        continue;
      }
      for (const form of INFLECTED.has(field) ? formsOf(phrase, phrasesOf(words.cases)) : [phrase])
        learn(form, field, code);
    }
  }
}

function learn(phrase: string, field: CueField, code: string): void {
  let node = ROOT;
  for (const { lower } of tokensOf(phrase)) {
    const next = node.next.get(lower) ?? { next: new Map(), ends: [] };
    node.next.set(lower, next);
    node = next;
  }
  if (node !== ROOT && !node.ends.some((end) => end.field === field && end.code === code))
    node.ends.push({ field, code });
}

/** A noun with every ending of its language, and as it is; phrases of several words stay what they are. */
function formsOf(noun: string, cases: readonly string[]): string[] {
  if (noun.includes(' ') || noun.length < MIN_INFLECTED_LETTERS) return [noun];
  const own = cases
    .filter((ending) => noun.endsWith(ending) && noun.length - ending.length >= MIN_INFLECTED_LETTERS)
    .sort((a, b) => b.length - a.length)[0];
  const stems = own === undefined ? [noun] : [noun, noun.slice(0, -own.length)];
  return [...new Set([noun, ...stems.flatMap((stem) => cases.map((ending) => stem + ending))])];
}
