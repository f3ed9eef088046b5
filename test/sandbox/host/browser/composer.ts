import { add, el } from './dom.ts';
import { inertNodes } from './rich-text.ts';

export type CommentType = 'publicReply' | 'internalNote';

/** Where the agent writes: rich text, as a public reply or an internal note. */
export class Composer {
  readonly element: HTMLElement;
  readonly #editor: HTMLElement;
  readonly #toggles: Record<CommentType, HTMLButtonElement>;
  readonly #tell: (event: string, message: unknown) => void;
  #type: CommentType = 'publicReply';
  #caret: Range | null = null;

  constructor(options: { isLight: boolean; tell: (event: string, message: unknown) => void }) {
    this.#tell = options.tell;
    this.#editor = el('div', {
      class: 'editor',
      contenteditable: 'true',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Public reply',
      tabindex: 0,
      oninput: () => this.#changed(),
    });
    document.addEventListener('selectionchange', () => this.#keepCaret());
    const toggle = (type: CommentType, words: string) =>
      el('button', { type: 'button', onclick: () => this.setType(type) }, words);
    this.#toggles = {
      publicReply: toggle('publicReply', 'Public reply'),
      internalNote: toggle('internalNote', 'Internal note'),
    };
    this.#toggles.publicReply.disabled = options.isLight;
    const kinds = el(
      'div',
      { class: 'kinds', role: 'group', 'aria-label': 'Kind of comment' },
      Object.values(this.#toggles),
    );
    this.element = el('div', { class: 'composer' }, kinds, this.#editor);
    this.#show(options.isLight ? 'internalNote' : 'publicReply');
  }

  get type(): CommentType {
    return this.#type;
  }

  get channelName(): string {
    return this.#type === 'publicReply' ? 'email' : 'internal';
  }

  /** What stands in the editor, as HTML; empty where nothing does. */
  get html(): string {
    return this.#editor.textContent?.trim() === '' ? '' : this.#editor.innerHTML;
  }

  setType(type: string): void {
    if (type !== 'publicReply' && type !== 'internalNote') throw new Error(`${type} is no type of comment`);
    if (this.#toggles[type].disabled) throw new Error('this person writes internal notes only');
    if (type === this.#type) return;
    this.#show(type);
    this.#tell('comment.type.changed', type);
  }

  /** HTML (plain text included) where the caret last stood, else at the end. */
  insert(html: string): void {
    const range = this.#caret ?? this.#end();
    range.deleteContents();
    const nodes = inertNodes(html);
    const last = nodes.at(-1);
    const fragment = document.createDocumentFragment();
    add(fragment, nodes);
    range.insertNode(fragment);
    if (last) range.setStartAfter(last);
    range.collapse(true);
    this.#caret = range;
    this.#editor.focus();
    this.#changed();
  }

  append(html: string): void {
    add(this.#editor, inertNodes(html));
    this.#changed();
  }

  appendText(text: string): void {
    add(
      this.#editor,
      text.split('\n').flatMap((line, i) => (i === 0 ? [line] : [el('br', null), line])),
    );
    this.#changed();
  }

  replace(html: string): void {
    this.#caret = null;
    this.#editor.replaceChildren(...inertNodes(html));
    this.#changed();
  }

  #show(type: CommentType): void {
    this.#type = type;
    for (const [name, button] of Object.entries(this.#toggles))
      button.setAttribute('aria-pressed', String(name === type));
    this.#editor.setAttribute('aria-label', type === 'publicReply' ? 'Public reply' : 'Internal note');
    this.#editor.dataset.type = type;
  }

  #changed(): void {
    this.#tell('comment.text.changed', this.html);
  }

  #keepCaret(): void {
    const selection = document.getSelection();
    if (!selection?.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (this.#editor.contains(range.commonAncestorContainer)) this.#caret = range.cloneRange();
  }

  #end(): Range {
    const range = document.createRange();
    range.selectNodeContents(this.#editor);
    range.collapse(false);
    return range;
  }
}
