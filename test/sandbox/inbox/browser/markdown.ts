import { el } from '../../host/browser/dom.ts';

const MARKS = /\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** The marks that Canvas Kit reads in a text: bold type and links, whatever they lead to. Lines stay lines. */
export function marked(text: string): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKS)) {
    nodes.push(text.slice(from, match.index));
    const [whole, bold, label, href] = match;
    nodes.push(
      bold === undefined ? el('a', { href, target: '_blank', rel: 'noopener' }, label) : el('strong', null, bold),
    );
    from = match.index + whole.length;
  }
  nodes.push(text.slice(from));
  return nodes;
}
