import { stemmer } from 'stemmer';
import { isFunctionWord } from '../text/words.ts';

/** A word of a statement: `key` is what makes it equal to another, `start` and `end` its place in the statement. */
export interface Word {
  key: string;
  start: number;
  end: number;
}

/** HTML tags by name: `<https://…>` and `<your-domain>` are text. */
export const HTML_TAG =
  '<\\/?(?:a|abbr|article|b|blockquote|br|code|dd|del|div|dl|dt|em|figure|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|s|section|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul|video|iframe)(?:\\s[^<>]*)?\\/?>';
const TAG_OR_ENTITY = new RegExp(`${HTML_TAG}|&(?:[a-z]+|#\\d+);`, 'giu');
const WORD = /\d+(?:[.,:]\d+)*|\p{Lu}?\p{Ll}+(?:['’]\p{Ll}+)?|\p{Lu}+(?!\p{Ll})|\p{L}+/gu;
const LIST_MARK = /^\s*(?:\d{1,3}[.)]|[a-z][.)]|[-*+•#]+|#\.|>)\s+/iu;
/** The longest statement that is compared; what follows (an embedded image, a log) says nothing. */
const MAX_WORDS = 400;

/** The mark of a list entry, a heading or a quotation with its indentation, '' where there is none. */
export const listMark = (text: string): string => LIST_MARK.exec(text)?.[0] ?? /^\s*/.exec(text)![0];

/**
 * The words of a statement without its list mark, tags and entities. Names written together are taken apart
 * (`maxFileSize`, `install-v2`), since that is where two versions of a name differ; numbers keep their points.
 */
export function wordsOf(text: string): Word[] {
  const mark = listMark(text).length;
  const plain = text.replace(TAG_OR_ENTITY, (tag) => ' '.repeat(tag.length));
  const words: Word[] = [];
  for (const m of plain.matchAll(WORD)) {
    if (m.index < mark) continue;
    if (words.length === MAX_WORDS) break;
    const lower = m[0].toLowerCase().replace('’', "'");
    words.push({ key: /^[a-z]+$/.test(lower) ? stemmer(lower) : lower, start: m.index, end: m.index + m[0].length });
  }
  return words;
}

/** The words of a statement that carry a topic. */
export function contentWordsOf(text: string): Word[] {
  return wordsOf(text).filter(({ start, end }) => !isFunctionWord(text.slice(start, end).toLowerCase()));
}
