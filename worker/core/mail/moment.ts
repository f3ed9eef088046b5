/** Times of day as mail programs write them: "10:15", "10.15", "5 PM", "10h15"; never the half of a date. */
const TIME =
  /(?<![\d./:-])\d{1,2}(?:[:.]\d{2}(?::\d{2})?(?![./-]?\d)|h\d{2}(?!\d))|(?<![\d./-])\d{1,2}\s?[ap]\.?m\b|\d{1,2}[時时点시]\s?\d{1,2}/giu;
const NUMERIC_DATE =
  /(?<!\d)(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})|\d{4}[./-]\s?\d{1,2}[./-]\s?\d{1,2})(?!\d)/gu;
const YEAR = /(?<!\d)(?:19|20|25)\d{2}(?!\d)/u;
const DAY = /(?<!\d)(?:[12]\d|3[01]|0?[1-9])(?!\d)/u;
const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/** What a line says of when: a date is whole only with its year. */
export interface Moment {
  hasDate: boolean;
  hasTime: boolean;
  /** The line without its numbers of date and time. */
  rest: string;
}

/** Reads date and time of a line, whatever language the words between are in. */
export function momentIn(line: string): Moment {
  const plain = line.replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
  const numeric = plain.replace(NUMERIC_DATE, ' ');
  const timeless = numeric.replace(TIME, ' ');
  const isNumeric = numeric !== plain;
  const yearless = timeless.replace(YEAR, ' ');
  const isWritten = yearless !== timeless && DAY.test(yearless);
  return {
    hasDate: isNumeric || isWritten,
    hasTime: timeless !== numeric,
    rest: yearless.replace(/\d{1,4}/g, ' '),
  };
}

const MAILBOX = /[<([]\s{0,3}(?:mailto:)?[^\s<>()[\]@]{1,64}@[^\s<>()[\]@]{1,255}\s{0,3}[>)\]]/u;
const ADDRESS = /[^\s<>()[\]@:,;]{1,64}@[^\s<>()[\]@]{1,253}\.[^\s<>()[\]@]{2,24}/u;

/** A mailbox as mail programs write it, its address in brackets; a bare address is something that people write, too. */
export function mailboxIn(line: string): 'bracketed' | 'bare' | null {
  if (MAILBOX.test(line)) return 'bracketed';
  return ADDRESS.test(line) ? 'bare' : null;
}
