import { inAnyLanguage, MAIL_PROGRAM_WORDS } from '../language/mail-programs.ts';
import { isBlank, type MailLine } from './lines.ts';
import { mailboxIn, momentIn } from './moment.ts';

/** Lines of a block that are looked at, blank ones and wrapped addresses counted. */
const MAX_BLOCK_LINES = 24;
const MIN_LABELS = 3;
/** A label of a mail header is one to three words. */
const LABEL = /^[ \t>*_]{0,9}(\p{L}[\p{L}\p{M} .'’-]{0,24}?)\s?[*_]{0,2}\s?[:：][*_]{0,2}[ \t]{0,20}(.{0,400})$/u;
const ANSWERED = /^\s{0,3}(?:\[[^\]]{1,40}\]\s?)?[\p{L}\p{M}]{1,5}(?:[[(]\d{1,3}[\])])?\s?[:：]\s?\S/u;
/** A wrapped list of recipients or a wrapped subject goes on in a line of its own. */
const CONTINUED = /^(?:[ \t]+\S|[<"(;,]|[^:：]{0,120}@)/u;

const PREFIXES = inAnyLanguage('prefixes');
const ROLES = ['from', 'when', 'to', 'subject'] as const;

interface Label {
  name: string;
  value: string;
}

/** The labels from line `at` on, and the line behind the block. */
function blockAt(lines: readonly MailLine[], at: number): { labels: Label[]; end: number } {
  const labels: Label[] = [];
  let end = at;
  for (let line = at; line < Math.min(lines.length, at + MAX_BLOCK_LINES); line++) {
    const text = lines[line]!.text;
    if (text.trim() === '') continue;
    const match = text.length <= 500 ? LABEL.exec(text) : null;
    if (match) labels.push({ name: match[1]!.trim().toLowerCase(), value: match[2]!.trim() });
    else if (labels.length === 0 || line !== end || !CONTINUED.test(text)) break;
    end = line + 1;
  }
  return { labels, end };
}

/** How many of the four parts of a mail header the labels name, in the language that names most. */
function namedRoles(labels: readonly Label[]): { most: number; isWhole: boolean } {
  const most = Math.max(
    ...Object.values(MAIL_PROGRAM_WORDS).map(
      (words) => ROLES.filter((role) => labels.some(({ name }) => words[role].includes(name))).length,
    ),
  );
  return { most, isWhole: most === ROLES.length };
}

/**
 * The line behind the head of a quoted mail that begins at line `at`: short `label: value` lines in a row, in any
 * language and order, told from a form by two independent signs (a mailbox, a date with its time, an answered subject,
 * the labels of a mail program, words below that were said before). Null where it is none.
 */
export function headerBlockAt(
  lines: readonly MailLine[],
  at: number,
  isSaidBefore: (from: number) => boolean,
): number | null {
  if (isBlank(lines[at])) return null;
  const { labels, end } = blockAt(lines, at);
  if (labels.length < MIN_LABELS) return null;
  const { most, isWhole } = namedRoles(labels);
  const mailboxes = labels.map(({ value }) => mailboxIn(value));
  const moments = labels.map(({ value }) => momentIn(value));
  const isWrittenToday = moments.some(({ hasDate, hasTime }) => hasDate && hasTime);
  const isAnswered = labels.some(({ value }) => ANSWERED.test(value) && PREFIXES.has(prefixOf(value)));
  const signs = [
    mailboxes.includes('bracketed') || mailboxes.filter((one) => one === 'bare').length >= 2,
    isWrittenToday,
    isAnswered,
    most >= MIN_LABELS,
    isSaidBefore(end),
  ].filter(Boolean).length;
  return isWhole || (signs >= 2 && most >= 2) || signs >= 3 ? end : null;
}

function prefixOf(value: string): string {
  return value
    .replace(/^\s{0,3}(?:\[[^\]]{1,40}\]\s?)?/, '')
    .replace(/[\s[(:：][\s\S]*$/u, '')
    .toLowerCase();
}
