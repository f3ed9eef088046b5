import type { Claim, ClaimKind } from './claim.ts';

const URL = /\bhttps?:\/\/[^\s<>"'`)\]]+[^\s<>"'`)\].,;:!?]|\bwww\.[^\s<>"'`)\]]+[^\s<>"'`)\].,;:!?]/giu;
const FILE_PATH =
  /(?<![\w:/<])(?:~|\.{1,2})?\/[\w.{}%+-]+(?:\/[\w.{}%+*-]*)*|\b[A-Z]:\\[\w\\.-]+|(?<![\w/-])[\w-]{1,80}(?:\/[\w.-]{1,80}){1,12}\.\w{2,5}\b/gu;
const ARROW = '(?:>|›|»|→|➔|⟶|&gt;|&rarr;|->)';
const AROUND_ARROW = new RegExp(` ?${ARROW} ?`, 'gu');
const TITLE_WORD = String.raw`[\p{Lu}\p{N}][\p{L}\p{N}&'’.-]{0,40}`;
const NAME = String.raw`${TITLE_WORD}(?:\s(?:(?:and|of|&|for)\s)?${TITLE_WORD}){0,7}`;
const MENU = new RegExp(String.raw`(?<![\p{L}\p{N}])${NAME}(?:\s*${ARROW}\s*${NAME})+`, 'gu');
const MARKED =
  /\*\*(.+?)\*\*|__(.+?)__|<(?:b|strong|em|i|code|kbd)(?:\s[^<>]*)?>(.{1,300}?)<\/(?:b|strong|em|i|code|kbd)>|``(.+?)``|`([^`]+)`|“([^“”]+)”|«([^«»]+)»|"([^"]+)"|(?<![\p{L}\p{N}])['‘]([^'’]{2,60})['’](?![\p{L}\p{N}])/giu;
const PRESSED =
  /\b(?:click|tap|press|select|choose|pick|hit|open)(?:\s+on)?\s+(?:the\s+)?(\p{Lu}[\p{L}\p{N}]*(?:\s\p{Lu}[\p{L}\p{N}]*){0,4})/gu;
/** A longer quoted text is a sentence, not something on the screen. */
const MAX_LABEL_CHARS = 80;

/** A label as it is compared: lower case, markup and arrows made alike, no closing punctuation. */
export const labelValue = (text: string): string =>
  text
    .replace(/<[^<>]*>|\*\*|`/g, '')
    .replace(/\s+/g, ' ')
    .replace(AROUND_ARROW, ' > ')
    .replace(/&amp;/g, '&')
    .toLowerCase()
    .replace(/^[\s"“]+|(?<![\s.,;:"”])[\s.,;:"”]+$/gu, '');

const claim = (kind: ClaimKind, text: string, start: number, value: string): Claim => ({
  kind,
  text,
  value,
  about: null,
  start,
  end: start + text.length,
});

/** URLs (without scheme, `www.` and closing slash) and paths of files or addresses, as they are spelled. */
export function addresses(sentence: string): Claim[] {
  const urls = [...sentence.matchAll(URL)].map((m) =>
    claim(
      'url',
      m[0],
      m.index,
      m[0]
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/^www\./, '')
        .replace(/\/$/, ''),
    ),
  );
  const paths = [...sentence.matchAll(FILE_PATH)]
    .filter((m) => m[0].length > 2 && !/^\d+\/\d+$/.test(m[0]))
    .map((m) => claim('path', m[0], m.index, m[0]));
  return [...urls, ...paths];
}

/** What stands on the screen: marked or quoted words, a way through menus, the capitalised words after "click". */
export function labels(sentence: string): Claim[] {
  const marked = [...sentence.matchAll(MARKED)].map((m) => ({
    text: m[0],
    start: m.index,
    inner: m.slice(1).find((g) => g) ?? '',
  }));
  const pressed = [...sentence.matchAll(PRESSED)].map((m) => ({
    text: m[1]!,
    start: m.index + m[0].length - m[1]!.length,
    inner: m[1]!,
  }));
  const menus = [...sentence.matchAll(MENU)].map((m) => ({ text: m[0], start: m.index, inner: m[0] }));
  return [...marked, ...menus, ...pressed]
    .filter((l) => l.inner.length <= MAX_LABEL_CHARS && /[\p{L}\p{N}]/u.test(l.inner))
    .map((l) => claim('label', l.text, l.start, labelValue(l.inner)));
}
