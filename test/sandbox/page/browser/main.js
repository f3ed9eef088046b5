import { activity } from './activity.js';
import { load } from './api.js';
import { conversations } from './conversations.js';
import { el, fill } from './dom.js';
import { helpCenter } from './help-center.js';
import { empty, moment } from './parts.js';
import { review } from './review.js';

const VIEWS = { conversations, review, help: helpCenter, activity };
const EVERY_MS = 1000;
const byId = (id) => document.getElementById(id);
const main = byId('main');
let shown = { revision: -1, hash: '' };
let panes = null;

function route() {
  const [, name = '', id = ''] = location.hash.split('/');
  return { name: name in VIEWS ? name : 'conversations', id };
}

function layout(name) {
  if (panes?.name === name) return panes;
  const view = VIEWS[name];
  const list = el('nav', { class: 'list', 'aria-label': view.name ?? name });
  const detail = el('div', { class: 'detail', tabindex: '-1' });
  main.replaceChildren(...(view.whole ? [detail] : [list, detail]));
  main.className = view.whole ? 'whole' : 'split';
  for (const link of document.querySelectorAll('.tabs a')) {
    if (link.getAttribute('href') === `#/${name}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  panes = { name, list, detail };
  return panes;
}

async function draw() {
  const { name, id } = route();
  const view = VIEWS[name];
  const data = await load(view.list);
  const { list, detail } = layout(name);
  if (view.whole) return fill(detail, JSON.stringify(data), () => view.whole(data));
  main.classList.toggle('has-choice', id !== '');
  fill(list, JSON.stringify([data, id]), () => listOf(view, name, data, id));
  if (detail.dataset.id !== id) list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  if (id === '') return fill(detail, 'none', () => (data.length === 0 ? '' : view.choose()));
  const one = view.detail ? await load(view.detail(id)) : data.find((item) => view.id(item) === id);
  if (route().id !== id) return;
  const back = el('p', { class: 'back' }, el('a', { href: `#/${name}` }, '← Back to the list'));
  if (!one)
    return fill(detail, `gone ${id}`, () => [
      back,
      empty('This is decided', 'It no longer waits. Activity tells what became of it.'),
    ]);
  if (detail.dataset.id !== id) detail.scrollTop = 0;
  detail.dataset.id = id;
  fill(detail, JSON.stringify(one), () => [back, view.show(one, decided)].flat(5).filter(Boolean));
}

function listOf(view, name, data, chosen) {
  if (data.length === 0) return view.none();
  const items = data.map((row) => {
    const { id, content } = view.item(row);
    return el('li', null, el('a', { href: `#/${name}/${id}`, 'aria-current': id === chosen ? 'true' : null }, content));
  });
  return el('ul', null, items);
}

/** After a decision: say so, and show the queue to whoever still waits there. */
function decided(words) {
  note(words);
  if (route().name === 'review') location.hash = '#/review';
}

let noteTimer = 0;
function note(words) {
  clearTimeout(noteTimer);
  byId('notice').textContent = words;
  byId('notice').hidden = words === '';
  if (words !== '') noteTimer = setTimeout(() => note(''), 6000);
}

function status(state) {
  byId('bar').value = state.all === 0 ? 0 : state.done / state.all;
  byId('moment').textContent = state.isDone ? `The fortnight is over · ${moment(state.at)}` : moment(state.at);
  byId('account').textContent = state.product;
  byId('waiting').textContent = String(state.counts.waiting);
  byId('waiting').hidden = state.counts.waiting === 0;
}

let isDrawing = false;
let lost = 0;
async function look() {
  if (isDrawing) return;
  isDrawing = true;
  try {
    const state = await load('state');
    status(state);
    if (lost > 0) note('');
    lost = 0;
    if (state.revision !== shown.revision || location.hash !== shown.hash) {
      shown = { revision: state.revision, hash: location.hash };
      await draw();
    }
  } catch (error) {
    lost += 1;
    note(error instanceof TypeError ? 'The sandbox does not answer. Is it still running?' : error.message);
  } finally {
    isDrawing = false;
  }
}

addEventListener('hashchange', async () => {
  await look();
  if (route().id !== '') panes?.detail.focus({ preventScroll: true });
});
setInterval(look, EVERY_MS);
look();
