import { foldText } from './shadow.ts';

/** A stretch of a text. */
export interface Place {
  start: number;
  end: number;
}

const words = (list: string): ReadonlySet<string> => new Set(foldText(list).toLowerCase().split(' '));

/** Words that stand between what a value is called and the value, in the languages that have a folder. */
const LINKS = words(
  'of van von de do del di is are was be no nr num n nro number numbers code id ist lautet war nummer es son fue número numero n° est sont était é e è são sono foi era to je jest bylo on är er var het is szám száma numarası numarasi numara numarul este numer номер это является هو رقم هي הוא מספר 是 为 為 號 号 は が は、 です 은 는 이 가 là số my the mein meine still now actually currently just',
);

const TOKEN = /[\p{L}\p{M}\p{N}°]+/gu;
const READ_CHARS = 72;
const SENTENCE_END = /[!?;\n]|\.\s{1,3}(?=\p{Lu}\p{Ll})|[。！？]/u;

/** Letters that a document's number may hold. Signs of other scripts are words beside it. */
const SIGN = /[A-Za-z\p{sc=Cyrillic}\d]/u;
const MORE = /[ ./\u2010-\u2015-](?=[A-Z\d]{1,12}(?![\p{Ll}]))[A-Z\d]{1,12}/uy;
const ONE = /(?=[\p{L}\d]{0,20}\d)[A-Za-z\p{sc=Cyrillic}\d]{1,40}/uy;
const LEADING = /[A-Z]{1,4}[ -](?:[A-Z]{1,3}[ -])?(?=\d)/y;

/** What is a date, a time, a price or a count of things, and no number of a document. */
const FACT =
  /(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}|[$€£¥₹]|\d{1,3}(?:[.,]\d{3}){0,4}(?:[.,]\d{1,2})?\s?(?:[$€£¥₹%]|(?:USD|EUR|GBP|JPY|CHF|INR|BRL|bytes?|[kmg]i?b|ms|seconds?|minutes?|hours?|days?|weeks?|months?|years?|px|rows?|records?|users?|items?|characters?|digits|contacts?|files?|tage|jahre|zeichen|ziffern|jours|ans|chiffres|días|años|dígitos|giorni|anni|cifre|dias|anos|euros?|dollars?|pounds?)(?!\p{L})))/iuy;

/**
 * The number that a word before it names: the first token with a digit behind `from`, with the groups that belong to it.
 * Dates, prices and counts are none, but where it `mayBeDate` (sort codes look like one). At most `most` words beside copulas and "number" may stand between, and no end of a sentence. Null: none.
 */
export function valueBehind(text: string, from: number, most: number, mayBeDate = false): Place | null {
  const window = text.slice(from, from + READ_CHARS);
  const stop = SENTENCE_END.exec(window)?.index ?? window.length;
  let strange = 0;
  for (const match of window.slice(0, stop).matchAll(TOKEN)) {
    const at = from + match.index;
    if (!/\d/.test(match[0])) {
      LEADING.lastIndex = at;
      if (LEADING.test(text)) return grown(text, at, mayBeDate);
      strange += LINKS.has(match[0].toLowerCase()) ? 0 : 1;
      if (strange > most) return null;
      continue;
    }
    return grown(text, at + match[0].search(SIGN), mayBeDate);
  }
  return null;
}

function grown(text: string, start: number, mayBeDate: boolean): Place | null {
  FACT.lastIndex = start;
  if (!mayBeDate && FACT.test(text)) return null;
  LEADING.lastIndex = start;
  const lead = LEADING.exec(text)?.[0].length ?? 0;
  ONE.lastIndex = start + lead;
  const one = ONE.exec(text)?.[0];
  if (one === undefined) return null;
  let end = start + lead + one.length;
  for (let groups = 0; groups < 8; groups++) {
    MORE.lastIndex = end;
    const more = MORE.exec(text)?.[0];
    if (more === undefined || (/^ /.test(more) && !/\d/.test(more) && !isPlate(text, start, end + more.length))) break;
    end += more.length;
  }
  return { start, end };
}

/** "432 LSA", "KL 41 K 5503": groups of letters and digits that a sentence's end or a comma closes. */
const isPlate = (text: string, start: number, end: number): boolean =>
  end - start <= 9 && /^(?:\s?[,.;)]|\s?$|\n)/.test(text.slice(end, end + 2));

/** Letters and digits of a value, without what divides its groups. */
export const compact = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '');
