import { add, el } from '../../host/browser/dom.ts';
import type { Boot, ConversationView } from '../contract.ts';
import { api } from './api.ts';
import { createAppPane } from './app-pane.ts';

const LOOK_EVERY_MS = 1_000;
/** In which the app can be asked for its card. */
const LANGUAGES = ['en', 'de', 'es', 'fr', 'ja', 'pt-BR'];

const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** Draws the Inbox: who is there, the conversations, one of them with a composer, and the app beside it. */
async function start(root: HTMLElement): Promise<void> {
  const boot = await api.boot();
  const list = el('ul', { class: 'conversations' });
  const thread = el('ol', { class: 'thread' });
  const title = el('h1', null, 'Choose a conversation');
  const composer = createComposer();
  const app = createAppPane();
  let open: string | null = null;

  async function drawList(): Promise<void> {
    const rows = await api.conversations();
    list.replaceChildren(
      ...rows.map((row) =>
        el(
          'li',
          null,
          el(
            'a',
            { href: `#${row.id}`, 'aria-current': row.id === open ? 'true' : null },
            el('strong', null, row.contact),
            el('span', null, row.title),
          ),
        ),
      ),
    );
  }

  function drawThread({ title: words, parts }: ConversationView): void {
    title.textContent = words;
    thread.replaceChildren(
      ...parts.map((part) =>
        el(
          'li',
          { class: part.isNote ? 'note' : part.kind },
          el('p', { class: 'by' }, `${part.author}${part.isNote ? ' · note' : ''} · ${clock.format(part.at)}`),
          el('p', { class: 'said' }, part.text),
        ),
      ),
    );
  }

  function createComposer() {
    const text = el('textarea', { rows: 3, 'aria-label': 'Write to the customer', placeholder: 'Write a reply' });
    const send = async (isNote: boolean) => {
      if (open === null || text.value.trim() === '') return;
      drawThread(await api.say(open, text.value, isNote));
      text.value = '';
    };
    const close = async () => {
      if (open !== null) drawThread(await api.close(open));
    };
    const button = (label: string, act: () => Promise<void>) =>
      el('button', { type: 'button', class: 'button', onclick: () => void act() }, label);
    const buttons = [button('Send', () => send(false)), button('Note', () => send(true)), button('Close', close)];
    return el('div', { class: 'composer' }, text, buttons);
  }

  async function choose(): Promise<void> {
    const id = location.hash.slice(1);
    if (id === '' || id === open) return;
    open = id;
    drawThread(await api.conversation(id));
    await Promise.all([drawList(), app.open(id)]);
  }

  root.replaceChildren(
    header(boot),
    el('nav', { 'aria-label': 'Conversations' }, list),
    el('main', null, title, thread, composer),
    app.pane,
  );
  await drawList();
  await choose();
  addEventListener('hashchange', () => void choose());
  let revision = 0;
  setInterval(async () => {
    const state = await api.state().catch(() => null);
    if (!state || state.revision === revision) return;
    revision = state.revision;
    await drawList();
    if (open !== null) drawThread(await api.conversation(open));
  }, LOOK_EVERY_MS);
}

function header({ workspace, me, teammates, links }: Boot): HTMLElement {
  const who = el(
    'select',
    { 'aria-label': 'Who sits here', onchange: () => turnTo({ as: who.value }) },
    teammates.map(({ id, name }) => el('option', { value: id, selected: id === me.id }, name)),
  );
  const locale = new URLSearchParams(location.search).get('locale') ?? 'en';
  const language: HTMLSelectElement = el(
    'select',
    { 'aria-label': 'Language', onchange: () => turnTo({ locale: language.value }) },
    LANGUAGES.map((one) => el('option', { value: one, selected: one === locale }, one)),
  );
  const others = links.map(({ name, url }) => el('a', { href: url }, name));
  return add(
    el('header', null, el('strong', null, `Inbox · ${workspace.name}`)),
    others,
    el('span', null, who, ' ', language),
  );
}

/** The same page for somebody else, or in another language. */
function turnTo(change: Record<string, string>): void {
  const now = Object.fromEntries(new URLSearchParams(location.search));
  location.replace(`/?${new URLSearchParams({ ...now, ...change })}${location.hash}`);
}

const root = document.getElementById('inbox');
if (root)
  start(root).catch((error: Error) => root.replaceChildren(el('p', { role: 'alert' }, `The Inbox: ${error.message}`)));
