import { presentOrganization, presentUser } from '../access/users.ts';
import { type ApiRequest, ok, type Route } from '../api.ts';
import { ApiError } from '../errors.ts';
import { paginate } from '../paging.ts';
import { STATUSES, type Ticket } from '../records.ts';
import type { World } from '../world.ts';
import { presentTicket } from './ticket-json.ts';

const MAX_RESULTS = 1000;

/**
 * A small part of the vendor's query language: `type:`, `status` `tags` `requester` `organization` `assignee` with
 * `:`, `status` `created` `updated` with `<` and `>`, and words that must all occur. Offset paging, 1,000 results.
 */
export function searchRoutes(world: World): Route[] {
  return [{ method: 'GET', path: '/api/v2/search', resource: null, role: 'agent', handle: (r) => search(world, r) }];
}

function search(world: World, request: ApiRequest) {
  const query = request.query.get('query');
  if (query === null || query.trim() === '')
    throw new ApiError(400, { error: 'invalid', description: 'Invalid search: query is required' });
  const terms = query.match(/[a-z_]+[:<>]=?"[^"]*"|[a-z_]+[:<>]\S+|"[^"]*"|\S+/gi) ?? [];
  const type = terms.find((term) => term.startsWith('type:'))?.slice('type:'.length);
  const others = terms.filter((term) => !term.startsWith('type:'));
  const tickets = type === undefined || type === 'ticket' ? ticketsWith(world, others) : [];
  const sortBy = request.query.get('sort_by');
  const sign = request.query.get('sort_order') === 'asc' ? 1 : -1;
  if (sortBy === 'created_at') tickets.sort((a, b) => sign * (a.createdAt - b.createdAt));
  else if (sortBy === 'updated_at') tickets.sort((a, b) => sign * (a.updatedAt - b.updatedAt));
  const words = others.filter((term) => !/[:<>]/.test(term)).map((word) => word.replaceAll('"', '').toLowerCase());
  const matches = (text: string): boolean =>
    words.length === others.length && words.every((word) => text.toLowerCase().includes(word));
  const users = type === 'user' ? [...world.users.values()].filter((u) => matches(`${u.name} ${u.email ?? ''}`)) : [];
  const organizations = type === 'organization' ? [...world.organizations.values()].filter((o) => matches(o.name)) : [];
  const results = [
    ...tickets.map((ticket) => () => ({ ...presentTicket(world, ticket), result_type: 'ticket' })),
    ...users.map((user) => () => ({ ...presentUser(world, user), result_type: 'user' })),
    ...organizations.map((o) => () => ({ ...presentOrganization(world, o), result_type: 'organization' })),
  ];
  const { rows, envelope } = paginate(results.slice(0, MAX_RESULTS), request);
  return ok({ results: rows.map((present) => present()), facets: null, ...envelope });
}

function ticketsWith(world: World, terms: string[]): Ticket[] {
  const live = [...world.tickets.values()].filter((ticket) => ticket.gone === null);
  return live.filter((ticket) => terms.every((term) => ticketMatches(world, ticket, term)));
}

function ticketMatches(world: World, ticket: Ticket, term: string): boolean {
  const parsed = /^([a-z_]+)([:<>]=?)"?([^"]*)"?$/i.exec(term);
  if (parsed === null) {
    const word = term.replaceAll('"', '').toLowerCase();
    return `${ticket.subject} ${ticket.comments.map((comment) => comment.text).join(' ')}`.toLowerCase().includes(word);
  }
  const [, field = '', operator = '', value = ''] = parsed;
  switch (field) {
    case 'status':
      return compare(STATUSES.indexOf(ticket.status), operator, (STATUSES as readonly string[]).indexOf(value));
    case 'created':
      return compare(ticket.createdAt, operator, Date.parse(value));
    case 'updated':
      return compare(ticket.updatedAt, operator, Date.parse(value));
    case 'tags':
      return ticket.tags.includes(value);
    case 'requester':
      return String(ticket.requesterId) === value || world.users.get(ticket.requesterId)?.email === value;
    case 'assignee':
      return String(ticket.assigneeId) === value;
    case 'organization':
      return String(ticket.organizationId) === value;
    default:
      return false;
  }
}

function compare(actual: number, operator: string, wanted: number): boolean {
  if (operator === '<') return actual < wanted;
  if (operator === '<=') return actual <= wanted;
  if (operator === '>') return actual > wanted;
  if (operator === '>=') return actual >= wanted;
  return actual === wanted;
}
