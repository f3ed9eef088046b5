import { createHash } from 'node:crypto';
import { DomUtils, parseDocument } from 'htmlparser2';
import { sanitizeBody } from '../../html.ts';

const RENAMED: Record<string, string> = { strong: 'b', em: 'i', h3: 'h2', h4: 'h2', h5: 'h2', h6: 'h2', th: 'td' };
const BLOCKS = new Set('p h1 h2 ul ol li table tbody tr td div blockquote pre hr figure iframe video'.split(' '));
const HOLDS_PARAGRAPHS = new Set(['li', 'td']);
const IMAGES = 'https://downloads.intercomcdn.com/';

type Parent = ReturnType<typeof parseDocument>;
type Node = Parent['children'][number];
type Element = Extract<Node, { attribs: unknown }>;

/**
 * HTML as Intercom stores it. Put together from its page of supported HTML (h1 and h2, all other headings become h2) and
 * from the tests and exports of public sync tools: `b` and `i`, a class on every paragraph, the text of items and cells in
 * paragraphs, tables without a head in a container, links that open a new window, pictures on its own host in containers,
 * an empty paragraph before a heading and around a table, ids on headings, attributes in another order. What is stored so
 * comes back unchanged.
 */
export function storedHtml(html: string): string {
  const page = parseDocument(sanitizeBody(html));
  rewrite(page);
  wrapLoose(page, true);
  page.children = page.children.flatMap((node, i, all) => spaced(page, node, all[i - 1], all[i + 1]));
  return DomUtils.getInnerHTML(page as never, { encodeEntities: 'utf8', selfClosingTags: false });
}

function isElement(node: Node | undefined): node is Element {
  return node !== undefined && 'attribs' in node;
}

const isBlank = (node: Node | undefined): boolean =>
  node !== undefined && !isElement(node) && 'data' in node && node.data.trim() === '';
const isBlock = (node: Node | undefined): boolean => isElement(node) && (BLOCKS.has(node.name) || node.name === 'img');

/** A new element of one's own: parsed, since nodes are made by the parser alone. */
function made(html: string, children: Node[] = []): Element {
  const element = parseDocument(html).children[0] as Element;
  element.children = children as Element['children'];
  return element;
}

function rewrite(parent: Parent | Element): void {
  for (const node of parent.children as Node[]) {
    if (!isElement(node)) continue;
    node.name = RENAMED[node.name] ?? node.name;
    if (node.name !== 'pre') rewrite(node);
    node.attribs = attributesOf(node);
    if (HOLDS_PARAGRAPHS.has(node.name)) wrapLoose(node, false);
  }
  parent.children = (parent.children as Node[]).flatMap((node) => reshaped(node, parent)) as Parent['children'];
}

function attributesOf(node: Element): Record<string, string> {
  const { attribs } = node;
  const all: Record<string, string> = { ...attribs };
  if (node.name === 'p' && all.class === undefined) all.class = 'no-margin';
  if (node.name === 'a' && all.href !== undefined) {
    all.target = '_blank';
    all.rel = 'nofollow noopener noreferrer';
  }
  if (/^h[12]$/.test(node.name)) all.id ??= `h_${hash(DomUtils.textContent(node as never))}`;
  if (node.name === 'table') all.role = 'presentation';
  if (node.name === 'img') all.src = hosted(all.src ?? '');
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A table gets its container and loses its head; a picture gets its container; a paragraph is parted by its pictures. */
function reshaped(node: Node, parent: Parent | Element): Node[] {
  if (!isElement(node)) return [node];
  const isHeld = 'attribs' in parent && /intercom-(?:interblocks-table-)?container/.test(parent.attribs.class ?? '');
  if (node.name === 'table') {
    const rows = DomUtils.getElementsByTagName('tr', node as never, true) as unknown as Node[];
    node.children = [made('<tbody></tbody>', rows)] as Element['children'];
    return isHeld ? [node] : [made('<div class="intercom-interblocks-table-container"></div>', [node])];
  }
  if (node.name === 'img' && !isHeld && !('attribs' in parent && ['p', 'a'].includes(parent.name)))
    return [made('<div class="intercom-container"></div>', [node])];
  if (node.name !== 'p') return [node];
  const parts: Node[] = [];
  for (const child of node.children as Node[])
    if (isElement(child) && child.name === 'img') parts.push(made('<div class="intercom-container"></div>', [child]));
    else if (isElement(parts.at(-1)) && (parts.at(-1) as Element).name === 'p')
      (parts.at(-1) as Element).children.push(child as never);
    else parts.push(made('<p class="no-margin"></p>', [child]));
  return parts.length > 1 || parts.some((part) => isElement(part) && part.name === 'div') ? parts : [node];
}

/** Runs of text and inline elements become paragraphs; white space between blocks goes. */
function wrapLoose(parent: Parent | Element, isRoot: boolean): void {
  const out: Node[] = [];
  let run: Node[] = [];
  const flush = () => {
    if (run.some((node) => !isBlank(node))) out.push(made('<p class="no-margin"></p>', run));
    run = [];
  };
  for (const node of parent.children as Node[])
    if (isBlock(node)) {
      flush();
      out.push(node);
    } else run.push(node);
  flush();
  if (out.length > 0 || isRoot) parent.children = out as Parent['children'];
}

function spaced(page: Parent, node: Node, before: Node | undefined, after: Node | undefined): Node[] {
  const isTable = isElement(node) && (node.attribs.class ?? '') === 'intercom-interblocks-table-container';
  const isHeading = isElement(node) && /^h[12]$/.test(node.name);
  const empty = () => made('<p class="no-margin"></p>');
  const head = (isTable || isHeading) && before !== undefined && !isEmpty(before) ? [empty()] : [];
  const isBeforeHeading = isElement(after) && /^h[12]$/.test(after.name);
  const tail =
    isTable && after !== undefined && !isEmpty(after) && !isBeforeHeading && !isTableNode(after) ? [empty()] : [];
  return page.children.length === 1 ? [node] : [...head, node, ...tail];
}

const isTableNode = (node: Node): boolean =>
  isElement(node) && (node.attribs.class ?? '') === 'intercom-interblocks-table-container';

function isEmpty(node: Node): boolean {
  return (
    isElement(node) &&
    node.name === 'p' &&
    DomUtils.textContent(node as never).trim() === '' &&
    node.children.length === 0
  );
}

/** A picture of another host is copied to the vendor's own, under its name. */
function hosted(src: string): string {
  const url = URL.parse(src);
  if (url === null || src.startsWith(IMAGES)) return src;
  return `${IMAGES}i/o/${hash(src)}/${url.pathname.slice(url.pathname.lastIndexOf('/') + 1)}`;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);
