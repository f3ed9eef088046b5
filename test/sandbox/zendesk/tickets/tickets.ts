import { invalid } from '../errors.ts';
import { Action } from '../events.ts';
import type { Audit, Priority, Status, Ticket, Via } from '../records.ts';
import { find, type World } from '../world.ts';
import { keepAudit, openAudit, recordChange, recordCreate } from './audits.ts';
import { addComment, type CommentDraft, viaChannel } from './comments.ts';

export interface NewTicket {
  requesterId: number;
  subject: string;
  comment: string;
  at: number;
  channel: string;
  assigneeId: number | null;
  groupId: number | null;
  brandId: number;
  priority: Priority | null;
  tags: string[];
  isSilent: boolean;
}

export function createTicket(world: World, draft: NewTicket): Ticket {
  const requester = find(world.users, draft.requesterId);
  const via = viaChannel(draft.channel);
  const ticket: Ticket = {
    id: world.ticketId(),
    subject: draft.subject,
    description: draft.comment,
    status: draft.assigneeId === null ? 'new' : 'open',
    priority: draft.priority,
    type: null,
    tags: [...draft.tags],
    requesterId: requester.id,
    submitterId: requester.id,
    assigneeId: draft.assigneeId,
    groupId: draft.groupId,
    organizationId: requester.organizationId,
    brandId: draft.brandId,
    via,
    externalId: null,
    customFields: [...world.ticketFields].map((id) => ({ id, value: null })),
    comments: [],
    audits: [],
    rating: null,
    mergedInto: null,
    gone: null,
    createdAt: draft.at,
    updatedAt: draft.at,
    generatedAt: draft.at,
  };
  const audit = openAudit(world, ticket, requester.id, draft.at, via);
  addComment(world, ticket, audit, { body: draft.comment, isPublic: true, authorId: requester.id });
  recordCreate(world, audit, 'subject', ticket.subject);
  recordCreate(world, audit, 'requester_id', String(ticket.requesterId));
  recordCreate(world, audit, 'status', ticket.status);
  if (ticket.assigneeId !== null) recordCreate(world, audit, 'assignee_id', String(ticket.assigneeId));
  if (ticket.groupId !== null) recordCreate(world, audit, 'group_id', String(ticket.groupId));
  keepAudit(world, ticket, audit);
  world.tickets.set(ticket.id, ticket);
  new Action(world, requester.id, draft.at, draft.isSilent).ticket('created', ticket);
  return ticket;
}

/** What one update may change. Absent means unchanged. */
export interface TicketChange {
  actorId: number;
  at: number;
  via: Via;
  isSilent?: boolean;
  comment?: CommentDraft;
  status?: Status;
  assigneeId?: number | null;
  groupId?: number | null;
  priority?: Priority | null;
  subject?: string;
  tags?: string[];
  customFields?: { id: number; value: string | null }[];
}

/**
 * One update, one audit, and the events it causes. A closed ticket takes none (422). As the vendor does by itself:
 * an end user's public comment reopens a ticket that was pending or solved, and an assignee makes a new one open.
 */
export function updateTicket(world: World, ticket: Ticket, change: TicketChange): Audit {
  if (ticket.status === 'closed') throw invalid('Status: closed prevents ticket update', 'status');
  requireKnown(world, change);
  const at = Math.max(change.at, ticket.createdAt);
  const audit = openAudit(world, ticket, change.actorId, at, change.via);
  const action = new Action(world, change.actorId, at, change.isSilent);
  const comment = change.comment === undefined ? null : addComment(world, ticket, audit, change.comment);
  const changed = applyFields(world, ticket, audit, { ...change, ...impliedStatus(world, ticket, change) });
  keepAudit(world, ticket, audit);
  if (comment !== null) action.comment(ticket, comment);
  for (const { name, event } of changed) action.ticket(name, ticket, event);
  return audit;
}

function requireKnown(world: World, change: TicketChange): void {
  const { assigneeId, groupId } = change;
  const assignee = assigneeId === undefined || assigneeId === null ? undefined : world.users.get(assigneeId);
  const isAgent = assignee !== undefined && assignee.role !== 'end-user';
  if (assigneeId !== undefined && assigneeId !== null && !isAgent) throw invalid('Assignee is invalid', 'assignee_id');
  if (groupId !== undefined && groupId !== null && !world.groups.has(groupId))
    throw invalid('Group is invalid', 'group_id');
}

function impliedStatus(world: World, ticket: Ticket, change: TicketChange): { status?: Status } {
  if (change.status !== undefined) return {};
  const isAnswer = ticket.status === 'pending' || ticket.status === 'solved';
  const isEndUser = change.comment !== undefined && world.users.get(change.comment.authorId)?.role === 'end-user';
  if (isEndUser && change.comment?.isPublic === true && isAnswer) return { status: 'open' };
  if (ticket.status === 'new' && change.assigneeId !== undefined && change.assigneeId !== null)
    return { status: 'open' };
  return {};
}

interface Changed {
  name:
    | 'status_changed'
    | 'agent_assignment_changed'
    | 'group_assignment_changed'
    | 'priority_changed'
    | 'subject_changed'
    | 'tags_changed';
  event: Record<string, unknown>;
}

function applyFields(world: World, ticket: Ticket, audit: Audit, change: TicketChange): Changed[] {
  const changed: Changed[] = [];
  const note = (name: Changed['name'], field: string, current: unknown, previous: unknown): void => {
    recordChange(world, audit, field, current, previous);
    changed.push({ name, event: { current: eventValue(current), previous: eventValue(previous) } });
  };
  if (change.status !== undefined && change.status !== ticket.status) {
    note('status_changed', 'status', change.status, ticket.status);
    ticket.status = change.status;
  }
  if (change.assigneeId !== undefined && change.assigneeId !== ticket.assigneeId) {
    note('agent_assignment_changed', 'assignee_id', idText(change.assigneeId), idText(ticket.assigneeId));
    ticket.assigneeId = change.assigneeId;
  }
  if (change.groupId !== undefined && change.groupId !== ticket.groupId) {
    note('group_assignment_changed', 'group_id', idText(change.groupId), idText(ticket.groupId));
    ticket.groupId = change.groupId;
  }
  if (change.priority !== undefined && change.priority !== ticket.priority) {
    note('priority_changed', 'priority', change.priority, ticket.priority);
    ticket.priority = change.priority;
  }
  for (const { id, value } of change.customFields ?? []) {
    const field = ticket.customFields.find((one) => one.id === id);
    if (!field || field.value === value) continue;
    recordChange(world, audit, String(id), value, field.value);
    field.value = value;
  }
  if (change.subject !== undefined && change.subject !== ticket.subject) {
    note('subject_changed', 'subject', change.subject, ticket.subject);
    ticket.subject = change.subject;
  }
  if (change.tags !== undefined && change.tags.join(' ') !== ticket.tags.join(' ')) {
    const before = ticket.tags;
    recordChange(world, audit, 'tags', change.tags, before);
    ticket.tags = [...new Set(change.tags)];
    const added = ticket.tags.filter((tag) => !before.includes(tag));
    const removed = before.filter((tag) => !ticket.tags.includes(tag));
    changed.push({ name: 'tags_changed', event: { tags_added: added, tags_removed: removed } });
  }
  return changed;
}

const idText = (id: number | null): string | null => (id === null ? null : String(id));

/** Enums are upper case in events; ids and subjects pass as they are. */
function eventValue(value: unknown): unknown {
  return typeof value === 'string' && /^(new|open|pending|hold|solved|closed|urgent|high|normal|low)$/.test(value)
    ? value.toUpperCase()
    : value;
}
