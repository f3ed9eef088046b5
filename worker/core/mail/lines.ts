/** One line of a mail. `isMarked` says that the mail itself marks it as quoted: by `>`, or by an element of its HTML. */
export interface MailLine {
  text: string;
  isMarked: boolean;
  /** Marked by HTML, where no author's own arrow is possible. */
  isSure: boolean;
}

/** Characters of a line that rules look at; what is longer is no line of a mail program. */
export const MAX_RULE_CHARS = 600;

const MARK = /^[ \t]{0,9}(?:>|&gt;|\|(?=\s?>| \S)|\p{Lu}{1,4}>[ \t])/u;
/** A mail program that wraps a reply line may begin its last line with the bracket of the address. */
const WRAPPED_BRACKET = /^[ \t]{0,9}>\s?[^>]{0,40}[:：][ \t]{0,3}$/;
const TABLE_ROW = /^[ \t]{0,9}\|.{1,500}\|/;

/** The lines of a plain text. */
export function textLines(text: string): MailLine[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => ({ text: line, isMarked: isMarked(line), isSure: false }));
}

function isMarked(line: string): boolean {
  const read = line.slice(0, MAX_RULE_CHARS);
  return MARK.test(read) && !WRAPPED_BRACKET.test(read) && !TABLE_ROW.test(read);
}

export const isBlank = (line: MailLine | undefined): boolean => line === undefined || line.text.trim() === '';
