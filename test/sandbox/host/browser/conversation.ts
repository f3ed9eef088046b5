import type { CommentView, TicketView } from '../contract.ts';
import { el, fromTree } from './dom.ts';
import { statusWords } from './status-words.ts';

/** Event time, as the account's people read it (UTC). */
export function moment(at: number): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
  return new Date(at).toLocaleString('en-GB', { ...options, timeZone: 'UTC' });
}

/** What was said, oldest first, notes set apart. */
export function conversation(view: TicketView): Node[] {
  return [
    el('h1', null, view.subject),
    el('p', { class: 'via' }, `${view.requester} · by ${view.channel} · ${moment(view.createdAt)}`),
    el('ol', { class: 'comments' }, view.comments.map(comment)),
  ];
}

function comment({ author, isPublic, at, tree }: CommentView): HTMLElement {
  const kind = author.role === 'end-user' ? 'customer' : isPublic ? 'agent' : 'note';
  return el(
    'li',
    { class: `comment ${kind}` },
    el('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(author.name)),
    el(
      'div',
      { class: 'said' },
      el(
        'p',
        { class: 'who' },
        el('strong', null, author.name),
        kind === 'note' ? el('span', { class: 'badge' }, 'Internal') : '',
        el('time', null, moment(at)),
      ),
      fromTree(tree),
    ),
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');

/** The ticket's fields, to read. */
export function properties(view: TicketView): Node[] {
  const field = (name: string, value: string | null | undefined) => [
    el('dt', null, name),
    el('dd', null, value || '–'),
  ];
  return [
    el('h2', null, `Ticket #${view.id}`),
    el(
      'dl',
      null,
      field('Status', statusWords(view.status)),
      field('Requester', view.requesterUser.name),
      field('Organization', view.organization?.name),
      field('Assignee', view.assignee?.name),
      field('Group', view.group?.name),
      field('Brand', view.brand?.name),
      field('Priority', view.priority),
      field('Tags', view.tags.join(', ')),
    ),
  ];
}
