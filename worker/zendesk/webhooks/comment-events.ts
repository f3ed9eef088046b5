import { z } from 'zod';
import { readRows } from '../../http/odd-rows.ts';
import { EXPORT_MAX_BYTES, type TicketReader } from '../conversations/conversations.ts';
import { idSchema, lax, parseAnswer } from '../parse.ts';
import { type Comment, commentSchema } from '../shapes.ts';

const MAX_PAGES = 3;

const childSchema = z.looseObject({ event_type: lax(z.string()), type: lax(z.string()) });
const eventSchema = z.looseObject({ ticket_id: idSchema, child_events: lax(z.array(childSchema)) });
const eventsSchema = z.looseObject({
  ticket_events: z.array(z.unknown()),
  end_time: z.number().int().nullish(),
  end_of_stream: z.boolean().nullish(),
});

/** Comments of many tickets between two times in seconds. `until` is how far they are whole. */
export interface CommentEvents {
  from: number;
  until: number;
  comments: Map<string, Map<string, Comment>>;
  /** Tickets with a comment event that is not a plain comment (redacted, made private, voice, in a form of its own): to be read one by one. */
  doubtful: Set<string>;
}

function takeIn(into: CommentEvents, ticketId: string, child: z.output<typeof childSchema>): void {
  const kind = child.event_type ?? child.type ?? '';
  if (kind === 'Comment') {
    const comment = commentSchema.safeParse(child).data;
    const known = into.comments.get(ticketId) ?? new Map<string, Comment>();
    if (comment) into.comments.set(ticketId, known.set(comment.id, comment));
    else into.doubtful.add(ticketId);
  } else if (/comment|redact/i.test(kind)) into.doubtful.add(ticketId);
}

/**
 * Comments by `incremental/ticket_events?include=comment_events` (admins only; 10 calls a minute), at most three pages:
 * what lies behind them is not whole and is read ticket by ticket. Pages overlap by a second; comments count once by id.
 */
export async function exportComments(reader: TicketReader, from: number, until: number): Promise<CommentEvents> {
  const events: CommentEvents = { from, until: from, comments: new Map(), doubtful: new Set() };
  let start = from;
  for (let page = 0; page < MAX_PAGES; page++) {
    const request = { query: { start_time: start, include: 'comment_events' }, maxBytes: EXPORT_MAX_BYTES };
    const answer = await reader.client.request('/api/v2/incremental/ticket_events', request);
    const { ticket_events, end_time, end_of_stream } = parseAnswer(eventsSchema, answer, 'incremental/ticket_events');
    for (const event of readRows(eventSchema, ticket_events, 'ticket events', reader.client.odd))
      for (const child of event.child_events ?? []) takeIn(events, event.ticket_id, child);
    const end = end_time ?? start;
    if (end_of_stream || end > until) return { ...events, until };
    if (end <= start) break;
    start = end;
  }
  return { ...events, until: start };
}
