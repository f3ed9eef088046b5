import type { RenderedNode } from '../../../shared/console/change.ts';

/** Blocks that a reader sees as one line. */
const LINES: ReadonlySet<string> = new Set(['p', 'li', 'h2', 'h3', 'h4', 'pre', 'td', 'th', 'blockquote']);

/** The lines that a reader sees of a rendered text, without their formatting. */
export function linesIn(nodes: readonly RenderedNode[]): string[] {
  const texts: string[] = [];
  let line = '';
  const flush = () => {
    if (line.trim() !== '') texts.push(line.trim());
    line = '';
  };
  const walk = (node: RenderedNode) => {
    if (typeof node === 'string') line += node;
    else {
      if (LINES.has(node.tag)) flush();
      node.children.forEach(walk);
      if (LINES.has(node.tag)) flush();
    }
  };
  nodes.forEach(walk);
  flush();
  return texts;
}
