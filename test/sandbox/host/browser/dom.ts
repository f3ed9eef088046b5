import type { TreeNode } from '../tree.ts';

type Child = Node | string | null | false | undefined | Child[];
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/** An element with attributes and children. Texts become text nodes: no markup is ever parsed. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes | null,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  return add(element, children);
}

/** Children put at the end of a node; answers the node. */
export function add<T extends Node>(parent: T, ...children: Child[]): T {
  for (const child of nodes(children))
    parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  return parent;
}

function nodes(children: Child[]): (Node | string)[] {
  return children.flatMap((child): (Node | string)[] => {
    if (child === null || child === undefined || child === false) return [];
    return Array.isArray(child) ? nodes(child) : [child];
  });
}

const TAGS = new Set(
  'p h2 h3 h4 ol ul li strong em code pre blockquote table thead tbody tfoot tr th td br a'.split(' '),
);

/** A sanitized body's elements, from the server's tree. Links say where they would lead and lead nowhere. */
export function fromTree(tree: TreeNode[]): (Node | string)[] {
  return tree.flatMap((node): (Node | string)[] => {
    if (typeof node === 'string') return [node];
    if (!TAGS.has(node.tag)) return fromTree(node.children);
    if (node.tag === 'a') return [el('span', { class: 'link', title: node.href ?? '' }, fromTree(node.children))];
    return [el(node.tag as keyof HTMLElementTagNameMap, null, fromTree(node.children))];
  });
}
