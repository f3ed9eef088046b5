import type { Mark, MarkType, Node, NodeType } from 'prosemirror-model';
import type { EditorElement, EditorNode, EditorPiece } from '../../../shared/console/editor.ts';
import { schema } from './schema.ts';

const MARKS: ReadonlyMap<string, MarkType> = new Map([
  ['a', schema.marks.link],
  ['strong', schema.marks.strong],
  ['b', schema.marks.strong],
  ['em', schema.marks.em],
  ['i', schema.marks.em],
  ['code', schema.marks.code],
]);
const BLOCKS: ReadonlyMap<string, NodeType> = new Map([
  ['p', schema.nodes.paragraph],
  ['ul', schema.nodes.bullet_list],
  ['ol', schema.nodes.ordered_list],
  ['li', schema.nodes.list_item],
  ['blockquote', schema.nodes.blockquote],
  ['pre', schema.nodes.code_block],
]);
const HEADING = /^h([2-4])$/;

/** The article as a document of the editor: each outermost block knows its place in `pieces`. */
export function docOf(pieces: readonly EditorPiece[]): Node {
  const blocks = pieces.map(({ known }, source) =>
    known ? blockOf(known, source) : schema.nodes.island.create({ source }),
  );
  return schema.nodes.doc.create(null, blocks.length > 0 ? blocks : [schema.nodes.paragraph.create()]);
}

function blockOf({ tag, attributes, children }: EditorElement, source: number | null): Node {
  const level = HEADING.exec(tag)?.[1];
  if (level) return schema.nodes.heading.create({ attributes, source, level: Number(level) }, inlineOf(children, []));
  const type = BLOCKS.get(tag) ?? schema.nodes.paragraph;
  if (tag === 'pre')
    return type.create({ attributes, source }, children.length > 0 ? [schema.text(children.join(''))] : []);
  if (tag === 'p') return type.create({ attributes, source }, inlineOf(children, []));
  if (tag === 'li') return type.create({ attributes, source }, itemOf(children));
  return type.create(
    { attributes, source },
    children.map((child) => blockOf(child as EditorElement, null)),
  );
}

/** An item's words and the lists within it; an item begins with words, if with none. */
function itemOf(children: readonly EditorNode[]): Node[] {
  const parts: Node[] = [];
  let run: EditorNode[] = [];
  const flush = () => {
    const isEmpty = run.every((child) => typeof child === 'string' && child.trim() === '');
    if (!isEmpty) parts.push(schema.nodes.paragraph.create({ isBare: true }, inlineOf(run, [])));
    run = [];
  };
  for (const child of children) {
    if (typeof child === 'string' || !BLOCKS.has(child.tag)) {
      run.push(child);
      continue;
    }
    flush();
    parts.push(blockOf(child, null));
  }
  flush();
  if (parts[0]?.type !== schema.nodes.paragraph) parts.unshift(schema.nodes.paragraph.create({ isBare: true }));
  return parts;
}

/** White space as a reader sees it, where an editor would show every line break of the source. */
const SPACE = /[ \t\r\n\f]+/g;

function inlineOf(children: readonly EditorNode[], marks: readonly Mark[]): Node[] {
  return children.flatMap((child, i) => {
    if (typeof child === 'string') {
      const shown = child.replace(SPACE, ' ');
      const start = marks.length === 0 && i === 0 ? shown.replace(/^ /, '') : shown;
      const text = marks.length === 0 && i === children.length - 1 ? start.replace(/ $/, '') : start;
      return text === '' ? [] : [schema.text(text, marks)];
    }
    if (child.tag === 'br') return [schema.nodes.hard_break.create(null, null, marks)];
    const mark = (MARKS.get(child.tag) ?? schema.marks.strong).create({ tag: child.tag, attributes: child.attributes });
    return inlineOf(child.children, mark.addToSet(marks));
  });
}
