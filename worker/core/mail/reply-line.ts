import { inAnyLanguage } from '../language/mail-programs.ts';
import { isBlank, MAX_RULE_CHARS, type MailLine } from './lines.ts';
import { mailboxIn, momentIn } from './moment.ts';

/** Lines into which a mail program wraps what it puts above a quote. */
const MAX_WRAPPED = 4;
const MAX_LINE_CHARS = 400;
/** Words beside date, time and name above which a line is a sentence of the author's. Origin: the longest known form, Arabic. */
const MAX_OTHER_WORDS = 9;

const COLON_END = /[:：][ \t*_]{0,3}$/;
/** Who writes of themselves in the line is its author: no mail program says "I" or "you". */
const SPEAKERS: readonly RegExp[] = [
  /(?<![\p{L}\p{M}])I(?![\p{L}\p{M}.])/u,
  /(?<![\p{L}\p{M}])(?:we|my|our|you|your|ich|wir|mir|mein\p{L}?|je|j['’]|nous|yo|eu|nós)(?![\p{L}\p{M}.])|私|我/iu,
];
const LETTERS_WITHOUT_CASE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

const escaped = (word: string): string => word.replace(/[()[\]/.*+?^$|\\]/g, '\\$&');
const WROTE = new RegExp(
  [...inAnyLanguage('wrote')]
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      LETTERS_WITHOUT_CASE.test(word) ? escaped(word) : `(?<![\\p{L}\\p{M}])${escaped(word)}(?![\\p{L}\\p{M}])`,
    )
    .join('|'),
  'iu',
);

/** Where a reply line stands: `from` up to `to`, exclusive. */
export interface Span {
  from: number;
  to: number;
}

/**
 * The reply line that ends at line `end`, wrapped or not: what a mail program puts above the words it quotes. Two
 * independent signs make one (date, time, address, a verb of writing, a name that stands alone with them), and the line
 * must end with a colon. Null where it is the author's own line.
 */
export function replyLineAt(lines: readonly MailLine[], end: number): Span | null {
  const last = lines[end]!;
  if (last.isMarked || last.text.length > MAX_LINE_CHARS || !COLON_END.test(last.text)) return null;
  let joined = '';
  let found: number | null = null;
  for (let from = end; from > end - MAX_WRAPPED && from >= 0; from--) {
    const line = lines[from]!;
    if (line.isMarked || isBlank(line)) break;
    joined = joined === '' ? line.text.trim() : `${line.text.trim()} ${joined}`;
    if (joined.length > MAX_LINE_CHARS) break;
    const isPart = found === null || isPartOfReplyLine(line.text);
    const standsAlone = isBlank(lines[from - 1]) && isBlank(lines[end + 1]);
    if (isPart && isReplyLine(joined, standsAlone, isMarkedBelow(lines, end + 1))) found = from;
  }
  return found === null ? null : { from: wrappedFrom(lines, found), to: end + 1 };
}

/** A line of its own with a date or an address belongs to the reply line below it. */
function isPartOfReplyLine(text: string): boolean {
  const { hasDate } = momentIn(text);
  return !/[.!?。]\s*$/.test(text) && (hasDate || mailboxIn(text) !== null || /<\s*$/.test(text));
}

/** Quotes below a line, blank lines aside. */
export function isMarkedBelow(lines: readonly MailLine[], from: number): boolean {
  for (let at = from; at < from + 4 && at < lines.length; at++) if (!isBlank(lines[at])) return lines[at]!.isMarked;
  return false;
}

/** A line that begins in the midst of a reply line ("<jane@…> wrote on …:") takes the line before it along. */
function wrappedFrom(lines: readonly MailLine[], from: number): number {
  const isMiddle = /^[ \t]{0,9}[<(]/.test(lines[from]!.text);
  const before = lines[from - 1];
  const isWhole = before === undefined || isBlank(before) || before.isMarked || /[.!?。]\s*$/.test(before.text);
  return isMiddle && !isWhole && before.text.length <= 80 ? from - 1 : from;
}

function isReplyLine(line: string, standsAlone: boolean, isAboveQuote: boolean): boolean {
  const { hasDate, hasTime, rest } = momentIn(line.slice(0, MAX_RULE_CHARS));
  const mailbox = mailboxIn(line);
  const isWritten = WROTE.test(rest);
  const unsaid = rest.replace(WROTE, ' ').replace(/[<([][^<>]{0,200}[>)\]]/g, ' ');
  if (SPEAKERS.some((speaker) => speaker.test(unsaid))) return false;
  if (mailbox === 'bracketed' && (hasDate || isWritten)) return true;
  if (isWritten && hasDate) return true;
  if (isWritten && isAboveQuote) return true;
  if (!hasDate || !hasTime) return false;
  return mailbox === 'bare' || isAboveQuote || (standsAlone && isNameAlone(rest));
}

/** Beside date and time the line has a name (two capitalised words, or one that does not begin it) and little else. */
function isNameAlone(rest: string): boolean {
  const words = rest.match(/[\p{L}\p{M}][\p{L}\p{M}'’.-]*/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}\p{L}/u.test(word)).length;
  return words.length - capitals <= MAX_OTHER_WORDS && capitals >= 2;
}
