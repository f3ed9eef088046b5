import { isContact } from '../access/authors.ts';
import { messageHtml } from '../articles/bodies.ts';
import { ApiError, invalid, notFound } from '../errors.ts';
import type { Assignee, Conversation } from '../records.ts';
import { find, type World } from '../world.ts';
import type { Deed } from './parts.ts';
import { presentTicket } from './ticket-json.ts';
import type { Ticket, TicketPart, TicketStateCategory } from './ticket-records.ts';

export interface NewTicket {
  typeId: string;
  title: string | null;
  description: string | null;
  contactIds: string[];
  conversationId: string | null;
}

export function createTicket(world: World, deed: Deed, wanted: NewTicket): Ticket {
  const type = find(world.ticketTypes, wanted.typeId, 'Ticket type not found', 'invalid_ticket_type');
  const row: Ticket = {
    id: world.id(),
    ticketId: world.ticketNumber(),
    typeId: type.id,
    stateId: stateOf(world, 'submitted').id,
    previousStateId: null,
    attributes: { _default_title_: wanted.title, _default_description_: wanted.description },
    contactIds: wanted.contactIds,
    adminAssigneeId: null,
    teamAssigneeId: null,
    isOpen: true,
    isShared: type.category === 'Customer',
    conversationId: wanted.conversationId,
    createdAt: deed.at,
    updatedAt: deed.at,
    parts: [],
  };
  world.tickets.set(row.id, row);
  tellTicket(world, row, deed, 'ticket.created');
  return row;
}

/** Only to a ticket type of category Customer ("Convert a conversation to a ticket"). Its talk comes along. */
export function convertToTicket(world: World, row: Conversation, deed: Deed, typeId: string): Ticket {
  const type = find(world.ticketTypes, typeId, 'Ticket type not found', 'invalid_ticket_type');
  if (type.category !== 'Customer') throw invalid('Ticket type is not a customer ticket type');
  if (row.ticketId !== null) throw new ApiError(400, 'parameter_invalid', 'Conversation is already a ticket');
  const { contactIds } = row;
  const title = row.title ?? row.source.subject;
  const ticket = createTicket(world, deed, { typeId, title, description: null, contactIds, conversationId: row.id });
  ticket.adminAssigneeId = row.adminAssigneeId;
  ticket.teamAssigneeId = row.teamAssigneeId;
  for (const part of row.parts) {
    if (part.body === null) continue;
    const { id, partType, body, createdAt, author, assignedTo, isRedacted, appPackageCode } = part;
    const kept = { id, partType, body, createdAt, author, assignedTo, isRedacted, appPackageCode };
    ticket.parts.push({ ...kept, previousState: null, state: null });
  }
  row.ticketId = ticket.id;
  return ticket;
}

export function sayInTicket(world: World, row: Ticket, deed: Deed, body: string, isNote = false): TicketPart {
  if (body.trim() === '') throw invalid('body is required', 'body');
  const part = appendTicketPart(world, row, deed, isNote ? 'note' : 'comment', { body: messageHtml(body) });
  const replied = isContact(deed.author) ? 'ticket.contact.replied' : 'ticket.admin.replied';
  tellTicket(world, row, deed, isNote ? 'ticket.note.created' : replied);
  return part;
}

export function setTicketState(world: World, row: Ticket, deed: Deed, category: TicketStateCategory): TicketPart {
  const previous = find(world.ticketStates, row.stateId);
  row.previousStateId = previous.id;
  row.stateId = stateOf(world, category).id;
  row.isOpen = category !== 'resolved';
  const change = { previousState: previous.category, state: category };
  const part = appendTicketPart(world, row, deed, 'ticket_state_updated_by_admin', change);
  tellTicket(world, row, deed, 'ticket.state.updated');
  if (category === 'resolved') tellTicket(world, row, deed, 'ticket.resolved');
  return part;
}

export function closeTicket(world: World, row: Ticket, deed: Deed): void {
  row.isOpen = false;
  appendTicketPart(world, row, deed, 'close', {});
  tellTicket(world, row, deed, 'ticket.closed');
}

export function assignTicket(world: World, row: Ticket, deed: Deed, to: Assignee): void {
  if (to.type === 'admin' && !world.admins.has(to.id ?? '')) throw notFound('Assignee not found', 'assignee_not_found');
  if (to.type === 'team') row.teamAssigneeId = to.id;
  else row.adminAssigneeId = to.id;
  appendTicketPart(world, row, deed, 'assignment', { assignedTo: to });
  tellTicket(world, row, deed, to.type === 'team' ? 'ticket.team.assigned' : 'ticket.admin.assigned');
}

function appendTicketPart(
  world: World,
  row: Ticket,
  deed: Deed,
  partType: string,
  more: Partial<TicketPart>,
): TicketPart {
  const part: TicketPart = {
    id: world.id(),
    partType,
    body: null,
    previousState: null,
    state: null,
    createdAt: deed.at,
    author: deed.author,
    assignedTo: null,
    isRedacted: false,
    appPackageCode: deed.appPackageCode,
    ...more,
  };
  row.parts.push(part);
  row.updatedAt = Math.max(row.updatedAt, deed.at);
  return part;
}

/** `ticket.closed` nests the ticket in its item (since 2.15). */
function tellTicket(world: World, row: Ticket, deed: Deed, topic: string): void {
  if (deed.isSilent) return;
  const isNested = topic === 'ticket.closed';
  const item = () => (isNested ? { type: 'ticket', ticket: presentTicket(world, row) } : presentTicket(world, row));
  world.emit({ topic, at: deed.at, subject: row.id, item });
}

function stateOf(world: World, category: TicketStateCategory) {
  const state = [...world.ticketStates.values()].find((known) => known.category === category);
  if (state === undefined) throw invalid('Ticket state not found', 'ticket_state_id');
  return state;
}
