import type { TicketRow } from '../contract.ts';
import { moment } from './conversation.ts';
import { el } from './dom.ts';
import { statusWords } from './status-words.ts';

/** Every ticket, the one that moved last first. */
export function ticketList(rows: TicketRow[]): HTMLElement {
  if (rows.length === 0)
    return el(
      'div',
      { class: 'empty' },
      el('h1', null, 'Tickets'),
      el('p', null, 'Nobody has written yet. New tickets appear here as they come.'),
    );
  return el(
    'div',
    { class: 'list' },
    el('h1', null, 'Tickets'),
    el(
      'table',
      null,
      el(
        'thead',
        null,
        el(
          'tr',
          null,
          ['Status', 'Subject', 'Requester', 'Updated'].map((name) => el('th', { scope: 'col' }, name)),
        ),
      ),
      el('tbody', null, rows.map(rowOf)),
    ),
  );
}

function rowOf({ id, subject, status, requester, updatedAt }: TicketRow): HTMLElement {
  return el(
    'tr',
    null,
    el('td', null, el('span', { class: `status ${status}` }, statusWords(status))),
    el('td', null, el('a', { href: `#/tickets/${id}` }, subject || `Ticket ${id}`)),
    el('td', null, requester),
    el('td', { class: 'when' }, moment(updatedAt)),
  );
}
