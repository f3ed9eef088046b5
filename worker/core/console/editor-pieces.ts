import { parseDocument } from 'htmlparser2';
import type { EditorElement, EditorNode, EditorPiece } from '../../../shared/console/editor.ts';
import { shallow } from '../html/shallow.ts';
import { rendered } from './rendered.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];

/** What may stand in what, for the editor; anything else makes its outermost block one that stays as it is. */
const TEXT = ['#text', 'br', 'strong', 'b', 'em', 'i', 'code', 'a'];
const ITEM = [...TEXT, 'p', 'ul', 'ol'];
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  p: TEXT,
  h2: TEXT,
  h3: TEXT,
  h4: TEXT,
  pre: ['#text'],
  blockquote: ['p', 'ul', 'ol'],
  ul: ['li'],
  ol: ['li'],
  li: ITEM,
  strong: TEXT,
  b: TEXT,
  em: TEXT,
  i: TEXT,
  code: ['#text'],
  a: TEXT,
  br: [],
};
const OUTERMOST: ReadonlySet<string> = new Set(['p', 'h2', 'h3', 'h4', 'pre', 'blockquote', 'ul', 'ol']);

/** Elements whose white space between children means nothing. */
const SPACED: ReadonlySet<string> = new Set(['ul', 'ol', 'blockquote']);

/** The article cut into its outermost blocks, for an editor that leaves every byte of those it is not asked to change. */
export function editorPieces(html: string): EditorPiece[] {
  const nodes = parseDocument(html, { withStartIndices: true, withEndIndices: true }).children.filter(hasContent);
  return nodes.map((node, i) => {
    const [from, to] = [i === 0 ? 0 : (node.startIndex ?? 0), (node.endIndex ?? 0) + 1];
    const next = nodes[i + 1]?.startIndex ?? html.length;
    const own = html.slice(from, to);
    return { html: own, tail: html.slice(to, next), known: knownBlock(node, own), shown: rendered(own) };
  });
}

/** Comments and white space between blocks belong to the block before them. */
function hasContent(node: Node): boolean {
  return 'attribs' in node || (node.type === 'text' && 'data' in node && node.data.trim() !== '');
}

function knownBlock(node: Node, own: string): EditorElement | null {
  if (!('attribs' in node) || !OUTERMOST.has(node.name) || shallow(own) !== own) return null;
  return knownElement(node);
}

function knownElement(node: Extract<Node, { attribs: unknown }>): EditorElement | null {
  const allowed = CHILDREN[node.name];
  if (!allowed) return null;
  const children: EditorNode[] = [];
  for (const child of node.children) {
    if (SPACED.has(node.name) && !hasContent(child)) continue;
    const known = allowed.includes('attribs' in child ? child.name : '#text') ? knownNode(child) : null;
    if (known === null) return null;
    children.push(known);
  }
  if (SPACED.has(node.name) && children.length === 0) return null;
  return { tag: node.name, attributes: { ...node.attribs }, children };
}

function knownNode(node: Node): EditorNode | null {
  if ('attribs' in node) return knownElement(node);
  return node.type === 'text' && 'data' in node ? node.data : null;
}
