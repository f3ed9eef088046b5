import { parseDocument } from 'htmlparser2';
import type { Change, RenderedNode } from '../../../shared/console/change.ts';
import { diffOf, excerptOf } from '../html/line-diff.ts';
import { plainText } from '../html/plain.ts';
import { sanitizeArticle } from '../html/sanitize.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];

/** Blocks that are marked where their words are new: the innermost that a reader sees as one. */
const MARKED: ReadonlySet<string> = new Set(['p', 'li', 'h2', 'h3', 'h4', 'pre', 'td', 'th', 'blockquote']);

/** Lines that stay around each change in a comparison. */
const CONTEXT_LINES = 2;

interface Text {
  title: string;
  bodyHtml: string;
}

/** An article as allowed elements and texts, with blocks marked whose words are not among `known`. */
export function rendered(html: string, known: ReadonlySet<string> | null = null): RenderedNode[] {
  return parseDocument(sanitizeArticle(html)).children.flatMap((node) => nodeOf(node, known));
}

/** What a fix changes, as a reader sees it on either side and line by line. */
export function changeOf(before: Text | null, after: Text, terms: readonly string[]): Change {
  const [old, next] = [linesOf(before?.bodyHtml ?? ''), linesOf(after.bodyHtml)];
  return {
    before: before && { title: before.title, body: rendered(before.bodyHtml, next) },
    after: { title: after.title, body: rendered(after.bodyHtml, before ? old : null) },
    lines: excerptOf(diffOf(before?.bodyHtml ?? '', after.bodyHtml), CONTEXT_LINES),
    terms: [...terms],
  };
}

function nodeOf(node: Node, known: ReadonlySet<string> | null): RenderedNode[] {
  if ('attribs' in node) {
    const { href } = node.attribs;
    const children = node.children.flatMap((child) => nodeOf(child, known));
    const isChanged = known !== null && MARKED.has(node.name) && !known.has(folded(ownText(children)));
    return [{ tag: node.name, ...(href ? { href } : {}), ...(isChanged ? { isChanged } : {}), children }];
  }
  return node.type === 'text' && 'data' in node ? [node.data] : [];
}

/** The words that stand in a block itself, without those of blocks within it. */
function ownText(children: RenderedNode[]): string {
  return children
    .map((child) => {
      if (typeof child === 'string') return child;
      return MARKED.has(child.tag) || child.tag === 'ul' || child.tag === 'ol' ? '' : ownText(child.children);
    })
    .join('');
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

function linesOf(html: string): Set<string> {
  const cells = (line: string) => [line, ...line.split(' | ')];
  return new Set(['', ...plainText(html).split('\n').flatMap(cells).map(folded)]);
}
