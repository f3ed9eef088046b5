import { PERSONAL_WORDS } from '../language/personal.ts';
import type { Cues } from './cues.ts';
import { isFamiliar, isThing } from './lexicon/familiar.ts';
import { CHINESE_FAMILY, KOREAN_FAMILY } from './lexicon/families.ts';
import { NAMES_OF_THE_WORLD } from './lexicon/names-of-the-world.ts';
import { foldText } from './shadow.ts';
import { FIRST_NAMES, NO_NAMES, WORDLIKE_NAMES } from './words.ts';

/** What is a word of steps, courtesy or grammar in some language names nobody. */
const WORDS: ReadonlySet<string> = new Set(
  Object.values(PERSONAL_WORDS)
    .flatMap(({ steps, stops, persons, kin, greetings, closings, says }) => [
      steps,
      stops,
      persons,
      kin,
      greetings,
      closings,
      says,
    ])
    .flatMap((list) => foldText(list).toLowerCase().split(/[| ]/)),
);

/** Whether a folded word in small letters is a first name somewhere in the world, and no word elsewhere. */
export const isFirstName = (word: string): boolean =>
  FIRST_NAMES.has(word) ||
  ((NAMES_OF_THE_WORLD.has(word) || isArabicSpelling(word) || isInflected(word)) && !WORDS.has(word));

const CYRILLIC = /^\p{sc=Cyrillic}{5,}$/u;
const CASES = ['у', 'ю', 'а', 'я', 'ом', 'ем', 'ои', 'еи', 'е', 'и', 'ы', 'ові', 'ою'];
const BASES = ['', 'и', 'а', 'я', 'о'];

/** Slavic languages inflect names: a case's ending taken off and a base's put on gives one. */
const isInflected = (word: string): boolean =>
  CYRILLIC.test(word) &&
  CASES.some(
    (ending) =>
      word.endsWith(ending) && BASES.some((base) => NAMES_OF_THE_WORLD.has(word.slice(0, -ending.length) + base)),
  );

/** Arabic writes a feminine ending in two ways. */
const isArabicSpelling = (word: string): boolean =>
  word.endsWith('ة') && NAMES_OF_THE_WORLD.has(`${word.slice(0, -1)}ه`);

/** Whether a word is none of everyday English, of makers, products or places. */
export const isStrange = (word: string): boolean =>
  isFirstName(word) || !(NO_NAMES.has(word) || isThing(word) || WORDLIKE_NAMES.has(word) || isFamiliar(word));

const TOKEN = /(?:\p{L}\.|\p{L}[\p{L}\p{M}'’-]{0,29})/uy;
const GAP = /[ \t]{1,2}(?=\p{L})/uy;
export const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|das|do|la|le|el|al|bin|bint|ibn|ter|ten|zu|zur|af|av|ben|bat|בן|בת|بن|بنت|ال)$/i;
const MAX_TOKENS = 4;
/** Scripts without capitals, in which a name ends at a function word or a sign. */
const CASELESS = /^[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Thai}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Tamil}]/u;
const EAST = /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}\p{sc=Hangul}]/u;
/** Katakana takes as many signs as it needs; Chinese and Korean names begin with a family's. */
const EAST_NAME = new RegExp(
  [
    String.raw`[\p{sc=Katakana}ー・]{2,12}(?:[ 　][\p{sc=Katakana}ー・]{2,12})?`,
    String.raw`${CHINESE_FAMILY}[\p{sc=Han}·]{1,2}`,
    String.raw`${KOREAN_FAMILY}\p{sc=Hangul}{1,2}(?=입니다|이라고|라고|이에요|예요|이고|은|는|이|가|도|을|를|의|과|와|에게|한테|님|씨|[\s,.!?)]|$)`,
  ].join('|'),
  'uy',
);
/** Japanese names are told by what stands behind them. */
const JAPANESE_NAME =
  /[\p{sc=Han}々]{1,4}[ 　]?[\p{sc=Han}々]{0,3}(?=です|と|さん|様|さま|、|。|[\s,.;)]|$)|[\p{sc=Katakana}ー・]{2,12}(?:[ 　][\p{sc=Katakana}ー・]{2,12})?/uy;
const KANA = /[\p{sc=Hiragana}]/u;
const KANA_CHARS = 60;

export interface Name {
  end: number;
  words: string[];
  isCapital: boolean;
}

/**
 * The name that begins at a place: one to four words with capitals, or in any case where `isAnyCase`; in scripts without
 * capitals up to three words before a function word; in Chinese, Japanese and Korean as many signs as names have.
 */
export function nameAt(text: string, start: number, cues: Cues, isAnyCase: boolean): Name | null {
  if (EAST.test(text.slice(start, start + 1))) return eastName(text, start, cues);
  const words: string[] = [];
  let at = start;
  let end: number | null = null;
  let isCapital = false;
  for (let count = 0; count < MAX_TOKENS; count++) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0].replace(/['’]s$|['’-]$/, '');
    if (!token) break;
    const lower = token.toLowerCase();
    const isCased = /^\p{Lu}/u.test(token);
    const isOther = CASELESS.test(token);
    const isElided = count > 0 && /^[dl]['’]\p{Lu}/u.test(token);
    const isParticle = count > 0 && PARTICLE.test(token);
    const isWord = NO_NAMES.has(lower.replace(/\.$/, '')) || (!isFirstName(lower) && cues.isStop(lower));
    if (isWord && !isParticle && !(isCased && count > 0 && !NO_NAMES.has(lower))) break;
    if (isOther ? count > 2 : !isCased && !isElided && !isParticle && !(isAnyCase && lower.length > 1)) break;
    if (count === 0) isCapital = isCased || isOther;
    if (!isParticle) {
      end = at + token.length;
      words.push(lower);
    }
    at += token.length;
    GAP.lastIndex = at;
    const gap = GAP.exec(text)?.[0];
    if (!gap) break;
    at += gap.length;
  }
  return end === null ? null : { end, words, isCapital };
}

function eastName(text: string, start: number, cues: Cues): Name | null {
  const isJapanese = KANA.test(text.slice(Math.max(0, start - KANA_CHARS), start + KANA_CHARS));
  const form = isJapanese ? JAPANESE_NAME : EAST_NAME;
  form.lastIndex = start;
  const name = form.exec(text)?.[0];
  return name && !cues.isStop(name) ? { end: start + name.length, words: [name], isCapital: true } : null;
}
