import { detectAll } from 'tinyld/light';

/**
 * Below this many letters a guess is no better than chance ("refund pls" is taken for German, "invoice export csv missing
 * columns" for Hungarian), so the text counts as of unknown language. Scripts that write a syllable or a word a sign say as much in a third of the signs.
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
 * The ISO 639-1 code of the language a text is written in, or `und` where it has too few letters to tell.
 * `isSure` is false for `und` and where two languages are close: callers then fall back on what the helpdesk states.
 * Code-like spans, addresses and numbers don't count as letters of a language.
 */
export function languageOf(text: string): { code: string; isSure: boolean } {
  const sample = text
    .slice(0, SAMPLE_CHARS)
    .replace(/(?<!\S)(?:https?:\/\/\S{1,500}|[^\s@]{1,100}@\S{1,100})/g, ' ')
    .replace(/[\p{N}_…]+/gu, ' ');
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [code, pattern] of SIGN_SCRIPTS) {
    const signs = sample.match(pattern)?.length ?? 0;
    if (signs >= MIN_SIGNS && signs * 5 > letters) return { code, isSure: true };
  }
  if (letters < MIN_LETTERS) return { code: 'und', isSure: false };
  const [first, second] = detectAll(sample);
  if (!first) return { code: 'und', isSure: false };
  const isSure = first.accuracy >= MIN_ACCURACY && first.accuracy - (second?.accuracy ?? 0) >= MIN_LEAD;
  return { code: first.lang, isSure };
}
