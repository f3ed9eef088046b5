import { z } from 'zod';
import { NotFound } from '../../loop/ports/errors.ts';
import type { RawConversation, SolvedPage } from '../../loop/ports/helpdesk.ts';
import { assemble, EXPORT_LAG_MS, readComments, type TicketReader } from '../conversations/conversations.ts';
import { parseAnswer } from '../parse.ts';
import type { Ticket } from '../shapes.ts';
import type { CommentEvents } from '../webhooks/comment-events.ts';
import { MIN_SPAN, readWindow, stampOf, type Window, wholeComments } from './backfill-window.ts';

const FIRST_SPAN = 3_600;
const MAX_SPAN = 8 * 24 * 3_600;
/** Fewer solved tickets than this widen the next window, more than that narrow it. */
const FEW = 100;
const MANY = 400;
const EMPTY_WINDOWS_A_CALL = 4;

/** Where a backfill stands: the window that ends at `until` (s), `span` long, done down to the ticket `before`. */
const placeSchema = z.object({
  until: z.number().int(),
  span: z.number().int(),
  before: z.tuple([z.number(), z.string()]).nullable(),
});
type Place = z.output<typeof placeSchema>;

function isAfter(ticket: Ticket, [stamp, id]: [number, string]): boolean {
  return stampOf(ticket) > stamp || (stampOf(ticket) === stamp && Number(ticket.id) >= Number(id));
}

async function conversationsOf(
  reader: TicketReader,
  tickets: Ticket[],
  events: CommentEvents | null,
): Promise<RawConversation[]> {
  const authorIds = tickets.flatMap((ticket) =>
    [...(events?.comments.get(ticket.id)?.values() ?? [])].map((comment) => comment.author_id),
  );
  await reader.people.users(
    [...authorIds, ...tickets.map((ticket) => ticket.requester_id)].filter((id) => typeof id === 'string'),
  );
  await reader.people.organizations(
    tickets.map((ticket) => ticket.organization_id).filter((id) => typeof id === 'string'),
  );
  const conversations: RawConversation[] = [];
  for (const ticket of tickets) {
    try {
      const comments = wholeComments(ticket, events) ?? (await readComments(reader, ticket.id));
      conversations.push(await assemble(reader, ticket, comments));
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
  return conversations;
}

function older(place: Place, from: number, solved: number): Place {
  const factor = solved < FEW ? 2 : solved > MANY ? 0.5 : 1;
  return { until: from, span: Math.min(MAX_SPAN, Math.max(MIN_SPAN, Math.round(place.span * factor))), before: null };
}

/**
 * Reads solved tickets of the last days, newest first as far as the exports allow: they give the oldest first, so windows
 * are walked from now backwards, an hour first (value at once), then wider while they hold little. A window costs one or
 * two calls of the ticket export, and up to three of the event export where it holds more than 20 solved tickets; a ticket
 * older than the events, or with a redaction, one more call. What is touched meanwhile is the webhook's and `reconcile`'s.
 * A window in memory is a convenience: the cursor alone tells where to go on.
 */
export function createBackfill(reader: TicketReader) {
  let held: { key: string; window: Window } | null = null;

  async function windowOf(from: number, until: number, sinceMs: number): Promise<Window | null> {
    const key = `${from}-${until}-${sinceMs}`;
    if (held?.key === key) return held.window;
    const window = await readWindow(reader, from, until, sinceMs);
    if (window) held = { key, window };
    return window;
  }

  return async function solvedPage(sinceMs: number, cursor: string | null, limit: number): Promise<SolvedPage> {
    const since = Math.floor(sinceMs / 1_000);
    const start = { until: Math.floor((reader.now() - EXPORT_LAG_MS) / 1_000), span: FIRST_SPAN, before: null };
    let place: Place = cursor === null ? start : parseAnswer(placeSchema, JSON.parse(cursor), 'backfill cursor');
    for (let empty = 0; empty < EMPTY_WINDOWS_A_CALL && place.until > since; empty++) {
      const from = Math.max(since, place.until - place.span);
      const window = await windowOf(from, place.until, sinceMs);
      if (window === null) {
        place = { ...place, span: Math.max(MIN_SPAN, Math.round(place.span / 4)), before: null };
        continue;
      }
      const { before } = place;
      const left = window.tickets.filter((ticket) => before === null || !isAfter(ticket, before));
      const taken = left.slice(0, Math.max(1, limit));
      const last = taken.at(-1);
      const isDone = taken.length === left.length;
      const next = isDone
        ? older(place, from, window.tickets.length)
        : { ...place, before: last ? ([stampOf(last), last.id] as [number, string]) : before };
      if (taken.length > 0) {
        const conversations = await conversationsOf(reader, taken, window.events);
        if (isDone) held = null;
        return answerOf(conversations, next, since);
      }
      place = next;
    }
    return answerOf([], place, since);
  };
}

function answerOf(conversations: RawConversation[], place: Place, since: number): SolvedPage {
  const doneBackTo = (place.before?.[0] ?? place.until) * 1_000;
  const isOver = place.until <= since;
  return {
    conversations,
    cursor: isOver ? null : JSON.stringify(place),
    doneBackTo: isOver ? since * 1_000 : doneBackTo,
  };
}
