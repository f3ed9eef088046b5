import { languageOf } from '../language.ts';
import { isFunctionWord, tokens } from '../words.ts';

/** A text with this share of English function words is English, whatever a detector makes of its names. Stated. */
const ENGLISH_SHARE = 0.2;

/** Fewer letters than this tell no language apart with confidence: short questions count as the base's own. Stated. */
const LEAST_LETTERS = 40;

/** A prefix that keeps the issues of different languages apart: empty for English and where the language is not sure. */
export function languageKey(text: string): string {
  const read = tokens(text);
  if (read.length === 0) return '';
  if (read.filter(isFunctionWord).length >= ENGLISH_SHARE * read.length) return '';
  const isLatin = /^[\p{sc=Latin}\P{L}]*$/u.test(text);
  if (isLatin && (text.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) return '';
  const { code, isSure } = languageOf(text);
  return isSure && code !== 'en' ? `${code}:` : '';
}
