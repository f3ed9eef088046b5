import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { readRows } from '../../http/odd-rows.ts';
import type { Change, RawConversation } from '../../loop/ports/helpdesk.ts';
import { parseAnswer, parsePlace, segment } from '../parse.ts';
import { teamStays } from '../past/history.ts';
import {
  type Contact,
  conversationSchema,
  type IntercomConversation,
  type IntercomTicket,
  partSchema,
  ticketSchema,
} from '../shapes.ts';
import { deletedSince } from '../webhooks/deleted.ts';
import { toConversation } from './conversation.ts';
import { companyOf, type People } from './people.ts';
import { type Found, type Kind, searchBetween } from './search.ts';
import { TICKET_PREFIX, toTicketConversation } from './ticket.ts';

/** What reading conversations needs. */
export interface ConversationReader {
  client: JsonClient;
  people: People;
  /** What counts as a conversation here: tickets too, unless the workspace has none. */
  kinds: readonly Kind[];
  /** The helpdesk's time. */
  now: () => number;
}

const CONVERSATION_MAX_BYTES = 20_000_000;

type ContactList = { contacts?: { id: string }[] | null | undefined } | null | undefined;

async function readContacts({ people }: ConversationReader, list: ContactList): Promise<Contact[]> {
  const contacts: Contact[] = [];
  for (const { id } of list?.contacts ?? []) {
    const contact = await people.contact(id);
    if (contact) contacts.push(contact);
  }
  return contacts;
}

async function readTicket(reader: ConversationReader, id: string): Promise<RawConversation> {
  const answer = await reader.client.request(`/tickets/${segment(id)}`, { maxBytes: CONVERSATION_MAX_BYTES });
  const read = parseAnswer(ticketSchema, answer, 'ticket');
  const { ticket_parts: list } = read;
  const parts = readRows(partSchema, list?.ticket_parts ?? [], `parts of ticket ${id}`, reader.client.odd);
  const ticket: IntercomTicket = { ...read, ticket_parts: list && { ...list, ticket_parts: parts } };
  const contacts = await readContacts(reader, ticket.contacts);
  const company = await companyOf(reader.people, null, contacts[0] ?? null);
  const teams = await teamStays(parts, reader.people.teamNames);
  const restrictedTo = await restrictionOf(reader, ticket.admin_assignee_id);
  return { ...toTicketConversation({ ticket, contacts, company }), ...teams, restrictedTo };
}

/**
 * One conversation as it stands, in plain text (a link reads `label (url)`); ids that begin with `ticket:` are tickets.
 * One call, and one for each contact and company that is not in memory: a conversation names its contacts by id alone, and
 * their name, address and telephone number have to be known to be taken out. One for the
 * names of the teams, where it went from one to another, and one for the teammates, where it is somebody's, both held for five
 * minutes. The vendor gives the 500 most recent parts;
 * where there are more, the tag `intercom:parts_cut` says so, and the opening message is there all the same.
 */
export async function readConversation(reader: ConversationReader, id: string): Promise<RawConversation> {
  if (id.startsWith(TICKET_PREFIX)) return readTicket(reader, id.slice(TICKET_PREFIX.length));
  const answer = await reader.client.request(`/conversations/${segment(id)}`, {
    query: { display_as: 'plaintext' },
    maxBytes: CONVERSATION_MAX_BYTES,
  });
  const read = parseAnswer(conversationSchema, answer, 'conversation');
  const { conversation_parts: list } = read;
  const parts = readRows(partSchema, list.conversation_parts, `parts of conversation ${id}`, reader.client.odd);
  const conversation: IntercomConversation = { ...read, conversation_parts: { ...list, conversation_parts: parts } };
  const contacts = await readContacts(reader, conversation.contacts);
  const company = await companyOf(reader.people, conversation.company, contacts[0] ?? null);
  const teams = await teamStays(parts, reader.people.teamNames);
  const restrictedTo = await restrictionOf(reader, conversation.admin_assignee_id);
  return { ...toConversation({ conversation, contacts, company }), ...teams, restrictedTo };
}

/** A conversation that a teammate with restricted rights has is kept for them. */
async function restrictionOf({ people }: ConversationReader, assigneeId: string | null | undefined) {
  if (assigneeId == null) return null;
  return (await people.restricted()).has(assigneeId) ? `teammate/${assigneeId}` : null;
}

/** Read again after the end of the stream: a search lags behind what it finds. Own choice; the vendor states no lag. */
const OVERLAP_SECONDS = 120;
const FIRST_SPAN = 3_600;
const MAX_SPAN = 24 * 3_600;
const WINDOWS_A_CALL = 8;

/** Where the sweep stands, in seconds: whole up to `from`, the next window `span` long, deletions known up to `deletedTo`. */
const placeSchema = z.object({
  from: z.number().int(),
  span: z.number().int().positive(),
  deletedTo: z.number().int(),
});
type Place = z.output<typeof placeSchema>;

function changeOf({ conversationId, updatedAt, isSolved }: Found): Change {
  return { conversationId, moment: isSolved ? 'solved' : 'changed', at: updatedAt };
}

/**
 * What changed since `sinceMs` or after `cursor`, at `updated_at` (whole seconds), window by window of the search: a window
 * that holds more than a search page is made narrower, an empty one wider. Deletions leave no trace in a search; they come
 * by the list of deleted conversations, once at the end of the stream. Past the end the last two minutes are read again.
 */
export async function changedConversations(reader: ConversationReader, cursor: string | null, sinceMs: number) {
  const first = Math.max(0, Math.floor(sinceMs / 1_000));
  const start: Place = { from: first, span: FIRST_SPAN, deletedTo: first };
  let place = cursor === null ? start : parsePlace(placeSchema, cursor, 'cursor');
  const end = Math.floor(reader.now() / 1_000) + 1;
  for (let tries = 0; tries < WINDOWS_A_CALL && place.from < end; tries++) {
    const until = Math.min(end, place.from + place.span);
    const rows = await searchBetween(reader.client, reader.kinds, place.from, until);
    if (rows === null) {
      place = { ...place, span: Math.max(1, Math.floor((until - place.from) / 4)) };
      continue;
    }
    place = { ...place, from: until, span: rows.length === 0 ? Math.min(MAX_SPAN, place.span * 2) : place.span };
    if (until < end && rows.length > 0) return answerOf(rows.map(changeOf), place, false);
    if (until === end) return atEnd(reader, rows.map(changeOf), place, Math.min(place.from, end - OVERLAP_SECONDS));
  }
  return place.from < end ? answerOf([], place, false) : atEnd(reader, [], place, place.from);
}

async function atEnd(reader: ConversationReader, changes: Change[], place: Place, from: number) {
  const gone = await deletedSince(reader.client, place.deletedTo * 1_000);
  const all = [...changes, ...gone].sort((a, b) => a.at - b.at);
  return answerOf(all, { ...place, from, deletedTo: from }, true);
}

function answerOf(changes: Change[], place: Place, isEnd: boolean) {
  return { changes, cursor: JSON.stringify(place), isEnd };
}
