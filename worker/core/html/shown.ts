import { Parser } from 'htmlparser2';
import { BLOCK_TAGS, SILENT_TAGS } from './plain.ts';
import { shallow } from './shallow.ts';

/** One line as a reader sees it: `text` is its words and pictures, `form` the same with the marks that show. */
export interface ShownLine {
  text: string;
  form: string;
}

/** Elements that look alike to a reader, by the look that they share. */
const LOOKS: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  s: 'struck',
  del: 'struck',
  strike: 'struck',
  u: 'underlined',
  ins: 'underlined',
  sup: 'raised',
  sub: 'lowered',
};
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'menu']);
const MEDIA: ReadonlySet<string> = new Set(['iframe', 'video', 'audio', 'embed', 'source']);
const HEADING = /^h[1-6]$/;
const SPACES = /[ \t\r\n\f\u00a0]+/;
/** Signs that show nothing: a soft hyphen, a space of no width, a word joiner, a byte order mark. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * The lines of an HTML fragment as a reader sees them, in order: words, links by their address, pictures by their file's
 * name (helpdesks keep pictures on hosts of their own), bold, italics and code, headings of any level, lists by kind and
 * depth, rows of a table with their cells, quotes, preformatted text with its white space. What no reader sees makes no
 * difference: attributes, classes, ids, wrappers, empty paragraphs, a paragraph within an item or a cell, `strong` for `b`.
 * Linear in the length of the input; any input gives lines.
 */
export function shownLines(html: string): ShownLine[] {
  const page = new Page();
  const parser = new Parser({
    onopentag: (name, attributes) => page.open(name, attributes),
    ontext: (text) => page.say(text),
    onclosetag: (name) => page.close(name),
  });
  parser.end(shallow(html));
  page.breakLine();
  return page.lines;
}

/** Whether two fragments are the same to a reader. */
export function readsSame(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [shownLines(a), shownLines(b)];
  return left.length === right.length && left.every(({ form }, i) => form === right[i]?.form);
}

class Page {
  readonly lines: ShownLine[] = [];
  private form: string[] = [];
  private text: string[] = [];
  private marks = '';
  /** What marks hold now; null where that is to be told anew. */
  private held: string | null = null;
  private isSpaced = false;
  private isItemNew = false;
  private lists: string[] = [];
  private links: string[] = [];
  private looks = new Map<string, number>();
  /** Which row of its table is read, 1 for the first: helpdesks without heads of tables keep theirs as that. */
  private row = 0;
  /** How deep the reading is within elements of these kinds. */
  private depth = { silent: 0, pre: 0, heading: 0, quote: 0, cell: 0, headerCell: 0 };

  open(name: string, attributes: Record<string, string>): void {
    if (SILENT_TAGS.has(name)) this.depth.silent++;
    if (MEDIA.has(name) && attributes.src) this.show(`[media ${addressOf(attributes.src)}]`);
    else if (name === 'img') this.show(`[image ${fileNameOf(attributes.src ?? '')}]`);
    const look = LOOKS[name];
    if (look) this.looks.set(look, (this.looks.get(look) ?? 0) + 1);
    this.held = null;
    if (name === 'a') this.links.push(attributes.href ? addressOf(attributes.href) : '');
    if (name === 'br' || BLOCK_TAGS.has(name)) this.boundary(name);
    if (HEADING.test(name)) this.depth.heading++;
    if (LISTS.has(name)) this.lists.push(name === 'ol' ? '1' : '-');
    if (name === 'li') this.isItemNew = true;
    if (name === 'pre') this.depth.pre++;
    if (name === 'blockquote') this.depth.quote++;
    if (name === 'table') this.row = 0;
    if (name === 'tr') this.row++;
    if (name === 'td' || name === 'th') this.openCell(name, attributes.colspan);
    if (name === 'hr') this.show('[rule]');
  }

