import { parseDocument } from 'htmlparser2';
import { escapeText } from '../text/escape.ts';
import { BLOCK_TAGS, SILENT_TAGS } from './plain.ts';
import { shallow } from './shallow.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Element = Extract<Node, { attribs: unknown }>;
type Text = Exclude<Extract<Node, { data: string }>, { name: string }>;
const isTag = (node: Node): node is Element => 'attribs' in node;
const isText = (node: Node): node is Text => node.type === 'text';

/**
 * Why our own serializer: it can only say what stands in the lists below (closed tags, escaped text, one attribute), so
 * what it lets through is the whole of its output, not what is left of its input. It shares the one parser that blocks
 * and plain text are read with, and nothing has to be replaced at bundling: sanitize-html brings a second parser, and
 * postcss, which fails at the start of workerd unless aliased away. The tests hold the output against sanitize-html.
 */
const HEADINGS: Readonly<Record<string, string>> = { h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h4', h6: 'h4' };
const CONTAINERS: Readonly<Record<string, readonly string[]>> = {
  ol: ['li'],
  ul: ['li'],
  table: ['thead', 'tbody', 'tfoot', 'tr'],
  thead: ['tr'],
  tbody: ['tr'],
  tfoot: ['tr'],
  tr: ['th', 'td'],
};
const FLOWS: ReadonlySet<string> = new Set(['li', 'td', 'th', 'blockquote']);
const INLINE: Readonly<Record<string, string>> = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** Every tag that a sanitized article may hold. */
export const ALLOWED_TAGS: ReadonlySet<string> = new Set([
  ...Object.values(HEADINGS),
  ...Object.keys(CONTAINERS),
  ...FLOWS,
  ...Object.values(INLINE),
  'p',
  'pre',
  'a',
  'br',
]);

/** Nesting beyond this is flattened to text: no recursion follows the input's depth. */
const MAX_DEPTH = 40;
const MAX_HREF_CHARS = 2_000;

/**
 * An article made of allowed blocks and marks alone: headings 2 to 4, paragraphs, lists, tables, `pre`, quotes, bold,
 * emphasis, code, line breaks, and links with an https address and no other attribute. Text outside of a block becomes
 * a paragraph. Applied twice it changes nothing the second time. Never throws.
 */
export function sanitizeArticle(html: string): string {
  return blocks(parseDocument(shallow(html)).children, 0);
}

/** The address if it is an absolute https one without credentials or tricks of writing, else null. */
export function safeHref(href: string | undefined): string | null {
  const address = (href ?? '').trim();
  if (address.length > MAX_HREF_CHARS || !/^https:\/\/[^\s\\<>"'`{}\p{C}]+$/iu.test(address)) return null;
  if (!URL.canParse(address)) return null;
  const { username, password } = new URL(address);
  return username === '' && password === '' ? address : null;
}

function blocks(nodes: readonly Node[], depth: number): string {
  let out = '';
  let run: Node[] = [];
  const flush = () => {
    const text = line(run, depth);
    if (text.replace(/<br>/g, '').trim() !== '') out += `<p>${text}</p>`;
    run = [];
  };
  for (const node of nodes) {
    if (!hasBlock(node)) {
      run.push(node);
      continue;
    }
    flush();
    out += block(node, depth + 1);
  }
  flush();
  return out;
}

function block(node: Node, depth: number): string {
  if (!isTag(node)) return '';
  const { name, children } = node;
  if (depth > MAX_DEPTH) return wrap('p', escapeText(textOf(node)).trim());
  const heading = HEADINGS[name];
  if (heading) return wrap(heading, line(children, depth));
  if (name === 'pre') return wrap('pre', escapeText(textOf(node)).replace(/^[\r\n]+/, ''));
  const parts = CONTAINERS[name];
  if (parts) return wrap(name, container(children, parts, name === 'ol' || name === 'ul' ? 'li' : null, depth));
  if (name === 'blockquote') return wrap(name, flow(children, depth));
  return blocks(children, depth);
}

/** Children of a list or table: those that belong; in lists what doesn't becomes an item, in tables it is dropped. */
function container(nodes: readonly Node[], parts: readonly string[], wrapper: string | null, depth: number): string {
  let out = '';
  for (const node of nodes) {
    if (isTag(node) && parts.includes(node.name)) {
      const next = CONTAINERS[node.name];
      const inner = next ? container(node.children, next, null, depth + 1) : flow(node.children, depth + 1);
      if (inner !== '' || node.name === 'td' || node.name === 'th') out += `<${node.name}>${inner}</${node.name}>`;
    } else if (wrapper) out += wrap(wrapper, flow([node], depth + 1));
  }
  return out;
}

/** What stands in a list item, a cell or a quote: marks where that is all, else blocks. */
function flow(nodes: readonly Node[], depth: number): string {
  if (depth > MAX_DEPTH) return escapeText(nodes.map(textOf).join('')).trim();
  const last = nodes.findIndex(hasBlock);
  if (last < 0) return line(nodes, depth);
  const lead = line(nodes.slice(0, last), depth);
  return lead + blocks(nodes.slice(last), depth);
}

const NO_MARKS: ReadonlySet<string> = new Set();

/** Text with marks, without spaces at its ends or doubled where something between them was dropped. */
function line(nodes: readonly Node[], depth: number): string {
  return inline(nodes, depth, NO_MARKS).replace(/ {2,}/g, ' ').trim();
}

function inline(nodes: readonly Node[], depth: number, marks: ReadonlySet<string>): string {
  let out = '';
  for (const node of nodes) {
    if (isText(node)) out += escapeText(node.data.replace(/[ \t\r\n\f]+/g, ' '));
    if (!isTag(node) || SILENT_TAGS.has(node.name)) continue;
    if (node.name === 'br') {
      out += '<br>';
      continue;
    }
    const href = node.name === 'a' ? safeHref(node.attribs.href) : null;
    const mark = href ? 'a' : INLINE[node.name];
    const isNew = mark !== undefined && !marks.has(mark);
    const inner =
      depth > MAX_DEPTH
        ? escapeText(textOf(node))
        : inline(node.children, depth + 1, isNew ? new Set([...marks, mark]) : marks);
    if (!isNew || inner.trim() === '') out += inner;
    else out += href ? `<a href="${escapeText(href)}">${inner}</a>` : `<${mark}>${inner}</${mark}>`;
  }
  return out;
}

function hasBlock(node: Node): boolean {
  const stack: Node[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (!isTag(next) || SILENT_TAGS.has(next.name)) continue;
    if (BLOCK_TAGS.has(next.name)) return true;
    for (const child of next.children) stack.push(child);
  }
  return false;
}

function textOf(node: Node): string {
  let text = '';
  const stack: Node[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (isText(next)) text += next.data;
    else if (isTag(next) && !SILENT_TAGS.has(next.name))
      for (const child of next.children.toReversed()) stack.push(child);
  }
  return text;
}

function wrap(tag: string, inner: string): string {
  return inner.trim() === '' ? '' : `<${tag}>${inner}</${tag}>`;
}
