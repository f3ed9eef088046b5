import { type Span, spansOf } from './span.ts';

/** Digits with what people put between them. `groups` are the stretches of digits. */
export interface Run {
  start: number;
  end: number;
  text: string;
  groups: string[];
  digits: string;
}

const SEPARATORS = /^(?:[ \t.\-/()_·•|~]{1,3}|\*)$/;
/** Digits from which a run may be somebody's number. Source: the shortest national phone numbers with an area. */
export const MIN_DIGITS = 7;
const MAX_GROUPS = 48;

/** Numbers that documentation is full of, so that no run of digits crosses them. */
const SHIELDS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\p{L}\p{N}-])/gu,
  /(?<![\p{L}\p{N}.])(?:[0-3]?\d[./-][01]?\d|[01]?\d[./-][0-3]?\d)[./-](?:19|20)?\d{2}(?![\p{L}\p{N}]|[.-]\d)/gu,
  /(?<![\p{L}\p{N}])(?:19|20)\d{2}[./][01]?\d[./][0-3]?\d(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}:])\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?![\p{L}\p{N}:])/gu,
  /(?<![\p{L}\p{N}.+])(?:v\.?\s?)?(?!\d{3}\.\d{3}\.\d{4}(?!\d))\d{1,5}\.\d{1,5}\.\d{1,6}(?:\.\d{1,6})?(?:-[a-z]{1,10}\.?\d{0,4})?(?![\p{L}\p{N}]|\.\d)/giu,
  /(?<![\p{L}\p{N}])0x[0-9a-f]{1,16}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}_-])[A-Z][A-Z_-]{0,30}[A-Z_-](?:\d{2,10}(?:-\d{1,7})?| \d{2,5})(?![\p{L}\p{N}]|[-. ]\d)/gu,
  /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|JPY|CHF|INR|BRL|MXN|CAD|AUD)\b)\s?\d{1,3}(?:[., ']?\d{3}){0,4}(?:[.,]\d{1,2})?(?!\d)/gu,
  /(?<![\p{L}\p{N}.,])\d{1,3}(?:[., ']\d{3}){0,4}(?:[.,]\d{1,4})?\s?(?:[$€£¥₹%]|(?:USD|EUR|GBP|JPY|CHF|INR|BRL|bytes?|[kmgt]i?b|ms|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?|weeks?|months?|years?|px|rows?|records?|users?|items?|requests?|characters?|tickets?|contacts?|files?|tokens?|lines?)(?![\p{L}]))/giu,
  /(?<![\p{L}\p{N}])\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:19|20)\d{2}\s?-\s?(?:19|20)\d{2}(?![\p{L}\p{N}-])/gu,
  /(?<![\p{L}\p{N}])(?:ports?|http|https|status|errors?|codes?|localhost:?|build|rfc|iso|kb|page|line|lines|steps?|chapter|sections?)\s{0,2}#?:?\s?\d{1,6}(?:(?:,\s?|\/|\s?-\s?|\sand\s|\sor\s|\s)\d{1,5}){0,8}(?![\p{L}\p{N}]|[-.]\d)/giu,
  /(?<![\p{L}\p{N}])(?:errors?|fehler|erreur|errore|exit|status)(?:[ -]?codes?)?\s{0,2}[#:]?\s?-?\d{1,20}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}.+(-])\d{1,4}\.\d{5,30}(?![\p{L}\p{N}]|[. -]\d)/gu,
  /(?<![\p{L}\p{N}])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}]|\d[-. ])\d{2,5}\s?[x×]\s?\d{2,5}(?![\p{L}\p{N}])/giu,
];
const ADDRESS = /(?<![\p{L}\p{N}])[a-z]{2,12}:\/\/[^\s<>"']{3,2000}|(?<![\p{L}\p{N}])#\d{3,12}(?!\d)/giu;

/** A letter of a script that sets words apart: in Chinese or Japanese what stands next is another word. */
const IN_WORD = /(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}ー])[\p{L}_]/u;

/** Runs of at least seven digits. A line break, any other sign or a shielded stretch ends a run. */
export function runsOf(text: string, shields: readonly Span[]): Run[] {
  const sorted = [...shields].sort((a, b) => a.start - b.start);
  const runs: Run[] = [];
  let groups: { start: number; end: number }[] = [];
  const flush = () => {
    const [first, last] = [groups[0], groups.at(-1)];
    if (first && last) {
      const lead = /[+(]{1,3}\s?$/.exec(text.slice(Math.max(0, first.start - 4), first.start))?.[0].length ?? 0;
      const values = groups.map((group) => text.slice(group.start, group.end));
      const digits = values.join('');
      const start = first.start - lead;
      if (digits.length >= MIN_DIGITS)
        runs.push({ start, end: last.end, text: text.slice(start, last.end), groups: values, digits });
    }
    groups = [];
  };
  let shield = 0;
  for (const match of text.matchAll(/\d{1,64}/g)) {
    const group = { start: match.index, end: match.index + match[0].length };
    while (shield < sorted.length && sorted[shield]!.end <= group.start) shield++;
    const isShielded = shield < sorted.length && sorted[shield]!.start < group.end;
    const isInWord = IN_WORD.test(text[group.end] ?? '') || IN_WORD.test(text[group.start - 1] ?? '');
    const last = groups.at(-1);
    if (isShielded || isInWord) {
      flush();
      continue;
    }
    const between = last ? text.slice(last.end, group.start) : '';
    if (last && between !== '' && (!SEPARATORS.test(between) || groups.length >= MAX_GROUPS)) flush();
    groups.push(group);
  }
  flush();
  return runs;
}

/** Stretches that no run of digits crosses, since documentation is full of them: dates, versions, prices, ports, ids. */
export const shieldsIn = (text: string): Span[] => SHIELDS.flatMap((pattern) => spansOf(text, pattern, 'phone'));

/** Addresses and ticket numbers, inside of which no number is looked for. */
export const addressesIn = (text: string): Span[] => spansOf(text, ADDRESS, 'phone');
