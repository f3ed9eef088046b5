import { Parser } from 'htmlparser2';
import { shallow } from './shallow.ts';
import { isUnseen, raised, withoutUnseen } from './visible.ts';

/** Elements whose content is no text for a reader. */
export const SILENT_TAGS: ReadonlySet<string> = new Set(
  'script style template noscript iframe object embed svg math head title textarea select noembed noframes'.split(' '),
);

/** Elements that begin and end a line. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements that a page sets apart by an empty line, as paragraphs of a letter are. */
const PARAGRAPH_TAGS: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 ul ol table pre blockquote'.split(' '));
/** Paragraphs that mail programs and helpdesks use for mere lines. */
const MERE_LINE = /(?:^|\s)(?:MsoNormal|MsoPlainText|no-margin)(?:\s|$)/i;
const NO_MARGIN = /(?:^|;)\s{0,3}margin(?:-bottom)?:\s{0,3}0/i;

const CELL_TAGS: ReadonlySet<string> = new Set(['td', 'th']);
/** Elements of which a label is made ("<b>Warning</b>Deleting is final."). */
export const LABEL_TAGS: ReadonlySet<string> = new Set(['b', 'strong']);
const CUT_MARK = ' […]';

/** A row of a table while it is read: its cells are joined once it is known that it has several. */
interface Row {
  cells: string[][];
}

/**
 * The text of an HTML fragment as a person reads it: a line a block, a line a row of a table with ` | ` between its
 * cells (empty ones keep their place), entities decoded, white space collapsed except in `pre`. Scripts, styles, struck
 * and hidden text are not read, raised digits stay raised, characters that show nothing are dropped. Linear in the length
 * of the input; any input, also broken markup, gives a string.
 */
export function plainText(html: string): string {
  return textOf(html, false);
}

/** The same of a letter: an empty line stays between its paragraphs. */
export function letterText(html: string): string {
  return textOf(html, true);
}

function textOf(html: string, hasParagraphs: boolean): string {
  const out: string[] = [];
  const rows: Row[] = [];
  const unseen: number[] = [];
  let depth = 0;
  let pre = 0;
  let sup = 0;
  let isLineEmpty = true;
  let isAfterLabel = false;
  let isBorder = false;
  let isBlankBlock = false;
  const mere: number[] = [];
  const target = (): string[] => rows.at(-1)?.cells.at(-1) ?? out;
  const breakLine = () => {
    if (!isLineEmpty) target().push('\n');
    isLineEmpty = true;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++;
      if (hasParagraphs && PARAGRAPH_TAGS.has(name)) {
        if (MERE_LINE.test(attributes.class ?? '') || NO_MARGIN.test(attributes.style ?? '')) mere.push(depth);
        else isBorder = true;
      }
      if (SILENT_TAGS.has(name) || isUnseen(name, attributes)) unseen.push(depth);
      if (name === 'pre') pre++;
      if (name === 'sup') sup++;
      if (name === 'tr') {
        breakLine();
        rows.push({ cells: [] });
      }
      if (CELL_TAGS.has(name) && rows.length > 0) {
        rows.at(-1)!.cells.push([]);
        isLineEmpty = true;
      } else if (name === 'br') {
        target().push('\n');
      } else if (BLOCK_TAGS.has(name)) breakLine();
    },
    ontext(text) {
      if (unseen.length > 0 || text === '') return;
      const said = withoutUnseen(sup > 0 ? raised(text) : text);
      const shown = pre > 0 ? said : said.replace(/[ \t\r\n\f\u00a0]+/g, ' ');
      const into = target();
      isBlankBlock ||= isLineEmpty && text.includes('\u00a0') && text.trim() === '';
      const isSpaced = pre === 0 && (isLineEmpty || /[ \n]$/.test(into.at(-1) ?? ''));
      if (shown === '' || (shown === ' ' && isSpaced)) return;
      if (isBorder && isLineEmpty && into.length > 0) into.push('\n');
      isBorder = false;
      isBlankBlock = false;
      if (isAfterLabel && isRunIn(into.at(-1) ?? '', shown)) into.push(' ');
      into.push(isSpaced && shown.startsWith(' ') ? shown.slice(1) : shown);
      isAfterLabel = false;
      isLineEmpty = false;
    },
    onclosetag(name) {
      if (unseen.at(-1) === depth) unseen.pop();
      if (hasParagraphs && BLOCK_TAGS.has(name)) {
        if (mere.at(-1) === depth) mere.pop();
        else if (PARAGRAPH_TAGS.has(name)) isBorder = true;
        if (isBlankBlock && isLineEmpty) target().push('\n');
        isBlankBlock = false;
      }
      depth--;
      if (name === 'pre') pre = Math.max(0, pre - 1);
      if (name === 'sup') sup = Math.max(0, sup - 1);
      if (LABEL_TAGS.has(name)) isAfterLabel = true;
      if (name === 'tr' && rows.length > 0) {
        const line = lineOf(rows.pop()!);
        if (line !== '') target().push(line, '\n');
        isLineEmpty = true;
      } else if (BLOCK_TAGS.has(name) && !CELL_TAGS.has(name)) breakLine();
    },
  });
  parser.end(shallow(html));
  while (rows.length > 0) {
    const line = lineOf(rows.pop()!);
    target().push(line, '\n');
  }
  return tidyLines(out.join(''));
}

