import { LANGUAGES } from '../language/languages.ts';

/** Characters of a message in which a machine says what it is. */
const READ_CHARS = 1_500;
/** An automatic message longer than this says something else beside. */
const MAX_AUTOMATIC_CHARS = 4_000;

/** Senders that are mail servers. Source: RFC 5321 and RFC 3834, and what mail servers use. */
const SERVERS =
  /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|microsoftexchange[\da-f]+)(?:[+.-][^@]{0,60})?@/i;
/** Enhanced status codes of RFC 3463 stand in no message of a person without a question. */
const STATUS_CODE =
  /\b[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}\b|\b[45]\.\d{1,3}\.\d{1,3}\b.{0,60}(?:recipient|address|mailbox|user)/i;
const QUESTION = /[?？]/;
/** A calendar's answer is one line with a time. */
const MAX_RECEIPT_CHARS = 600;

/** Whether a subject was made by a mail server, an absence note or a calendar. */
export function isAutomaticSubject(subject: string): boolean {
  return LANGUAGES.some(({ machines }) => machines.subjects.test(subject.trim()));
}

/** Whether an address is a mail server's and nobody reads answers to it. */
export const isServerAddress = (email: string | null): boolean => email !== null && SERVERS.test(email.trim());

/**
 * Whether no person wrote a message: absence notes, reports of undelivered mail, receipts, answers of calendars. Each
 * needs two signs and no question, or the sender's or subject's own statement and one.
 */
export function isAutomatic(text: string, subject: string, email: string | null): boolean {
  if (text.length > MAX_AUTOMATIC_CHARS) return false;
  const read = text.slice(0, READ_CHARS);
  const isStated = isAutomaticSubject(subject) || isServerAddress(email);
  if (QUESTION.test(read) && !isStated) return false;
  return LANGUAGES.some(({ machines }) => {
    const isAway = machines.away.test(read);
    const isReturned = machines.undelivered.test(read);
    const isReceipt = read.length <= MAX_RECEIPT_CHARS && machines.receipt.test(read);
    if (isStated) return isAway || isReturned || isReceipt || STATUS_CODE.test(read) || machines.subjects.test(subject);
    return (
      (isAway && machines.instead.test(read)) ||
      (isReturned && (STATUS_CODE.test(read) || countOf(machines.undelivered, read) > 1)) ||
      (isReceipt && machines.beside.test(read))
    );
  });
}

function countOf(pattern: RegExp, text: string): number {
  return [...text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))].length;
}
