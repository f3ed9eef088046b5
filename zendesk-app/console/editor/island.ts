import type { NodeViewConstructor } from 'prosemirror-view';
import type { RenderedNode } from '../../../shared/console/change.ts';
import type { EditorPiece } from '../../../shared/console/editor.ts';

/** Shows a block that the editor doesn't know as it looks, built from elements: nothing is parsed as markup. */
export function islandView(pieces: readonly EditorPiece[], label: string): NodeViewConstructor {
  return (node) => {
    const dom = document.createElement('div');
    dom.contentEditable = 'false';
    dom.dataset.island = '';
    dom.title = label;
    dom.setAttribute('role', 'group');
    dom.setAttribute('aria-label', label);
    draw(dom, pieces[node.attrs.source]?.shown ?? []);
    if (dom.textContent === '') dom.textContent = label;
    return { dom };
  };
}

function draw(into: HTMLElement, nodes: readonly RenderedNode[]): void {
  for (const node of nodes) {
    if (typeof node === 'string') {
      into.append(node);
      continue;
    }
    const element = document.createElement(node.tag === 'a' ? 'span' : node.tag);
    draw(element, node.children);
    into.appendChild(element);
  }
}
