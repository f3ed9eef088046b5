import { LANGUAGES } from '../language/languages.ts';

/** Names and titles in a greeting. */
const MAX_NAMES = 5;
/** Lines that a signature has below its sign-off, and the words of the longest of them. */
const MAX_SIGNATURE_LINES = 12;
const MAX_SIGNATURE_WORDS = 12;
const MAX_CLOSING_CHARS = 160;

const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      word
        .replace(/[.*+?^$()[\]|\\/]/g, '\\$&')
        .replace(/['’]/g, "['’]")
        .replace(/ /g, '[ \\t]{1,3}'),
    )
    .join('|');
const all = (heading: 'greetings' | 'addressees' | 'signOffs' | 'thanks'): string =>
  anyOf([...new Set(LANGUAGES.flatMap((language) => language.courtesy[heading]))]);

const NAME = String.raw`(?:…|\p{Lu}[\p{L}\p{M}'’…-]{0,30}\.?)`;
const GREETING = new RegExp(`^(?:${all('greetings')})(?![\\p{L}\\p{M}])`, 'iu');
const ADDRESSEE = new RegExp(`^(?:${all('addressees')}|and|und|et|y|e|&|from|of|de|von|@)(?![\\p{L}\\p{M}])\\.?`, 'iu');
const ONE_NAME = new RegExp(`^${NAME}`, 'u');
const ASIAN_GREETING = /^[^\n、。,]{1,24}(?:様|さん|さま|御中)(?:[、,]|[ \t]{0,3}\n)\s{0,5}/u;
const SIGN_OFF = new RegExp(`^(?:${all('signOffs')})(?![\\p{L}\\p{M}])`, 'iu');
const THANKS = new RegExp(`^(?:${all('thanks')})(?![\\p{L}\\p{M}])`, 'iu');
const ONLY_NAMES = new RegExp(
  `^[-–—~\\s]{0,4}${NAME}(?:[ \\t]{1,3}(?:${NAME}|de|van|von|da|der|la|el)){0,4}[,.!)\\s]{0,4}$`,
  'u',
);
const WISHES = LANGUAGES.flatMap((language) => language.courtesy.wishes);
const CONTACT =
  /https?:|www\.|@|\||\+?\d[\d ()/-]{6,}|…|(?<![\p{L}\d-])[\p{L}\d-]{1,60}\.(?:com|org|net|io|de|fr|es|co|dev|app|blog)\b/iu;

/**
 * The text without its greeting and its sign-off: no name that opens a mail or closes it is left in a sentence. A
 * greeting goes where somebody is named in it or where it is a line of its own; thanks alone are an answer and stay. Where
 * nothing else was said the text is given back as it is.
 */
export function withoutCourtesy(text: string): string {
  const opened = withoutGreeting(withoutGreeting(text.trim()));
  const closed = withoutSignOff(opened, opened !== text.trim());
  return /[\p{L}\p{N}…]/u.test(closed) ? closed : text.trim();
}

function withoutGreeting(text: string): string {
  const asian = ASIAN_GREETING.exec(text);
  if (asian) return text.slice(asian[0].length);
  const greeting = GREETING.exec(text);
  if (!greeting) return text;
  let at = greeting[0].length;
  let names = 0;
  for (let count = 0; count < MAX_NAMES; count++) {
    const gap = /^[ \t,]{0,3}/.exec(text.slice(at, at + 3))![0];
    const next = text.slice(at + gap.length, at + gap.length + 40);
    const isNext = gap !== '' && (count === 0 || !gap.includes(','));
    const name = isNext ? (ADDRESSEE.exec(next) ?? ONE_NAME.exec(next)) : null;
    if (!name) break;
    at += gap.length + name[0].length;
    names++;
  }
  const end = /^[ \t]{0,3}(?:[,!.:;、。–—-]{1,3}[ \t]{0,3}(\n?)|(\n))\s{0,20}/u.exec(text.slice(at, at + 40));
  if (!end) return text;
  const isOwnLine = end[0].includes('\n');
  return names > 0 || isOwnLine ? text.slice(at + end[0].length) : text;
}

