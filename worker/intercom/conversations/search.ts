import type { Intercom } from 'intercom-client';
import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { readRows } from '../../http/odd-rows.ts';
import { Permanent } from '../../loop/ports/errors.ts';
import { parseAnswer } from '../parse.ts';
import { type ConversationRow, conversationRowSchema, type TicketRow, ticketRowSchema } from '../shapes.ts';
import { isResolved, TICKET_PREFIX } from './ticket.ts';

/** The vendor's largest page of a search. */
const ROWS_PER_PAGE = 150;
/** A second can't be narrowed: all of a mass update is read, or fails aloud. */
const MAX_PAGES_A_SECOND = 40;
/** A page holds rows without parts, and with the first message of each. */
const SEARCH_MAX_BYTES = 20_000_000;

/** A conversation or ticket as a search found it. Times in ms. */
export interface Found {
  conversationId: string;
  updatedAt: number;
  createdAt: number;
  isSolved: boolean;
  /** When it was last closed, where the search tells. */
  closedAt: number | null;
}

/** `conversations` and `tickets` are searched apart and have the same form. */
export type Kind = 'conversations' | 'tickets';

const pagesSchema = z.looseObject({ next: z.looseObject({ starting_after: z.string().nullish() }).nullish() });
const listSchema = z.looseObject({ total_count: z.number().int().nullish(), pages: pagesSchema.nullish() });
const answerSchemas = {
  conversations: listSchema.extend({ conversations: z.array(z.unknown()) }),
  tickets: listSchema.extend({ tickets: z.array(z.unknown()) }),
};

function foundConversation(row: ConversationRow): Found {
  const closedAt = row.statistics?.last_close_at ?? null;
  const { id: conversationId, updated_at: updatedAt, created_at: createdAt } = row;
  return { conversationId, updatedAt, createdAt, isSolved: row.state === 'closed', closedAt };
}

function foundTicket(row: TicketRow): Found {
  const { updated_at: updatedAt, created_at: createdAt } = row;
  const conversationId = TICKET_PREFIX + row.id;
  return { conversationId, updatedAt, createdAt, isSolved: isResolved(row), closedAt: null };
}

type Filter = Intercom.SingleFilterSearchRequest;

/** Only tickets of customers hold a customer's request; the search calls their category `request`. */
const OF_CUSTOMERS: Filter = { field: 'category', operator: '=', value: 'request' };
const CLOSED: Filter = { field: 'state', operator: '=', value: 'closed' };

function filtersOf(kind: Kind, from: number, until: number, isClosedOnly: boolean): Filter[] {
  const of = kind === 'tickets' ? [OF_CUSTOMERS] : isClosedOnly ? [CLOSED] : [];
  const time = (operator: '>' | '<', value: number): Filter => ({ field: 'updated_at', operator, value });
  return [time('>', from - 1), time('<', until), ...of];
}

/** The rows that can be read, and how many were given. */
function conversationsIn({ odd }: JsonClient, answer: unknown): { rows: Found[]; given: number } {
  const { conversations } = parseAnswer(answerSchemas.conversations, answer, 'conversations');
  const rows = readRows(conversationRowSchema, conversations, 'conversations', odd).map(foundConversation);
  return { rows, given: conversations.length };
}

function ticketsIn({ odd }: JsonClient, answer: unknown): { rows: Found[]; given: number } {
  const { tickets } = parseAnswer(answerSchemas.tickets, answer, 'tickets');
  return { rows: readRows(ticketRowSchema, tickets, 'tickets', odd).map(foundTicket), given: tickets.length };
}

async function searchPage(client: JsonClient, kind: Kind, filters: Filter[], after: string | null) {
  const pagination = { per_page: ROWS_PER_PAGE, ...(after === null ? {} : { starting_after: after }) };
  const body: Intercom.SearchRequest = { query: { operator: 'AND', value: filters }, pagination };
  const path = `/${kind}/search`;
  const answer = await client.request(path, { method: 'POST', body, maxBytes: SEARCH_MAX_BYTES });
  const { total_count, pages } = parseAnswer(listSchema, answer, path);
  const { rows, given } = kind === 'conversations' ? conversationsIn(client, answer) : ticketsIn(client, answer);
  return { rows, next: pages?.next?.starting_after ?? null, isAll: (total_count ?? 0) <= given };
}

async function searchKind(
  client: JsonClient,
  kind: Kind,
  from: number,
  until: number,
  isClosedOnly: boolean,
): Promise<Found[] | null> {
  const filters = filtersOf(kind, from, until, isClosedOnly);
  const rows: Found[] = [];
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES_A_SECOND; page++) {
    const answer = await searchPage(client, kind, filters, after);
    rows.push(...answer.rows);
    after = answer.next;
    if (after === null || (page === 0 && answer.isAll)) return rows;
    if (until - from > 1) return null;
  }
  throw new Permanent(`intercom: more ${kind} changed in the second ${from} than can be read`);
}

/**
 * What was updated from `from` up to `until` (seconds; `until` not included), oldest first; null where it is more than a
 * page of one search and the window can be narrowed. The order of a search is not documented, so a window is read whole
 * and put in order here: that is why a second, the finest there is, is paged with `starting_after` and nothing longer is.
 * The vendor's `>` and `<` include the bound, and are read as if they might not.
 */
export async function searchBetween(
  client: JsonClient,
  kinds: readonly Kind[],
  from: number,
  until: number,
  isClosedOnly = false,
): Promise<Found[] | null> {
  const found = new Map<string, Found>();
  for (const kind of kinds) {
    const rows = await searchKind(client, kind, from, until, isClosedOnly);
    if (rows === null) return null;
    for (const row of rows) found.set(row.conversationId, row);
  }
  return [...found.values()]
    .filter((row) => row.updatedAt >= from * 1_000 && row.updatedAt < until * 1_000)
    .filter((row) => row.isSolved || !isClosedOnly)
    .sort((a, b) => a.updatedAt - b.updatedAt || (a.conversationId < b.conversationId ? -1 : 1));
}