/** Whether a sentence would run into the label before it; a capital letter after a small one begins something. */
export const isRunIn = (label: string, text: string): boolean =>
  /\p{Ll}{2}$/u.test(label.slice(-4)) && /^\p{Lu}/u.test(text);

/** The line of a row; a row of one cell only lays its page out, so that its lines stay lines. */
function lineOf({ cells }: Row): string {
  const texts = cells.map((cell) => tidyLines(cell.join('')));
  if (texts.every((text) => text === '')) return '';
  if (texts.length === 1) return texts[0]!;
  return texts
    .map((text) => text.replace(/\s*\n\s*/g, ' '))
    .join(' | ')
    .replace(/^ \| /, '| ');
}

const OPENS_BLOCK = /(?:[:{([,;=>|\\]|^\s*(?:[-*•+]|\d{1,3}[.)])\s.*)$/;
const LIST_ITEM = /^\s*(?:[-*•+]|\d{1,3}[.)])\s/;
const COLUMN_GAP = /\S(?: {2,}|\t+)\S/;

/**
 * Plain text with its white space as `plainText` leaves it: what one vendor gives as text another gives as HTML. Code,
 * lists and columns keep theirs: a line below one that opens a block or in line with such a line keeps its indentation,
 * and lines in a row that have gaps keep them.
 */
export function evenSpaces(text: string): string {
  const lines = withoutUnseen(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\f\u00a0]/g, ' ')
    .split('\n');
  const hasGap = lines.map((line) => COLUMN_GAP.test(line.slice(0, 500)));
  let opener = '';
  let kept = 0;
  const even = lines.map((line, at) => {
    const indent = /^[ \t]*/.exec(line)![0];
    const body = line.slice(indent.length);
    if (body.trim() === '') return '';
    const isInBlock = indent !== '' && (kept > 0 || OPENS_BLOCK.test(opener.slice(-200)) || LIST_ITEM.test(line));
    kept = isInBlock ? indent.length : 0;
    opener = line.trimEnd();
    const isColumn = hasGap[at] && (hasGap[at - 1] || hasGap[at + 1]);
    return (isInBlock ? indent : '') + (isColumn ? body : body.replace(/[ \t]+/g, ' '));
  });
  return tidyLines(even.join('\n'));
}

/** At most `maxChars` UTF-16 units: whole where it fits, else cut at a word's end where one is near, with ` […]`. */
export function cutText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const room = maxChars - CUT_MARK.length;
  if (room <= 0) return wholeSigns(text, Math.max(0, maxChars));
  const head = wholeSigns(text, room);
  const space = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
  return (space > room - 40 && space > 0 ? head.slice(0, space) : head).trimEnd() + CUT_MARK;
}

function wholeSigns(text: string, length: number): string {
  const unit = text.charCodeAt(length - 1);
  return text.slice(0, unit >= 0xd800 && unit <= 0xdbff ? length - 1 : length);
}

function tidyLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const kept: string[] = [];
  for (const line of lines) if (line !== '' || (kept.length > 0 && kept.at(-1) !== '')) kept.push(line);
  while (kept.at(-1) === '') kept.pop();
  return kept.map((line, at) => (at === 0 ? line.trimStart() : line)).join('\n');
}