  close(name: string): void {
    this.held = null;
    if (name === 'td' || name === 'th') {
      this.depth.cell = Math.max(0, this.depth.cell - 1);
      if (name === 'th') this.depth.headerCell = Math.max(0, this.depth.headerCell - 1);
      this.isSpaced = true;
      return;
    }
    if (name !== 'br' && BLOCK_TAGS.has(name)) this.boundary(name);
    if (SILENT_TAGS.has(name)) this.depth.silent = Math.max(0, this.depth.silent - 1);
    const look = LOOKS[name];
    if (look) this.looks.set(look, Math.max(0, (this.looks.get(look) ?? 0) - 1));
    if (name === 'a') this.links.pop();
    if (HEADING.test(name)) this.depth.heading = Math.max(0, this.depth.heading - 1);
    if (LISTS.has(name)) this.lists.pop();
    if (name === 'li') this.isItemNew = false;
    if (name === 'pre') this.depth.pre = Math.max(0, this.depth.pre - 1);
    if (name === 'blockquote') this.depth.quote = Math.max(0, this.depth.quote - 1);
  }

  say(text: string): void {
    if (this.depth.silent > 0) return;
    const seen = text.replace(UNSEEN, '');
    if (this.depth.pre > 0 && this.depth.cell === 0) this.sayAsIs(seen);
    else this.sayWords(seen);
  }

  private sayWords(text: string): void {
    text.split(SPACES).forEach((word, i) => {
      if (i > 0) this.isSpaced = true;
      if (word !== '') this.put(word);
    });
  }

  breakLine(): void {
    const text = this.text.join('').trim();
    if (/[^ |]/.test(text)) this.lines.push({ text, form: this.form.join('').trimEnd() });
    [this.form, this.text, this.marks, this.isSpaced] = [[], [], '', false];
  }

  private sayAsIs(text: string): void {
    text.split(/\r\n?|\n/).forEach((line, i) => {
      if (i > 0) this.breakLine();
      if (line !== '') this.put(line);
    });
  }

  /** A picture, a film or a rule: outside of a table on a line of its own, as some helpdesks store it. */
  private show(what: string): void {
    if (this.depth.cell === 0) this.breakLine();
    else this.isSpaced = true;
    this.put(what);
    if (this.depth.cell === 0) this.breakLine();
    else this.isSpaced = true;
  }

  /** Where a block begins or ends: within a cell only a space, since a row is one line. */
  private boundary(name: string): void {
    if (this.depth.cell > 0 && name !== 'tr' && name !== 'table') this.isSpaced = true;
    else if (name !== 'td' && name !== 'th') this.breakLine();
  }

  private openCell(name: string, colspan: string | undefined): void {
    this.depth.cell++;
    if (name === 'th') this.depth.headerCell++;
    if (this.form.length === 0) this.begin();
    const width = Number(colspan ?? 1);
    this.form.push(width > 1 ? ` |${width} ` : ' | ');
    this.text.push(' | ');
    [this.marks, this.isSpaced] = ['', false];
  }

  private put(word: string): void {
    if (this.form.length === 0) this.begin();
    else if (this.isSpaced && !this.text.at(-1)?.endsWith(' ')) {
      this.form.push(' ');
      this.text.push(' ');
    }
    this.isSpaced = false;
    this.held ??= this.marksNow();
    const marks = this.held;
    if (marks !== this.marks) this.form.push(`\u0001${marks}\u0002`);
    this.marks = marks;
    this.form.push(word);
    this.text.push(word);
  }

  private begin(): void {
    const { heading, quote, pre } = this.depth;
    const list = this.lists.length === 0 ? '' : `${this.lists.join('')}${this.isItemNew ? '*' : ' '}`;
    this.isItemNew = false;
    this.form.push(`${'>'.repeat(quote)}${list}${heading > 0 ? '#' : ''}${pre > 0 ? '`' : ''}\u0003`);
    this.isSpaced = false;
  }

  /** A heading and the head of a table are bold by themselves, or need no bold to be told. */
  private marksNow(): string {
    const isHead = this.depth.headerCell > 0 || (this.depth.cell > 0 && this.row === 1);
    const isBold = this.depth.heading > 0 || isHead;
    const looks = [...this.looks].filter(([look, count]) => count > 0 && !(isBold && look === 'bold'));
    const shown = looks.map(([look]) => look).filter((look) => !(this.depth.pre > 0 && look === 'code'));
    return [...shown.sort(), this.links.at(-1) ?? ''].filter(Boolean).join(' ');
  }
}

/** An address in one form: `//a.example` and `https://a.example` are `https://a.example/`. */
function addressOf(address: string): string {
  const given = address.trim();
  return URL.parse(given.startsWith('//') ? `https:${given}` : given)?.href ?? given;
}

/** The last part of an address, without what signs it. */
function fileNameOf(address: string): string {
  const path = address.trim().split(/[?#]/, 1)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}
