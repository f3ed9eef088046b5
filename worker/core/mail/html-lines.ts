import { Parser } from 'htmlparser2';
import { letterText, plainText } from '../html/plain.ts';
import { shallow } from '../html/shallow.ts';
import { type MailLine, textLines } from './lines.ts';

/** A stretch of the source that the mail program marked. `rest` marks everything behind it, too. */
interface MarkedRange {
  start: number;
  end: number;
  as: 'quote' | 'nothing';
}

type Mark = 'quote' | 'rest' | 'nothing' | 'border';

const CLASS_MARKS: readonly [name: RegExp, mark: Mark][] = [
  [
    /(?:^|\s)(?:gmail_signature|moz-signature|protonmail_signature_block|zmail_signature|mail-signature)(?:\s|$)/,
    'nothing',
  ],
  [
    /(?:^|\s)(?:gmail_quote(?:_container)?|gmail_extra|gmail_attr|yahoo_quoted|moz-cite-prefix|protonmail_quote|tutanota_quote|zmail_extra|front-blockquote|quoted-text|OutlookMessageHeader)(?:\s|$)/i,
    'quote',
  ],
];
const ID_MARKS: readonly [id: RegExp, mark: Mark][] = [
  [
    /^(?:x_)*(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|isForwardContent|OLK_SRC_BODY_SECTION|reply-intro)$/i,
    'rest',
  ],
  [
    /^(?:x_)*(?:Signature|ms-outlook-mobile-signature|x_signature|AppleMailSignature|lineBreakAtBeginningOfSignature)$/i,
    'nothing',
  ],
];
/** Outlook draws a line above the header of the mail that it quotes. */
const BORDER = /border-top:\s?solid|border:\s?none;\s?border-top/i;
const BORDER_LABELS = 3;

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

function markOf(name: string, attributes: Readonly<Record<string, string>>): Mark | null {
  const { class: classes = '', id = '', style = '' } = attributes;
  for (const [pattern, mark] of ID_MARKS) if (pattern.test(id)) return mark;
  for (const [pattern, mark] of CLASS_MARKS) if (pattern.test(classes)) return mark;
  if (attributes['data-smartmail'] === 'gmail_signature') return 'nothing';
  if (name === 'blockquote') return 'quote';
  return BORDER.test(style) ? 'border' : null;
}

/** What the mail's own markup says is quoted or signed, outermost first and in order. */
function markedRanges(html: string): MarkedRange[] {
  const ranges: MarkedRange[] = [];
  let depth = 0;
  let open: { mark: Mark; depth: number; start: number } | null = null;
  let isRest = false;
  const close = (end: number): void => {
    if (!open) return;
    const { mark, start } = open;
    open = null;
    if (mark === 'border' && labelLines(html.slice(start, end)) < BORDER_LABELS) return;
    isRest = mark === 'rest' || mark === 'border';
    ranges.push({ start, end: isRest ? html.length : end, as: mark === 'nothing' ? 'nothing' : 'quote' });
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (VOID.has(name)) return;
      depth++;
      if (isRest || (open && open.mark !== 'border')) return;
      const mark = markOf(name, attributes);
      if (mark && (!open || mark !== 'border')) open = { mark, depth, start: parser.startIndex };
    },
    onclosetag(name, isImplied) {
      if (VOID.has(name)) return;
      if (open && open.depth === depth) close(isImplied ? parser.startIndex : parser.endIndex + 1);
      depth--;
    },
  });
  parser.end(shallow(html));
  close(html.length);
  return ranges;
}

const labelLines = (html: string): number =>
  plainText(html.slice(0, 4_000))
    .split('\n')
    .filter((line) => /^[^:：\n]{1,30}[:：]/.test(line)).length;

/**
 * The lines of an HTML mail, with what its program marked as quoted marked so before anything is flattened: quoted
 * blocks, and all behind the head that a program puts above an older mail. Marked signatures are left out. Linear.
 */
export function htmlLines(html: string): MailLine[] {
  const lines: MailLine[] = [];
  let from = 0;
  const add = (part: string, isMarked: boolean): void => {
    const text = letterText(part);
    if (text === '') return;
    if (isMarked) for (const line of text.split('\n')) lines.push({ text: line, isMarked: true, isSure: true });
    else lines.push(...textLines(text));
  };
  for (const range of markedRanges(html)) {
    add(html.slice(from, range.start), false);
    if (range.as === 'quote') add(html.slice(range.start, range.end), true);
    from = range.end;
  }
  add(html.slice(from), false);
  return lines;
}
