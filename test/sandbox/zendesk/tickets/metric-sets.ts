import { MINUTE_MS } from '../../../../shared/time.ts';
import type { AuditEvent, Ticket } from '../records.ts';
import { iso, type World } from '../world.ts';

const ENDED = new Set<unknown>(['solved', 'closed']);
/** A metric has an id of its own; this keeps it apart from the ids the account gives. */
const FIRST_ID = 8_400_000_000_000;

interface Change {
  at: number;
  event: AuditEvent;
}

/**
 * A ticket's `metric_set` in the members of the description's `TicketMetricObject`, told from its audits: every
 * assignment to someone is a station, `solved_at` is the last solving. Business hours are round the clock. The times
 * somebody waited or was on hold are left out: nothing asks for them.
 */
export function presentMetricSet(world: World, ticket: Ticket): Record<string, unknown> {
  const changes = ticket.audits.flatMap((audit) => audit.events.map((event) => ({ at: audit.createdAt, event })));
  const of = (field: string): Change[] => changes.filter(({ event }) => event.field_name === field);
  const statuses = of('status').filter(({ event }) => event.type === 'Change');
  const solvings = statuses.filter(({ event }) => ENDED.has(event.value) && !ENDED.has(event.previous_value));
  const reopens = statuses.filter(({ event }) => !ENDED.has(event.value) && ENDED.has(event.previous_value));
  const assignments = of('assignee_id').filter(({ event }) => isSomeone(event.value));
  const isStaff = (id: number): boolean => (world.users.get(id)?.role ?? 'end-user') !== 'end-user';
  const replies = ticket.comments.filter((comment) => comment.isPublic && isStaff(comment.authorId));
  const touchedBy = (id: number | null): number | undefined =>
    ticket.audits.findLast((audit) => audit.authorId === id)?.createdAt;
  return {
    id: FIRST_ID + ticket.id,
    url: `https://${world.account.subdomain}.zendesk.com/api/v2/ticket_metrics/${FIRST_ID + ticket.id}.json`,
    ticket_id: ticket.id,
    created_at: iso(ticket.createdAt),
    updated_at: iso(ticket.updatedAt),
    reopens: reopens.length,
    replies: replies.length,
    assignee_stations: assignments.length,
    group_stations: of('group_id').filter(({ event }) => isSomeone(event.value)).length,
    assignee_updated_at: time(touchedBy(ticket.assigneeId)),
    requester_updated_at: time(touchedBy(ticket.requesterId)),
    status_updated_at: iso(statuses.at(-1)?.at ?? ticket.createdAt),
    initially_assigned_at: time(assignments[0]?.at),
    assigned_at: time(assignments.at(-1)?.at),
    solved_at: time(solvings.at(-1)?.at),
    latest_comment_added_at: time(ticket.comments.at(-1)?.createdAt),
    reply_time_in_minutes: since(ticket, replies[0]?.createdAt),
    first_resolution_time_in_minutes: since(ticket, solvings[0]?.at),
    full_resolution_time_in_minutes: since(ticket, solvings.at(-1)?.at),
  };
}

const isSomeone = (value: unknown): boolean => value !== null && value !== '';

const time = (ms: number | undefined): string | null => (ms === undefined ? null : iso(ms));

function since(ticket: Ticket, at: number | undefined): Record<string, number | null> {
  const minutes = at === undefined ? null : Math.round((at - ticket.createdAt) / MINUTE_MS);
  return { calendar: minutes, business: minutes };
}
