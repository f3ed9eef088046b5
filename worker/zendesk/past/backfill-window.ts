import { Permanent } from '../../loop/ports/errors.ts';
import { exportTickets, type TicketReader } from '../conversations/conversations.ts';
import { stateOf } from '../conversations/ticket.ts';
import type { Comment, Ticket } from '../shapes.ts';
import { type CommentEvents, exportComments } from '../webhooks/comment-events.ts';

const HOUR = 3_600;
/** The narrowest window, in seconds. */
export const MIN_SPAN = 60;
/** The export allows 10 calls a minute: two pages of tickets and three of events leave room for reconciling. */
const MAX_TICKET_PAGES = 2;
/** A mass update can't be narrowed: its minute is read in one go, or fails aloud. */
const MAX_TICKET_PAGES_AT_ONCE = 8;
const TICKETS_PER_PAGE = 1_000;
/** So few tickets are read one by one at once; more are worth the event export. */
const ONE_BY_ONE = 20;
const LOOKBACK = 2 * 24 * HOUR;

/** Solved tickets of a window, and the comments where they were exported. */
export interface Window {
  tickets: Ticket[];
  events: CommentEvents | null;
}

/** When the ticket was last touched, by the system too: what the exports go by. Seconds. */
export function stampOf(ticket: Ticket): number {
  return ticket.generated_timestamp ?? Math.floor(ticket.updated_at / 1_000);
}

/** Solved tickets last touched in the window, newest first; null where there are more pages of tickets than `maxPages`. */
async function ticketsBetween(
  reader: TicketReader,
  from: number,
  until: number,
  sinceMs: number,
  maxPages: number,
): Promise<Ticket[] | null> {
  const found = new Map<string, Ticket>();
  let cursor: string | null = null;
  for (let page = 0; page < maxPages; page++) {
    const place: { cursor: string } | { sinceMs: number } = cursor === null ? { sinceMs: from * 1_000 } : { cursor };
    const answer = await exportTickets(reader, place, TICKETS_PER_PAGE);
    for (const ticket of answer.tickets) found.set(ticket.id, ticket);
    cursor = answer.after_cursor ?? null;
    if (answer.end_of_stream || cursor === null || answer.tickets.some((ticket) => stampOf(ticket) >= until)) {
      const isIn = (ticket: Ticket) =>
        stampOf(ticket) >= from && stampOf(ticket) < until && stateOf(ticket) === 'solved';
      const isRecent = (ticket: Ticket) => (ticket.metric_set?.solved_at ?? ticket.updated_at) >= sinceMs;
      const newestFirst = (a: Ticket, b: Ticket) => stampOf(b) - stampOf(a) || Number(b.id) - Number(a.id);
      return [...found.values()].filter((ticket) => isIn(ticket) && isRecent(ticket)).sort(newestFirst);
    }
  }
  return null;
}

/** The window from `from` to `until` (s); null where it holds too many tickets for a call and can be narrowed. */
export async function readWindow(
  reader: TicketReader,
  from: number,
  until: number,
  sinceMs: number,
): Promise<Window | null> {
  const isNarrowest = until - from <= MIN_SPAN;
  const tickets = await ticketsBetween(
    reader,
    from,
    until,
    sinceMs,
    isNarrowest ? MAX_TICKET_PAGES_AT_ONCE : MAX_TICKET_PAGES,
  );
  if (tickets === null && isNarrowest)
    throw new Permanent(`zendesk: more tickets at ${from} than the export gives in a minute`);
  if (tickets === null) return null;
  if (tickets.length <= ONE_BY_ONE) return { tickets, events: null };
  const oldest = Math.floor(Math.min(...tickets.map((ticket) => ticket.created_at)) / 1_000);
  return { tickets, events: await exportComments(reader, Math.max(oldest, from - LOOKBACK), until) };
}

/** The comments where the events hold all of the ticket's life, else null. */
export function wholeComments(ticket: Ticket, events: CommentEvents | null): Comment[] | null {
  const comments = events?.comments.get(ticket.id);
  if (!events || !comments || events.doubtful.has(ticket.id)) return null;
  const isWhole = ticket.created_at >= events.from * 1_000 && stampOf(ticket) < events.until;
  return isWhole ? [...comments.values()] : null;
}
