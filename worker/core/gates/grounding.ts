import { blocksOf } from '../html/blocks.ts';
import { spokenOfItself } from '../language/writing-of.ts';
import { sentenceTexts } from '../text/sentence-spans.ts';

/** Share of a new sentence's content words that one quote must hold. Own choice: below it a sentence says more than its quote. */
export const MIN_COVERED_SHARE = 0.6;

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but if then else so as of at by for from in into on onto off out over to up with without about after before than that this ' +
    'these those it its is are was were be been being do does did done has have had will would can could should may might must shall you your ' +
    'yours we our us they their them he she his her i me my not no yes also just only very too more most some any all each every other there here ' +
    'when where which who what how why please now once again still per via while until because such ' +
    'der die das den dem des ein eine einen einem einer und oder aber wenn dann als von bei für aus in im auf zu zum zur mit ohne über nach vor ist sind war sein hat haben wird werden kann sie ihr ihre wir nicht auch nur ' +
    'el la los las un una unos y o pero si de del al a en por para con sin sobre es son fue ser ha han se su sus no le les lo ' +
    'le la les un une des et ou mais si de du au aux en dans par pour avec sans sur est sont a ont être il elle vous votre nous ne pas ce cette ' +
    'o os as um uma e ou mas se do da dos das no na nos nas por para com sem é são foi ser tem não'
  ).split(' '),
);

/** The sentences of the next body that are new, no heading, and stand in no quote: each word by word, stems aside. */
export function grounding(base: string | null, next: string, quotes: readonly { quote: string }[]): string[] {
  const stood = new Set(
    base === null
      ? []
      : blocksOf(base)
          .flatMap((block) => sentenceTexts(block.text))
          .map(plainForm),
  );
  const sources = quotes.map(({ quote }) => new Set(contentWords(quote)));
  const missing: string[] = [];
  for (const block of blocksOf(next)) {
    if (/^h[1-6]$/.test(block.tag)) continue;
    for (const sentence of sentenceTexts(block.text)) {
      if (stood.has(plainForm(sentence)) || isCovered(sentence, sources) || isNaming(sentence, sources)) continue;
      missing.push(sentence);
    }
  }
  return missing;
}

/** Whether a sentence only says what the article is for, or what to have ready, in words that quotes hold between them. */
function isNaming(sentence: string, sources: readonly ReadonlySet<string>[]): boolean {
  const own = spokenOfItself(sentence);
  if (own === null) return false;
  const words = contentWords(own);
  const held = words.filter((word) => sources.some((source) => source.has(word)));
  return held.length >= MIN_COVERED_SHARE * words.length && !/\d/.test(own);
}

/** Numbers count whole: a sentence with a number that no covering quote has is not covered. */
function isCovered(sentence: string, sources: readonly ReadonlySet<string>[]): boolean {
  const words = contentWords(sentence);
  if (words.length === 0) return true;
  const numbers = words.filter((word) => /\d/.test(word));
  return sources.some((source) => {
    if (numbers.some((number) => !source.has(number))) return false;
    return words.filter((word) => source.has(word)).length / words.length >= MIN_COVERED_SHARE;
  });
}

/** Words that carry meaning, without endings that inflection adds; signs one by one where no spaces divide words. */
export function contentWords(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{M}]+(?:['’][\p{L}]+)?|\p{N}+(?:[.,:]\p{N}+)*/gu) ??
    [];
  return words.filter((word) => !FUNCTION_WORDS.has(word)).map(stemOf);
}

function stemOf(word: string): string {
  const bare = word.replace(/['’](?:s|re|ll|ve|d|t|m)$/, '');
  return /^[a-z]{5,}$/.test(bare) ? bare.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s|e)$/, '') : bare;
}

const plainForm = (sentence: string) =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
