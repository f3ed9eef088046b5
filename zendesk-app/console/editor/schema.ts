import { type DOMOutputSpec, type MarkSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model';

/** Attributes of the source, kept through an edit; `source` is the place of the outermost block that a node came from. */
const KEPT = { attributes: { default: {} }, source: { default: null } };
const hole = (tag: string): DOMOutputSpec => [tag, 0];

const block = (content: string, tag: string, more: Partial<NodeSpec> = {}): NodeSpec => ({
  content,
  attrs: KEPT,
  parseDOM: [{ tag }],
  toDOM: () => hole(tag),
  ...more,
});

const nodes = {
  doc: { content: '(flow | island)+' },
  /** `isBare`: an item's words that stand in no paragraph of their own. */
  paragraph: block('inline*', 'p', { group: 'flow', attrs: { ...KEPT, isBare: { default: false } } }),
  heading: block('inline*', 'h2', {
    group: 'flow',
    attrs: { ...KEPT, level: { default: 2 } },
    defining: true,
    parseDOM: [2, 3, 4].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    toDOM: (node) => hole(`h${node.attrs.level}`),
  }),
  bullet_list: block('list_item+', 'ul', { group: 'flow' }),
  ordered_list: block('list_item+', 'ol', { group: 'flow' }),
  list_item: block('paragraph (paragraph | bullet_list | ordered_list)*', 'li', { defining: true }),
  blockquote: block('(paragraph | bullet_list | ordered_list)+', 'blockquote', { group: 'flow', defining: true }),
  code_block: block('text*', 'pre', { group: 'flow', code: true, marks: '', defining: true }),
  /** A block that the editor doesn't know: it can be chosen and taken out, not changed. */
  island: {
    atom: true,
    selectable: true,
    attrs: { source: {} },
    toDOM: (node: Node): DOMOutputSpec => [
      'div',
      { 'data-island': String(node.attrs.source), contenteditable: 'false' },
    ],
  },
  hard_break: {
    group: 'inline',
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: (): DOMOutputSpec => ['br'],
  },
  text: { group: 'inline' },
} satisfies Record<string, NodeSpec>;

const mark = (tags: string[], more: Partial<MarkSpec> = {}): MarkSpec => ({
  attrs: { tag: { default: tags[0] }, attributes: { default: {} } },
  parseDOM: tags.map((tag) => ({ tag, attrs: { tag } })),
  toDOM: (one) => hole(one.attrs.tag),
  ...more,
});

const marks = {
  link: mark(['a'], { inclusive: false, toDOM: (one) => ['a', { title: one.attrs.attributes.href ?? '' }, 0] }),
  strong: mark(['strong', 'b']),
  em: mark(['em', 'i']),
  code: mark(['code'], { code: true }),
};

/** What the editor knows of an article: what {@link EditorElement} may hold, and islands. */
export const schema = new Schema({ nodes, marks });
