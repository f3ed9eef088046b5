import { type ApiReply, type ApiRequest, ok, type Route } from '../api.ts';
import { ApiError, badRequest } from '../errors.ts';
import { timeQuery } from '../params.ts';
import type { Audit, AuditEvent, Ticket } from '../records.ts';
import { iso, unixSeconds, type World } from '../world.ts';
import { ticketSideloads, ticketWithMetrics } from './sideloads.ts';

const MAX_EXPORT_PAGE = 1000;
/**
 * What changed within the last minute is left out, and a start within it is refused (Zendesk's Support API
 * documentation).
 */
const EXPORT_LAG_SECONDS = 60;

export function incrementalRoutes(world: World): Route[] {
  const shared = { method: 'GET', resource: 'tickets', role: 'admin', limit: 'incremental' } as const;
  return [
    { ...shared, path: '/api/v2/incremental/tickets/cursor', handle: (r) => exportTickets(world, r) },
    { ...shared, path: '/api/v2/incremental/ticket_events', handle: (r) => exportEvents(world, r) },
  ];
}

/**
 * By `generated_timestamp` (event time of the last change, in seconds), then id, so that a page may end within a second;
 * deleted tickets are in it. A ticket that changes leaves its place for one further on: a cursor never goes back and
 * passes none. Sideloads are those of tickets ("Incremental Ticket Export").
 */
function exportTickets(world: World, request: ApiRequest): ApiReply {
  const after = position(world, request);
  const size = exportSize(request);
  const until = unixSeconds(world.now()) - EXPORT_LAG_SECONDS;
  const rows: { at: number; ticket: Ticket }[] = [];
  for (const ticket of world.tickets.values()) {
    const at = unixSeconds(ticket.generatedAt);
    if (at <= until && (at > after.at || (at === after.at && ticket.id > after.id))) rows.push({ at, ticket });
  }
  rows.sort((a, b) => a.at - b.at || a.ticket.id - b.ticket.id);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const cursor = last === undefined ? writeCursor(after) : writeCursor({ at: last.at, id: last.ticket.id });
  return ok({
    tickets: page.map(({ ticket }) => ticketWithMetrics(world, request, ticket)),
    ...ticketSideloads(
      world,
      request,
      page.map(({ ticket }) => ticket),
    ),
    after_cursor: cursor,
    after_url: `${request.url.origin}${request.url.pathname}?cursor=${encodeURIComponent(cursor)}`,
    before_cursor: null,
    before_url: null,
    end_of_stream: rows.length <= size,
  });
}

interface Position {
  at: number;
  id: number;
}

function position(world: World, request: ApiRequest): Position {
  const cursor = request.query.get('cursor');
  if (cursor !== null) return readCursor(cursor);
  return { at: startTime(world, request), id: 0 };
}

function startTime(world: World, request: ApiRequest): number {
  const start = timeQuery(request, 'start_time');
  if (start === undefined) throw badRequest('start_time is required');
  if (start > unixSeconds(world.now()) - EXPORT_LAG_SECONDS) {
    const description = 'Too recent start_time. Use a start_time older than 1 minute';
    throw new ApiError(422, { error: 'InvalidValue', description });
  }
  return start;
}

const writeCursor = ({ at, id }: Position): string => Buffer.from(`${at}.0||${id}|`).toString('base64');

function readCursor(cursor: string): Position {
  const match = /^(\d+)\.0\|\|(\d+)\|$/.exec(Buffer.from(cursor, 'base64').toString());
  if (match === null) throw badRequest('Invalid cursor');
  return { at: Number(match[1]), id: Number(match[2]) };
}

function exportSize(request: ApiRequest): number {
  const size = Number(request.query.get('per_page') ?? MAX_EXPORT_PAGE);
  if (!Number.isInteger(size) || size < 1) throw badRequest('per_page must be a positive integer');
  return Math.min(size, MAX_EXPORT_PAGE);
}

/** Time based: `next_page` starts at `end_time`, so a second is never cut in two and its events may come twice. */
function exportEvents(world: World, request: ApiRequest): ApiReply {
  const start = startTime(world, request);
  const until = unixSeconds(world.now()) - EXPORT_LAG_SECONDS;
  const rows = world.audits
    .map((audit) => ({ audit, at: unixSeconds(audit.createdAt) }))
    .filter(({ at }) => at >= start && at <= until)
    .sort((a, b) => a.at - b.at || a.audit.id - b.audit.id);
  const cut = rows[MAX_EXPORT_PAGE - 1];
  const page = cut === undefined ? rows : rows.filter(({ at }) => at <= cut.at);
  const endTime = page.at(-1)?.at ?? start;
  const withComments = request.query.get('include') === 'comment_events';
  const next = new URL(request.url);
  next.searchParams.set('start_time', String(endTime));
  return ok({
    ticket_events: page.map(({ audit, at }) => presentEvent(audit, at, withComments)),
    count: page.length,
    next_page: next.toString(),
    end_time: endTime,
    end_of_stream: page.length === rows.length,
  });
}

function presentEvent(audit: Audit, at: number, withComments: boolean): Record<string, unknown> {
  return {
    id: audit.id,
    event_type: 'Audit',
    ticket_id: audit.ticketId,
    timestamp: at,
    created_at: iso(audit.createdAt),
    updater_id: audit.authorId,
    via: audit.via.channel,
    system: {},
    metadata: {},
    child_events: audit.events.map((event) => childEvent(audit, event, withComments)),
  };
}

/** A field change is `{<field>: value, previous_value}`; a comment is spelled out only where it was asked for. */
function childEvent(audit: Audit, event: AuditEvent, withComments: boolean): Record<string, unknown> {
  const shared = { id: event.id, via: audit.via.channel, via_reference_id: null, event_type: event.type };
  if (event.type === 'Comment') {
    if (!withComments) return { ...shared, comment_present: true, comment_public: event.public };
    return { ...event, ...shared, via: audit.via, created_at: iso(audit.createdAt) };
  }
  if (event.field_name === undefined) return { ...event, ...shared };
  const change = { ...shared, [String(event.field_name)]: event.value };
  return event.type === 'Change' ? { ...change, previous_value: event.previous_value } : change;
}
