import { languageOf } from '../language/language.ts';
import { isFunctionWord, tokens } from '../text/words.ts';

/** A text with this share of English function words is English, whatever a detector makes of its names. Stated. */
const ENGLISH_SHARE = 0.2;

/** With a smaller share, and this many words, an unsure guess at another language is good enough to keep texts apart. Stated. */
const FOREIGN_SHARE = 0.13;
const FOREIGN_WORDS = 8;

/** A prefix that keeps the issues of different languages apart: empty for English and where nothing tells. */
export function languageKey(text: string): string {
  const read = tokens(text);
  const grammar = read.filter(isFunctionWord).length;
  if (read.length === 0 || grammar >= ENGLISH_SHARE * read.length) return '';
  const { code, isSure } = languageOf(text);
  if (code === 'en' || code === 'und') return '';
  const isForeign = read.length >= FOREIGN_WORDS && grammar <= FOREIGN_SHARE * read.length;
  return isSure || isForeign ? `${code}:` : '';
}
