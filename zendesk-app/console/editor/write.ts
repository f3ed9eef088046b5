import type { Mark, Node } from 'prosemirror-model';
import type { EditorPiece } from '../../../shared/console/editor.ts';
import { docOf } from './read.ts';

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bullet_list: 'ul',
  ordered_list: 'ol',
  list_item: 'li',
  blockquote: 'blockquote',
  code_block: 'pre',
};
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
};
const escaped = (text: string): string => text.replace(/[&<>"\u00a0]/g, (sign) => SIGNS[sign] ?? sign);

/** The document as HTML. A block that was not changed has its stored bytes, wherever it was moved to. */
export function htmlOf(doc: Node, pieces: readonly EditorPiece[]): string {
  const stored = docOf(pieces);
  const begun = new Set<number>();
  return doc.children
    .map((block) => {
      const source: number | null = block.attrs.source;
      const piece = source === null ? undefined : pieces[source];
      if (source === null || !piece) return written(block);
      const isFirst = !begun.has(source);
      begun.add(source);
      const html = block.eq(stored.child(source)) ? piece.html : written(isFirst ? block : withoutId(block));
      return html + piece.tail;
    })
    .join('');
}

/** The second half of a block that was split: an id names one element of a page. */
function withoutId(block: Node): Node {
  const { id: _, ...attributes } = block.attrs.attributes ?? {};
  return block.type.create({ ...block.attrs, attributes }, block.content, block.marks);
}

function written(node: Node): string {
  if (node.type.name === 'island') return '';
  if (node.isTextblock) {
    const words = inline(node.children);
    return node.attrs.isBare ? words : element(tagOf(node), node.attrs.attributes, words);
  }
  return element(tagOf(node), node.attrs.attributes, node.children.map(written).join(''));
}

function tagOf(node: Node): string {
  return node.type.name === 'heading' ? `h${node.attrs.level}` : (TAGS[node.type.name] ?? 'p');
}

function element(tag: string, attributes: Record<string, string>, inside: string): string {
  return `${opening(tag, attributes)}${inside}</${tag}>`;
}

function opening(tag: string, attributes: Record<string, string>): string {
  const own = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${tag}${own.join('')}>`;
}

/** Marks are opened in their order and closed where the next piece of text has them no more. */
function inline(nodes: readonly Node[]): string {
  let html = '';
  let open: readonly Mark[] = [];
  const close = (until: number) => {
    for (const mark of open.slice(until).toReversed()) html += `</${mark.attrs.tag}>`;
    open = open.slice(0, until);
  };
  for (const node of nodes) {
    const same = open.findIndex((mark, i) => !node.marks[i]?.eq(mark));
    close(same < 0 ? open.length : same);
    for (const mark of node.marks.slice(open.length)) html += opening(mark.attrs.tag, mark.attrs.attributes);
    open = node.marks;
    html += node.isText ? escaped(node.text ?? '') : '<br>';
  }
  close(0);
  return html;
}
