import { Parser } from 'htmlparser2';
import { escapeText } from '../text/escape.ts';
import { BLOCK_TAGS, SILENT_TAGS } from './plain.ts';
import { shallow } from './shallow.ts';

const VOID_TAGS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** Elements whose content is not parsed for entities or tags. */
const RAW_TAGS: ReadonlySet<string> = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']);

/**
 * What helpdesks add by themselves on saving: Zendesk gives headings an id `h_01…`, and links a `rel`; Intercom marks bare
 * paragraphs.
 */
const ADDED_ATTRIBUTES: readonly ((name: string, value: string) => boolean)[] = [
  (name) => name === 'rel',
  (name, value) => name === 'class' && value === 'no-margin',
  (name, value) => name === 'id' && /^h_[0-9A-Za-z]{10,40}$/.test(value),
];

/**
 * One form for all ways of writing the same HTML, to compare what was sent with what is read back: attribute order,
 * quotes, entity forms, tag case, white space outside of `pre`, comments, optional end tags and what the helpdesk adds
 * by itself make no difference. Not for display. Two texts that differ in a word, a tag or an address stay different.
 */
export function normalizeHtml(html: string): string {
  const page = new NormalPage();
  const parser = new Parser({
    onopentag: (name, attributes) => page.open(name, attributes),
    ontext: (text) => page.say(text),
    onclosetag: (name) => page.close(name),
  });
  parser.end(shallow(html));
  return page.out.join('').trim();
}

class NormalPage {
  /** Never an empty piece, so that the last one ends as the whole does. */
  readonly out: string[] = [];
  private pre = 0;
  private raw = 0;
  private isLineStart = true;
  private readonly opened: string[] = [];

  open(name: string, attributes: Record<string, string>): void {
    this.opened.push(name);
    if (name === 'pre') this.pre++;
    if (RAW_TAGS.has(name)) this.raw++;
    if (BLOCK_TAGS.has(name) || name === 'br') this.trimSpace();
    const shown = Object.entries(attributes)
      .filter(([key, value]) => !ADDED_ATTRIBUTES.some((isAdded) => isAdded(key, value)))
      .map(([key, value]) => ` ${key}="${escapeText(attributeValue(key, value))}"`)
      .sort();
    this.out.push(`<${name}${shown.join('')}>`);
    if (BLOCK_TAGS.has(name) || name === 'br') this.isLineStart = true;
    else if (name === 'img') this.isLineStart = false;
  }

  say(text: string): void {
    let shown = this.raw > 0 ? text : escapeText(text);
    if (this.pre === 0 && this.raw === 0) {
      shown = shown.replace(/[ \t\r\n\f\u00a0]+/g, ' ');
      if (this.isLineStart || this.out.at(-1)?.endsWith(' ')) shown = shown.replace(/^ /, '');
    }
    if (shown === '') return;
    this.out.push(shown);
    this.isLineStart = false;
  }

  close(name: string): void {
    // A tag that the text breaks off in is closed without having been opened.
    if (this.opened.at(-1) !== name) return;
    this.opened.pop();
    if (VOID_TAGS.has(name)) return;
    if (BLOCK_TAGS.has(name)) this.trimSpace();
    if (name === 'pre') this.pre = Math.max(0, this.pre - 1);
    if (RAW_TAGS.has(name)) this.raw = Math.max(0, this.raw - 1);
    this.out.push(`</${name}>`);
    if (BLOCK_TAGS.has(name)) this.isLineStart = true;
  }

  private trimSpace(): void {
    const last = this.out.at(-1);
    if (this.pre > 0 || !last?.endsWith(' ')) return;
    this.out.pop();
    if (last.length > 1) this.out.push(last.slice(0, -1));
  }
}

function attributeValue(name: string, value: string): string {
  const words = value.trim().split(/\s+/);
  if (name === 'class') return words.sort().join(' ');
  if (name === 'style') return declarations(value);
  return value.trim();
}

function declarations(style: string): string {
  return style
    .split(';')
    .map((declaration) =>
      declaration
        .toLowerCase()
        .split(':')
        .map((part) => part.trim().split(/\s/).join(' '))
        .join(':'),
    )
    .filter((declaration) => declaration !== '')
    .sort()
    .join(';');
}

const ADDRESS_ATTRIBUTES = 'href src data poster action formaction background cite longdesc ping xlink:href'.split(' ');
const TEXT_ADDRESS = /(?<![\p{L}\p{N}@])(?:[a-z][a-z0-9+]{1,9}:\/\/|www\.)[^\s<>"'`)\]]{1,2000}/giu;
const MARKDOWN_ADDRESS = /\]\(\s{0,5}([^)\s]{1,2000})|^ {0,3}\[[^\]\n]{1,200}\]:\s{0,5}(\S{1,2000})/gm;
const STYLE_ADDRESS = /url\(\s{0,9}["']?([^"')]{1,2000})/gi;

/**
 * Every address that an article leads to or loads from, in order, each once: links, images, frames, media, forms,
 * styles, and addresses written as text or as markdown. What is in neither attribute nor text is no address.
 */
export function linksAndImages(html: string): string[] {
  const found = new Set<string>();
  let text = '';
  let silent = 0;
  const fromText = () => {
    for (const match of text.matchAll(TEXT_ADDRESS)) found.add(match[0].replace(/[.,;:!?]{1,9}$/, ''));
    for (const match of text.matchAll(MARKDOWN_ADDRESS)) found.add((match[1] ?? match[2])!);
    text = '';
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (BLOCK_TAGS.has(name) || name === 'br') fromText();
      if (SILENT_TAGS.has(name)) silent++;
      for (const key of ADDRESS_ATTRIBUTES) if (attributes[key]) found.add(attributes[key].trim());
      for (const part of (attributes.srcset ?? '').split(',')) if (part.trim()) found.add(part.trim().split(/\s/)[0]!);
      for (const match of (attributes.style ?? '').matchAll(STYLE_ADDRESS)) found.add(match[1]!.trim());
    },
    ontext(chunk) {
      if (silent === 0) text += chunk;
    },
    onclosetag(name) {
      if (BLOCK_TAGS.has(name)) fromText();
      if (SILENT_TAGS.has(name)) silent = Math.max(0, silent - 1);
    },
  });
  parser.end(shallow(html));
  fromText();
  return [...found];
}
