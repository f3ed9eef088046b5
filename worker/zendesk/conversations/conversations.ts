import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { readRows } from '../../http/odd-rows.ts';
import type { Change, RawConversation } from '../../loop/ports/helpdesk.ts';
import { readAllPages } from '../pages.ts';
import { lax, parseAnswer, segment } from '../parse.ts';
import { readHistory } from '../past/history.ts';
import {
  type Comment,
  commentSchema,
  groupSchema,
  organizationSchema,
  type Ticket,
  ticketSchema,
  userSchema,
} from '../shapes.ts';
import type { People } from './people.ts';
import { stateOf, toConversation } from './ticket.ts';

/** The exports give nothing of the most recent minute and want `start_time` at least that far back; clocks differ. */
export const EXPORT_LAG_MS = 90_000;

const sideloadSchema = z.looseObject({ users: lax(z.array(z.unknown())) });
const ticketAnswerSchema = sideloadSchema.extend({
  ticket: ticketSchema,
  organizations: lax(z.array(z.unknown())),
  groups: lax(z.array(z.unknown())),
});
const commentsSchema = sideloadSchema.extend({ comments: z.array(z.unknown()) });
const exportSchema = z.looseObject({
  tickets: z.array(z.unknown()),
  groups: lax(z.array(z.unknown())),
  after_cursor: z.string().nullish(),
  end_of_stream: z.boolean(),
});

/** What reading tickets needs. */
export interface TicketReader {
  client: JsonClient;
  people: People;
  botIds: ReadonlySet<string>;
  /** The helpdesk's time. */
  now: () => number;
}

function usersOf(reader: TicketReader, rows: readonly unknown[] | null | undefined) {
  return readRows(userSchema, rows ?? [], 'users', reader.client.odd);
}

/** All comments of a ticket, public and private, a hundred a page; their authors go to `people`. */
export function readComments(reader: TicketReader, ticketId: string): Promise<Comment[]> {
  const path = `/api/v2/tickets/${segment(ticketId)}/comments`;
  return readAllPages(reader.client, path, { include: 'users' }, (answer) => {
    const { comments, users } = parseAnswer(commentsSchema, answer, 'comments');
    reader.people.keepUsers(usersOf(reader, users));
    return readRows(commentSchema, comments, `comments of ticket ${ticketId}`, reader.client.odd);
  });
}

/** Puts a ticket and its comments together with history, people and organization. */
export async function assemble(reader: TicketReader, ticket: Ticket, comments: Comment[]): Promise<RawConversation> {
  const history = await readHistory(reader.client, ticket);
  const ids = [ticket.requester_id, ...comments.map((comment) => comment.author_id)].filter(
    (id) => typeof id === 'string',
  );
  const users = await reader.people.users(ids);
  const organizations = await reader.people.organizations(ticket.organization_id ? [ticket.organization_id] : []);
  const organization = organizations.get(ticket.organization_id ?? '') ?? null;
  const groupNames = history.groups ? await reader.people.groupNames() : new Map<string, string>();
  const groupId = ticket.group_id ?? null;
  const restrictedTo = groupId === null || reader.people.isPublicGroup(groupId) ? null : `group/${groupId}`;
  const conversation = toConversation({
    ...{ ticket, comments, history, users, organization, groupNames },
    botIds: reader.botIds,
  });
  return { ...conversation, restrictedTo };
}

/**
 * One ticket as it stands. Costs two calls: the ticket with its users, organization, group and metrics (the vendor's sideloads
 * of a ticket), and its comments with their authors. More only where more is to be known: one a further hundred comments;
 * one for the audits (a hundred updates each) where the ticket was reopened, since metrics count reopens and don't date
 * them, or went from one group to another, since metrics don't name them, or where the account answers no metrics; one for the
 * names of groups that are not in memory; one for an organization that was not sent whole and is not in memory. A
 * soft-deleted ticket answers 404 (NotFound) or `deleted`, whichever the vendor gives.
 */
export async function readConversation(reader: TicketReader, id: string): Promise<RawConversation> {
  const query = { include: 'users,organizations,groups,metric_sets' };
  const answer = await reader.client.request(`/api/v2/tickets/${segment(id)}`, { query });
  const { ticket, users, organizations, groups } = parseAnswer(ticketAnswerSchema, answer, 'ticket');
  reader.people.keepUsers(usersOf(reader, users));
  reader.people.keepOrganizations(
    readRows(organizationSchema, organizations ?? [], 'organizations', reader.client.odd),
  );
  reader.people.keepGroups(readRows(groupSchema, groups ?? [], 'groups', reader.client.odd));
  return assemble(reader, ticket, ticket.status === 'deleted' ? [] : await readComments(reader, id));
}

function changeOf(ticket: Ticket): Change {
  const state = stateOf(ticket);
  const change = { conversationId: ticket.id, at: ticket.updated_at };
  if (state === 'deleted' || state === 'merged') return { ...change, moment: 'gone' };
  return { ...change, moment: state === 'solved' ? 'solved' : 'changed' };
}

/** One page of tickets by `incremental/tickets/cursor` (admins only; 10 calls a minute), oldest change first. */
export async function exportTickets(
  reader: TicketReader,
  from: { cursor: string } | { sinceMs: number },
  perPage: number,
) {
  const startMs = 'cursor' in from ? 0 : Math.max(0, Math.min(from.sinceMs, reader.now() - EXPORT_LAG_MS));
  const start = 'cursor' in from ? { cursor: from.cursor } : { start_time: Math.floor(startMs / 1_000) };
  const query = { ...start, per_page: perPage, include: 'groups,metric_sets' };
  const answer = await reader.client.request('/api/v2/incremental/tickets/cursor', {
    query,
    maxBytes: EXPORT_MAX_BYTES,
  });
  const page = parseAnswer(exportSchema, answer, 'incremental/tickets/cursor');
  reader.people.keepGroups(readRows(groupSchema, page.groups ?? [], 'groups', reader.client.odd));
  return { ...page, tickets: readRows(ticketSchema, page.tickets, 'tickets', reader.client.odd) };
}

/** An export page of a thousand tickets with their fields passes 5 MB; it comes from the vendor's own bulk endpoint. */
export const EXPORT_MAX_BYTES = 20_000_000;
const CHANGES_PER_PAGE = 500;

/**
 * Tickets that changed since `sinceMs` or after `cursor`: solved, gone (deleted or merged) or changed, at `updated_at`.
 * Not at the time of solving: what was said or taken back after it would be older than what is known, and get lost. The
 * export goes by `generated_timestamp`, which system updates move and `updated_at` is not moved by; it is in whole seconds,
 * as `updated_at` is, and its cursor may stand within one. The cursor outlives the end of the stream: it gives what is new.
 */
export async function changedConversations(reader: TicketReader, cursor: string | null, sinceMs: number) {
  const page = await exportTickets(reader, cursor === null ? { sinceMs } : { cursor }, CHANGES_PER_PAGE);
  return { changes: page.tickets.map(changeOf), cursor: page.after_cursor ?? cursor, isEnd: page.end_of_stream };
}
