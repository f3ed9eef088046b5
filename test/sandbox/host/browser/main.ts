import type { Boot } from '../contract.ts';
import { api } from './api.ts';
import { add, el } from './dom.ts';
import { NavPane, urlName } from './nav-pane.ts';
import { OpenTicket } from './open-ticket.ts';
import { type Shell, shellOf } from './shell.ts';
import { ticketList } from './ticket-list.ts';
import type { Page } from './zaf/surface.ts';

/** How often the page asks whether anything moved. */
const LOOK_MS = 1500;

const tickets = new Map<number, OpenTicket>();
const panes = new Map<number, NavPane>();
const list = el('div', { class: 'list-pane' });
let revision = -1;

async function start(): Promise<void> {
  const boot = await api.boot();
  const scheme = { now: new URLSearchParams(location.search).get('scheme') ?? 'light' };
  const shell = shellOf(boot, {
    scheme: scheme.now,
    onScheme: (next) => {
      scheme.now = next;
      for (const frame of framesOf()) frame.emit('colorScheme.changed', next);
    },
    onClose: close,
  });
  const page: Page = {
    boot,
    scheme: () => scheme.now,
    notify: shell.notify,
    routeTo: (place, ...more) => routeTo(boot, place, more),
  };
  document.getElementById('desk')?.replaceWith(shell.element);
  add(shell.main, list);
  addEventListener('hashchange', () => void show(shell, page));
  if (location.hash === '' && boot.firstTicket !== null) location.replace(`#/tickets/${boot.firstTicket}`);
  await show(shell, page);
  setInterval(() => void look(shell), LOOK_MS);
}

const framesOf = () => [
  ...[...tickets.values()].flatMap(({ frames }) => frames),
  ...[...panes.values()].map(({ frame }) => frame),
];

async function show(shell: Shell, page: Page): Promise<void> {
  const [, kind = 'tickets', id = '', ...rest] = location.hash.split('/');
  const number = Number(id);
  try {
    if (kind === 'tickets' && id !== '') await openTicket(number, shell, page);
    if (kind === 'apps') openPane(number, shell, page);
  } catch (error) {
    shell.notify((error as Error).message, 'error');
    location.hash = '#/tickets';
    return;
  }
  const isList = kind === 'tickets' && id === '';
  if (isList) list.replaceChildren(ticketList(await api.tickets()));
  list.hidden = !isList;
  for (const ticket of tickets.values()) ticket.activate(kind === 'tickets' && ticket.id === number);
  for (const [app, pane] of panes) pane.activate(kind === 'apps' && app === number);
  if (kind === 'apps' && rest.length > 0) panes.get(number)?.route(rest.join('/'));
  shell.draw([...tickets.values()], location.hash || '#/tickets');
}

async function openTicket(id: number, shell: Shell, page: Page): Promise<void> {
  if (tickets.has(id)) return;
  const ticket = new OpenTicket(await api.ticket(id), page);
  if (tickets.has(id)) return;
  tickets.set(id, ticket);
  add(shell.main, ticket.element);
  ticket.open();
}

function openPane(id: number, shell: Shell, page: Page): void {
  const app = page.boot.apps.find((one) => one.id === id && one.locations.nav_bar);
  if (!app) throw new Error('no such app is installed');
  if (panes.has(id)) return;
  const pane = new NavPane(app, page);
  panes.set(id, pane);
  add(shell.main, pane.element);
  void pane.frame.launch();
}

function close(id: number): void {
  const isShown = location.hash.startsWith(`#/tickets/${id}`);
  tickets.get(id)?.close();
  tickets.delete(id);
  if (isShown) location.hash = '#/tickets';
  else dispatchEvent(new HashChangeEvent('hashchange'));
}

/** `routeTo` of an app: a ticket, or an app that fills the page. */
function routeTo(boot: Boot, place: string, [first, second]: unknown[]): void {
  if (place === 'ticket') location.hash = `#/tickets/${Number(first)}`;
  else if (place === 'nav_bar') {
    const app = boot.apps.find(
      ({ name, locations }) =>
        locations.nav_bar && (first === undefined || [name, urlName(name)].includes(String(first))),
    );
    if (!app) throw new Error(`no app called ${String(first)} stands in the navigation`);
    location.hash = `#/apps/${app.id}${second === undefined || second === '' ? '' : `/${String(second)}`}`;
  } else throw new Error(`routeTo does not know ${place}`);
}

async function look(shell: Shell): Promise<void> {
  try {
    const state = await api.state();
    shell.online(true);
    shell.story(state.story);
    if (state.revision === revision) return;
    revision = state.revision;
    if (!list.hidden) list.replaceChildren(ticketList(await api.tickets()));
    for (const ticket of tickets.values()) await ticket.refresh().catch((error: Error) => gone(ticket, error, shell));
  } catch {
    shell.online(false);
  }
}

function gone(ticket: OpenTicket, error: Error, shell: Shell): void {
  shell.notify(`Ticket ${ticket.id}: ${error.message}`, 'error');
  close(ticket.id);
}

start().catch((error: Error) => {
  document
    .getElementById('desk')
    ?.replaceChildren(el('p', { role: 'alert' }, `The helpdesk could not be opened: ${error.message}`));
});
