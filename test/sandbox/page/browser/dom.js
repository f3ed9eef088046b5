/** An element with attributes and children. Texts become text nodes: no markup is ever parsed. */
export function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children
      .flat(Number.POSITIVE_INFINITY)
      .filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

const TAGS = new Set(
  'p h2 h3 h4 ol ul li strong em code pre blockquote table thead tbody tfoot tr th td br a'.split(' '),
);

/** Article nodes from the server's tree. Links stay inside: to another article here, or as plain words. */
export function fromTree(nodes) {
  return nodes.map((node) => {
    if (typeof node === 'string') return node;
    if (!TAGS.has(node.tag)) return fromTree(node.children);
    if (node.tag !== 'a') return el(node.tag, null, fromTree(node.children));
    const article = /\/articles\/(\d+)/.exec(node.href ?? '');
    return article
      ? el('a', { href: `#/help/${article[1]}` }, fromTree(node.children))
      : el('span', { class: 'link', title: node.href }, fromTree(node.children));
  });
}

/** Puts content into an element, unless it shows just that already or somebody is typing in it. */
export function fill(element, key, make) {
  if (element.dataset.key === key) return;
  if (element.contains(document.activeElement) && /^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
  const focused = element.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  const scroll = element.scrollTop;
  element.replaceChildren(...[make()].flat(Number.POSITIVE_INFINITY));
  element.dataset.key = key;
  element.scrollTop = scroll;
  if (focused)
    for (const link of element.querySelectorAll('a')) if (link.getAttribute('href') === focused) link.focus();
}
