import type { Boot, Story } from '../contract.ts';
import { api } from './api.ts';
import { moment } from './conversation.ts';
import { add, el } from './dom.ts';
import type { OpenTicket } from './open-ticket.ts';
import { tourOf } from './tour.ts';

const NOTICE_MS = 6000;

export interface Shell {
  element: HTMLElement;
  main: HTMLElement;
  notify: (words: string, kind: string) => void;
  online: (isOnline: boolean) => void;
  /** How far what is played has come. */
  story: (story: Story | null) => void;
  /** The tabs, and which place is shown. */
  draw: (tickets: OpenTicket[], hash: string) => void;
}

/** The frame around everything: navigation at the left, tabs and the person at the top. */
export function shellOf(
  boot: Boot,
  options: { scheme: string; onScheme: (scheme: string) => void; onClose: (ticket: number) => void },
): Shell {
  const main = el('main', { id: 'main', tabindex: '-1' });
  const tabs = el('nav', { class: 'tabs', 'aria-label': 'Open tickets' });
  const notices = el('div', { class: 'notices', role: 'status' });
  const offline = el(
    'p',
    { class: 'offline', role: 'alert', hidden: true },
    'The helpdesk does not answer. Is it still running?',
  );
  const rail = el(
    'nav',
    { class: 'rail', 'aria-label': 'Places' },
    el('a', { href: '#/tickets' }, sign('▤'), 'Tickets'),
    boot.apps
      .filter(({ locations }) => locations.nav_bar)
      .map((app) => el('a', { href: `#/apps/${app.id}` }, sign(app.name[0] ?? '•'), app.name)),
    boot.links.map(({ name, url }) =>
      el('a', { href: url, class: 'away', target: '_blank', rel: 'noopener' }, sign('↗'), name),
    ),
  );
  const bar = el('progress', { max: 1, value: 0, 'aria-label': 'How much of the fortnight has been played' });
  const when = el('span', null);
  const played = el('div', { class: 'story', hidden: true }, bar, when);
  const tour = tourOf(boot);
  tour.element.hidden = true;
  setScheme(options.scheme);
  const element = el(
    'div',
    { class: 'desk' },
    el('a', { class: 'skip', href: '#main', onclick: (event) => skip(event, main) }, 'Skip to content'),
    rail,
    el('header', { class: 'top' }, tabs, played, person(boot, options)),
    tour.element,
    offline,
    main,
    notices,
  );
  return {
    element,
    main,
    online: (isOnline) => {
      offline.hidden = isOnline;
    },
    story: (story) => {
      played.hidden = story === null;
      tour.element.hidden = story === null;
      if (story === null) return;
      tour.story(story);
      bar.value = story.all === 0 ? 0 : story.done / story.all;
      bar.hidden = story.isDone;
      when.textContent = story.isDone ? `${moment(story.at)} · the fortnight is over` : moment(story.at);
    },
    notify: (words, kind) => {
      const notice = el(
        'p',
        { class: `notice ${kind === 'error' || kind === 'alert' ? kind : 'notice-plain'}` },
        words,
      );
      add(notices, notice);
      setTimeout(() => notice.remove(), NOTICE_MS);
    },
    draw: (tickets, hash) => {
      tabs.replaceChildren(...tickets.map((ticket) => tab(ticket, hash, options.onClose)));
      for (const link of rail.querySelectorAll('a'))
        mark(link, hash === link.getAttribute('href') || isBelow(link, hash));
    },
  };
}

const sign = (text: string) => el('span', { class: 'sign', 'aria-hidden': 'true' }, text);
const isBelow = (link: HTMLAnchorElement, hash: string) => hash.startsWith(`${link.getAttribute('href')}/`);

function mark(link: HTMLAnchorElement, isCurrent: boolean): void {
  if (isCurrent) link.setAttribute('aria-current', 'page');
  else link.removeAttribute('aria-current');
}

function tab(ticket: OpenTicket, hash: string, onClose: (ticket: number) => void): HTMLElement {
  const link = el(
    'a',
    { href: `#/tickets/${ticket.id}`, title: ticket.view.subject },
    `#${ticket.id} ${ticket.view.subject}`,
  );
  mark(link, hash === `#/tickets/${ticket.id}`);
  const close = el(
    'button',
    { type: 'button', 'aria-label': `Close ticket ${ticket.id}`, onclick: () => onClose(ticket.id) },
    '×',
  );
  return el('span', { class: 'tab' }, link, close);
}

function skip(event: Event, main: HTMLElement): void {
  event.preventDefault();
  main.focus();
}

function person(boot: Boot, options: { scheme: string; onScheme: (scheme: string) => void }): HTMLElement {
  const people = boot.users.map(({ id, name, roleName }) =>
    el('option', { value: id, selected: id === boot.user.id }, `${name} (${roleName})`),
  );
  const locales = boot.locales.map((one) => el('option', { value: one, selected: one === boot.user.locale }, one));
  const who = el('select', { 'aria-label': 'Who is at work', onchange: () => open({ as: who.value }) }, people);
  const language = el(
    'select',
    { 'aria-label': 'Language', onchange: () => void api.locale(language.value).then(() => window.location.reload()) },
    locales,
  );
  const dark = el(
    'button',
    {
      type: 'button',
      'aria-pressed': String(options.scheme === 'dark'),
      onclick: () => {
        const next = document.documentElement.dataset.scheme === 'dark' ? 'light' : 'dark';
        dark.setAttribute('aria-pressed', String(next === 'dark'));
        setScheme(next);
        history.replaceState(null, '', addressWith({ scheme: next }));
        options.onScheme(next);
      },
    },
    'Dark',
  );
  return el('div', { class: 'person' }, who, language, dark);
}

function setScheme(scheme: string): void {
  document.documentElement.dataset.scheme = scheme;
}

function addressWith(changes: Record<string, string>): string {
  const address = new URL(window.location.href);
  for (const [name, value] of Object.entries(changes)) address.searchParams.set(name, value);
  return String(address);
}

/** Somebody else sits down: the page begins anew. */
function open(changes: Record<string, string>): void {
  window.location.assign(addressWith(changes));
}
