import { detectAll } from 'tinyld/light';
import { FUNCTION_WORDS } from '../text/english-words.ts';
import { PERSONAL_WORDS } from './personal.ts';

/**
 * Below this many letters a guess is no better than chance ("refund pls" is taken for German, "invoice export csv missing
 * columns" for Hungarian), so only its grammar is asked. Scripts that write a syllable or a word a sign say as much in a third of the signs.
 */
export const MIN_LETTERS = 32;
export const MIN_SIGNS = 8;

/** The detector's share of trust in its first guess, and its lead over the second, from which a guess is sure. */
export const MIN_ACCURACY = 0.25;
export const MIN_LEAD = 0.08;

const SAMPLE_CHARS = 4_000;
const SIGN_SCRIPTS: readonly [code: string, letters: RegExp][] = [
  ['ja', /[\p{scx=Hiragana}\p{scx=Katakana}]/gu],
  ['ko', /\p{sc=Hangul}/gu],
  ['zh', /\p{sc=Han}/gu],
];

/**
 * The language of `codes` (ISO 639-1) that a text is written in, or null where it is none of them or doesn't tell. A guess
 * counts only with words of that language's grammar in the text: words of a product, of menus and of names are at home in no
 * language, however much their letters look like one. Without codes any language may be told. Code-like spans, addresses and
 * numbers don't count.
 */
export function languageAmong(text: string, codes: readonly string[]): string | null {
  const sample = lettersOf(text);
  const script = scriptOf(sample);
  if (script !== null) return codes.length === 0 || codes.includes(script) ? script : null;
  const written = sample.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? [];
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return toldByGrammar(written, codes);
  const guesses = detectAll(sample);
  const [first] = guesses;
  const asked = codes.length === 0 ? guesses : guesses.filter(({ lang }) => codes.includes(lang));
  const [best, next] = asked;
  if (!first || !best) return null;
  const isSure =
    best.accuracy >= MIN_ACCURACY &&
    best.accuracy - (next?.accuracy ?? 0) >= MIN_LEAD &&
    first.accuracy - best.accuracy < MIN_LEAD;
  // English words stand in texts about products of any language: more of its grammar than of another one's make it English.
  const own = grammarIn(written, best.lang);
  return isSure && own > 0 && own >= grammarIn(written, 'en') ? best.lang : null;
}

/** Of short texts: the one language of several whose words of grammar stand in it. */
function toldByGrammar(written: readonly string[], codes: readonly string[]): string | null {
  const counts = codes.map((code) => ({ code, count: grammarIn(written, code) })).sort((a, b) => b.count - a.count);
  const [best, next] = counts;
  return best && best.count >= MIN_GRAMMAR && best.count > (next?.count ?? 0) ? best.code : null;
}

function grammarIn(written: readonly string[], code: string): number {
  const grammar = GRAMMAR.get(code === 'no' ? 'nb' : code);
  return grammar ? new Set(written.filter((word) => grammar.has(word))).size : UNKNOWN_GRAMMAR;
}

/** Words of grammar that tell a short text's language, more than any other language has in it. */
const MIN_GRAMMAR = 2;
/** A language whose grammar nobody wrote down counts as if it had the least. */
const UNKNOWN_GRAMMAR = 1;

const GRAMMAR: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...Object.entries(PERSONAL_WORDS)
    .filter(([, { stops }]) => stops !== '')
    .map(([code, { stops, persons }]): [string, ReadonlySet<string>] => [
      code,
      new Set(`${stops}|${persons}`.toLowerCase().split(/[| ]/)),
    ]),
  ['en', FUNCTION_WORDS],
]);

function lettersOf(text: string): string {
  return text
    .slice(0, SAMPLE_CHARS)
    .replace(/(?<!\S)(?:https?:\/\/\S{1,500}|[^\s@]{1,100}@\S{1,100})/g, ' ')
    .replace(/[\p{N}_…]+/gu, ' ');
}

/** The language of a script that only it writes; null where there is too little of one. */
function scriptOf(sample: string): string | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [code, pattern] of SIGN_SCRIPTS) {
    const signs = sample.match(pattern)?.length ?? 0;
    if (signs >= MIN_SIGNS && signs * 5 > letters) return code;
  }
  return null;
}
