import { inAnyLanguage, MAIL_PROGRAM_WORDS } from '../language/mail-programs.ts';
import { isBlank, type MailLine } from './lines.ts';
import { mailboxIn, momentIn } from './moment.ts';

/** Lines of a block that are looked at, blank ones and wrapped addresses counted. */
const MAX_BLOCK_LINES = 24;
const MIN_LABELS = 3;
/** A longer line is no label with its value. */
const MAX_LABEL_LINE_CHARS = 500;
/** A label of a mail header is one to three words. */
const LABEL = /^[ \t>*_]{0,9}(\p{L}[\p{L}\p{M} .'’-]{0,24}?)\s?[*_]{0,2}\s?[:：][*_]{0,2}[ \t]{0,20}(.{0,400})$/u;
const ANSWERED = /^\s{0,3}(?:\[[^\]]{1,40}\]\s?)?[\p{L}\p{M}]{1,5}(?:[[(]\d{1,3}[\])])?\s?[:：]\s?\S/u;
/** A wrapped list of recipients or a wrapped subject goes on in a line of its own. */
const CONTINUED = /^(?:[ \t]+\S|[<"(;,]|[^:：]{0,120}@)/u;

const PREFIXES = inAnyLanguage('prefixes');
const ROLES = ['from', 'when', 'to', 'subject'] as const;

/** What one label says, read once a line: its roles in each language as a mask, and the signs of its value. */
interface Label {
  roles: ReadonlyMap<number, number>;
  mailbox: 'bracketed' | 'bare' | null;
  isMoment: boolean;
  isAnswered: boolean;
}

const ROLES_OF = new Map<string, Map<number, number>>();
for (const [language, words] of Object.values(MAIL_PROGRAM_WORDS).entries())
  for (const [bit, role] of ROLES.entries())
    for (const word of words[role]) {
      const roles = ROLES_OF.get(word) ?? new Map<number, number>();
      ROLES_OF.set(word, roles.set(language, (roles.get(language) ?? 0) | (1 << bit)));
    }
const NO_ROLES: ReadonlyMap<number, number> = new Map();

const read = new WeakMap<MailLine, Label | null>();

function labelOf(line: MailLine): Label | null {
  const known = read.get(line);
  if (known !== undefined) return known;
  const match = line.text.length <= MAX_LABEL_LINE_CHARS ? LABEL.exec(line.text) : null;
  const value = match?.[2]?.trim() ?? '';
  const moment = match ? momentIn(value) : null;
  const label = match && {
    roles: ROLES_OF.get(match[1]!.trim().toLowerCase()) ?? NO_ROLES,
    mailbox: mailboxIn(value),
    isMoment: moment?.hasDate === true && moment.hasTime,
    isAnswered: ANSWERED.test(value) && PREFIXES.has(prefixOf(value)),
  };
  read.set(line, label);
  return label;
}

/** The labels from line `at` on, and the line behind the block. */
function blockAt(lines: readonly MailLine[], at: number): { labels: Label[]; end: number } {
  const labels: Label[] = [];
  let end = at;
  for (let line = at; line < Math.min(lines.length, at + MAX_BLOCK_LINES); line++) {
    if (isBlank(lines[line])) continue;
    const label = labelOf(lines[line]!);
    if (label) labels.push(label);
    else if (labels.length === 0 || line !== end || !CONTINUED.test(lines[line]!.text)) break;
    end = line + 1;
  }
  return { labels, end };
}

/** How many of the four parts of a mail header the labels name, in the language that names most. */
function namedRoles(labels: readonly Label[]): number {
  const masks = new Map<number, number>();
  for (const { roles } of labels)
    for (const [language, mask] of roles) masks.set(language, (masks.get(language) ?? 0) | mask);
  let most = 0;
  for (const mask of masks.values()) most = Math.max(most, ROLES.filter((_, bit) => mask & (1 << bit)).length);
  return most;
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
  if (isBlank(lines[at]) || isWithinLabels(lines, at)) return null;
  const { labels, end } = blockAt(lines, at);
  if (labels.length < MIN_LABELS) return null;
  const most = namedRoles(labels);
  const signs = [
    labels.some(({ mailbox }) => mailbox === 'bracketed') ||
      labels.filter(({ mailbox }) => mailbox === 'bare').length >= 2,
    labels.some(({ isMoment }) => isMoment),
    labels.some(({ isAnswered }) => isAnswered),
    most >= MIN_LABELS,
    isSaidBefore(end),
  ].filter(Boolean).length;
  return most === ROLES.length || (signs >= 2 && most >= 2) || signs >= 3 ? end : null;
}

/** Behind two labels no head begins: it began there, or it is none. Keeps long lists of labels linear. */
function isWithinLabels(lines: readonly MailLine[], at: number): boolean {
  const [one, other] = [lines[at - 1], lines[at - 2]];
  return one !== undefined && other !== undefined && labelOf(one) !== null && labelOf(other) !== null;
}

function prefixOf(value: string): string {
  return value
    .replace(/^\s{0,3}(?:\[[^\]]{1,40}\]\s?)?/, '')
    .replace(/[\s[(:：][\s\S]*$/u, '')
    .toLowerCase();
}
