import { el, fromTree } from './dom.js';
import { chip, chips, diff, empty, section, time } from './parts.js';

const MENDED = { new: 'new, by Mend', changed: 'mended' };

export const helpCenter = {
  list: 'articles',
  detail: (id) => `articles/${id}`,
  name: 'Articles',
  none: () => empty('No articles yet', 'The help center is being read.'),
  choose: () => empty('Choose an article', 'You see it as it stands, and as it stood before.'),
  item: ({ id, title, section: name, mended }) => ({
    id,
    content: [
      el('span', { class: 'title' }, title),
      el('span', { class: 'meta' }, name),
      mended && el('span', { class: 'chips' }, chip(MENDED[mended], 'mended')),
    ],
  }),
  show: ({ title, section: name, labels, tree, versions }) => [
    el('h2', null, title),
    chips(
      chip(name),
      labels.map((label) => chip(label)),
    ),
    versions.length > 1 && section('Versions', versions.toReversed().map(version)),
    section(versions.length > 1 ? 'As it stands' : 'The article', el('article', { class: 'article' }, fromTree(tree))),
  ],
};

function version({ at, by, diff: lines, tree }, i) {
  return el(
    'details',
    { class: 'card', open: i === 0 && lines !== null },
    el('summary', null, time(at), ` — ${lines === null ? 'as Mend first saw it' : `changed by ${by}`}`),
    lines === null ? el('article', { class: 'article' }, fromTree(tree)) : diff(lines),
  );
}
