import { z } from 'zod';
import { type ApiRequest, type Permission, param, parseBody, type Route } from '../api.ts';
import { invalid } from '../errors.ts';
import { ticketFields } from '../fields.ts';
import { cursorPage, sizeOf } from '../paging.ts';
import { compileQuery } from '../query.ts';
import { find, type World } from '../world.ts';
import { searchBody } from './conversation-routes.ts';
import { deedOf, idText } from './reply-routes.ts';
import { presentTicket, presentTicketPart, presentTicketState, presentTicketType } from './ticket-json.ts';
import type { Ticket } from './ticket-records.ts';
import { assignTicket, closeTicket, sayInTicket, setTicketState } from './tickets.ts';

export function ticketRoutes(world: World): Route[] {
  const read = 'read_tickets' satisfies Permission;
  const write = 'write_tickets' satisfies Permission;
  const types = () => [...world.ticketTypes.values()].map((type) => presentTicketType(world, type));
  const states = () => [...world.ticketStates.values()].map(presentTicketState);
  return [
    { method: 'POST', path: '/tickets/search', permission: read, handle: (r) => search(world, r) },
    { method: 'GET', path: '/tickets/:id', permission: read, handle: (r) => presentTicket(world, ticketOf(world, r)) },
    { method: 'PUT', path: '/tickets/:id', permission: write, handle: (r) => update(world, r) },
    { method: 'POST', path: '/tickets/:id/reply', permission: write, handle: (r) => reply(world, r) },
    { method: 'GET', path: '/ticket_types', permission: read, handle: () => ({ type: 'list', data: types() }) },
    { method: 'GET', path: '/ticket_states', permission: read, handle: () => ({ type: 'list', data: states() }) },
  ];
}

const ticketOf = (world: World, request: ApiRequest): Ticket =>
  find(world.tickets, param(request, 'id'), 'Ticket not found', 'ticket_not_found');

function search(world: World, request: ApiRequest): unknown {
  const { query, pagination } = parseBody(searchBody, request.body);
  const rows = [...world.tickets.values()].filter(compileQuery(query, ticketFields(world)));
  const perPage = sizeOf(pagination?.per_page, 20, 150);
  const page = cursorPage(rows, { perPage, startingAfter: pagination?.starting_after ?? null });
  const tickets = page.rows.map((row) => presentTicket(world, row));
  return { type: 'ticket.list', pages: page.pages, total_count: page.total, tickets };
}

const replyBody = z.object({
  type: z.literal('admin'),
  message_type: z.enum(['comment', 'note', 'quick_reply']),
  admin_id: idText,
  body: z.string().optional(),
});

function reply(world: World, request: ApiRequest): unknown {
  const wanted = parseBody(replyBody, request.body);
  const row = ticketOf(world, request);
  const deed = deedOf(world, request, wanted.admin_id);
  return presentTicketPart(sayInTicket(world, row, deed, wanted.body ?? '', wanted.message_type === 'note'));
}

const updateBody = z.object({
  ticket_attributes: z.record(z.string(), z.string().nullable()).optional(),
  ticket_state_id: idText.optional(),
  open: z.boolean().optional(),
  is_shared: z.boolean().optional(),
  admin_id: z.number().int().optional(),
  assignee_id: idText.optional(),
});

function update(world: World, request: ApiRequest): unknown {
  const wanted = parseBody(updateBody, request.body);
  const row = ticketOf(world, request);
  const deed = deedOf(world, request, String(wanted.admin_id ?? request.viewer.id));
  const state = wanted.ticket_state_id === undefined ? null : world.ticketStates.get(wanted.ticket_state_id);
  if (state === undefined) throw invalid('ticket_state_id is invalid', 'ticket_state_id');
  if (wanted.ticket_attributes !== undefined) row.attributes = { ...row.attributes, ...wanted.ticket_attributes };
  row.isShared = wanted.is_shared ?? row.isShared;
  if (state !== null) setTicketState(world, row, deed, state.category);
  if (wanted.open === false) closeTicket(world, row, deed);
  if (wanted.assignee_id !== undefined) {
    const type = world.teams.has(wanted.assignee_id) ? 'team' : 'admin';
    assignTicket(world, row, deed, { type, id: wanted.assignee_id });
  }
  row.updatedAt = Math.max(row.updatedAt, deed.at);
  return presentTicket(world, row);
}
