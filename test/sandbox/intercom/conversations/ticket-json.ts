import { unixSeconds, type World } from '../world.ts';
import { contactReference, MAX_PARTS } from './conversation-json.ts';
import type { Ticket, TicketPart, TicketState, TicketType } from './ticket-records.ts';

/** Unassigned is 0 here, null in conversations (examples of the API description). */
export function presentTicket(world: World, row: Ticket): Record<string, unknown> {
  const type = world.ticketTypes.get(row.typeId);
  const state = world.ticketStates.get(row.stateId);
  const linked = row.conversationId === null ? [] : [{ type: 'conversation', id: row.conversationId, category: null }];
  const parts = row.parts.slice(-MAX_PARTS).map(presentTicketPart);
  return {
    type: 'ticket',
    id: row.id,
    ticket_id: row.ticketId,
    category: type?.category ?? null,
    ticket_attributes: row.attributes,
    ticket_state: state === undefined ? null : presentTicketState(state),
    ticket_type: type === undefined ? null : presentTicketType(world, type),
    contacts: { type: 'contact.list', contacts: row.contactIds.map((id) => contactReference(world, id)) },
    admin_assignee_id: Number(row.adminAssigneeId ?? 0),
    team_assignee_id: Number(row.teamAssigneeId ?? 0),
    created_at: unixSeconds(row.createdAt),
    updated_at: unixSeconds(row.updatedAt),
    open: row.isOpen,
    linked_objects: { type: 'list', data: linked, total_count: linked.length, has_more: false },
    ticket_parts: { type: 'ticket_part.list', ticket_parts: parts, total_count: parts.length },
    is_shared: row.isShared,
    previous_ticket_state_id: row.previousStateId,
  };
}

export function presentTicketPart(part: TicketPart): Record<string, unknown> {
  return {
    type: 'ticket_part',
    id: part.id,
    part_type: part.partType,
    body: part.body,
    previous_ticket_state: part.previousState,
    ticket_state: part.state,
    created_at: unixSeconds(part.createdAt),
    updated_at: unixSeconds(part.createdAt),
    assigned_to: part.assignedTo,
    author: part.author.type === 'lead' ? { ...part.author, type: 'user' } : part.author,
    attachments: [],
    external_id: null,
    redacted: part.isRedacted,
    app_package_code: part.appPackageCode,
  };
}

export function presentTicketState(state: TicketState): Record<string, unknown> {
  return {
    type: 'ticket_state',
    id: state.id,
    category: state.category,
    internal_label: state.label,
    external_label: state.label,
  };
}

export function presentTicketType(world: World, type: TicketType): Record<string, unknown> {
  const states = [...world.ticketStates.values()].map(presentTicketState);
  return {
    type: 'ticket_type',
    id: type.id,
    category: type.category,
    name: type.name,
    description: type.description,
    icon: '🎟️',
    workspace_id: world.workspace.id,
    ticket_type_attributes: { type: 'list', ticket_type_attributes: [] },
    ticket_states: { type: 'list', data: states },
    archived: false,
    created_at: unixSeconds(type.createdAt),
    updated_at: unixSeconds(type.createdAt),
  };
}
