import { parseDocument } from 'htmlparser2';
import { el } from './dom.ts';

const KEPT = new Set('p br b strong i em u ul ol li blockquote code pre h1 h2 h3 h4 hr a div'.split(' '));
const DROPPED = new Set('script style template iframe object embed noscript svg math title textarea'.split(' '));

type Parsed = ReturnType<typeof parseDocument>['children'][number];

/** Markup as the editor takes it in: known elements, no attribute but a link's address, nothing that runs or loads. */
export function inertNodes(html: string): Node[] {
  return parseDocument(html).children.flatMap(inert);
}

function inert(node: Parsed): Node[] {
  if (node.type === 'text' && 'data' in node) return [document.createTextNode(node.data)];
  if (!('attribs' in node) || DROPPED.has(node.name)) return [];
  const children = node.children.flatMap(inert);
  if (!KEPT.has(node.name)) return children;
  const { href } = node.attribs;
  const isSafe = node.name === 'a' && href !== undefined && /^(https?:|mailto:)/i.test(href);
  return [el(node.name as keyof HTMLElementTagNameMap, isSafe ? { href } : null, children)];
}
