import { parseDocument } from 'htmlparser2';
import { sanitizeArticle } from '../../../worker/core/html/sanitize.ts';

/** A sanitized article as data: the browser builds elements from it and never parses markup. */
export type TreeNode = string | { tag: string; href?: string; children: TreeNode[] };

type Node = ReturnType<typeof parseDocument>['children'][number];

/** The article's allowed elements and texts. */
export function treeOf(html: string): TreeNode[] {
  return parseDocument(sanitizeArticle(html)).children.flatMap(nodeOf);
}

function nodeOf(node: Node): TreeNode[] {
  if ('attribs' in node) {
    const { href } = node.attribs;
    return [{ tag: node.name, ...(href ? { href } : {}), children: node.children.flatMap(nodeOf) }];
  }
  return node.type === 'text' && 'data' in node ? [node.data] : [];
}