/** `wasGreeted`: a mail with a greeting ends with a name. */
function withoutSignOff(text: string, wasGreeted: boolean): string {
  const lines = text.split('\n');
  const at = signOffFrom(lines) ?? signatureFrom(lines, wasGreeted);
  const kept = at === null ? lines : lines.slice(0, at);
  return withoutClosing(kept.join('\n').trimEnd());
}

/** The line of the sign-off: below it stand names and contacts alone. */
function signOffFrom(lines: readonly string[]): number | null {
  let below = 0;
  for (let at = lines.length - 1; at >= 1 && below <= MAX_SIGNATURE_LINES; at--) {
    const line = lines[at]!.trim();
    if (line === '') continue;
    const closing = SIGN_OFF.exec(line) ?? THANKS.exec(line);
    if (closing) {
      const rest = line.slice(closing[0].length).replace(/^[\s,.!;:–—-]+/, '');
      const isStrong = SIGN_OFF.test(line);
      if (rest === '' ? below > 0 || isStrong : ONLY_NAMES.test(rest)) return at;
    }
    if (/[?？]/.test(line) || line.split(/\s+/).length > MAX_SIGNATURE_WORDS) return null;
    below++;
  }
  return null;
}

/** The paragraph of a signature without a sign-off: a name first, and a contact below; or a name alone at the end. */
function signatureFrom(lines: readonly string[], wasGreeted: boolean): number | null {
  let start = lines.length;
  while (start > 0 && lines[start - 1]!.trim() !== '') start--;
  if (start === 0 || start === lines.length || lines.length - start > MAX_SIGNATURE_LINES) return null;
  const [first = '', ...rest] = lines.slice(start).map((line) => line.trim());
  if (!ONLY_NAMES.test(first)) return null;
  if (rest.length === 0) return wasGreeted || /^[-–—~…]/.test(first) ? start : null;
  return rest.some((line) => CONTACT.test(line)) && !rest.some((line) => /[?？]/.test(line)) ? start : null;
}

const SPACED_END = /(?<=(?<!\b\p{Lu}\p{Ll}{1,2}\.)(?<=[.!?…)}\u{1F600}-\u{1F64F}\u{2600}-\u{27BF}]))\s+/gu;

/** What closes the last line: "Hope that helps :) Adrian", "Best, Kim", "- Adrian". */
function withoutClosing(text: string): string {
  const from = Math.max(0, text.length - MAX_CLOSING_CHARS);
  const tail = text.slice(from);
  const dashed = /\s[-–—~]\s?(?:…|\p{Lu}[\p{L}\p{M}'’-]{1,20})[.!]?$/u.exec(tail);
  if (dashed && dashed.index > 0 && /[.!?)…]$/.test(tail.slice(0, dashed.index)))
    return text.slice(0, from + dashed.index);
  const ends = [...tail.matchAll(SPACED_END)];
  for (const end of ends) {
    const last = tail.slice(end.index + end[0].length);
    const closing = SIGN_OFF.exec(last) ?? THANKS.exec(last);
    const rest = closing ? last.slice(closing[0].length).replace(/^[\s,–—-]+/, '') : '';
    if (closing && rest !== '' && ONLY_NAMES.test(rest)) return text.slice(0, from + end.index).trimEnd();
  }
  const end = ends.at(-1);
  if (!end) return text;
  const name = tail.slice(end.index + end[0].length);
  if (!ONLY_NAMES.test(name) || name.split(/\s+/).length > 2) return text;
  const said = tail.slice(0, end.index);
  const isSignedOff =
    name.startsWith('…') ||
    WISHES.some((wish) => wish.test(said.slice(-60))) ||
    /[:;]-?[)D]$|\p{Extended_Pictographic}$/u.test(said);
  return isSignedOff ? text.slice(0, from + end.index).trimEnd() : text;
}
