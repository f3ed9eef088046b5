import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { readRows } from '../../http/odd-rows.ts';
import { readAllPages } from '../pages.ts';
import { parseAnswer, segment } from '../parse.ts';
import { type Audit, auditSchema, type Ticket } from '../shapes.ts';

/** What became of a ticket over time. Times in ms. */
export interface History {
  solvedAt: number | null;
  reopenedAt: number[];
  handovers: number;
  /** The groups it was assigned to, in order, by id; only where it left the first. */
  groups?: { id: string; since: number }[];
}

const ENDED = new Set(['solved', 'closed']);
const auditsSchema = z.looseObject({ audits: z.array(z.unknown()) });

/** Whether the ticket is done with, as its status says. */
export function isSolved(ticket: Ticket): boolean {
  return ENDED.has(ticket.status);
}

/** History from a ticket's audits (Change events with `field_name`, `value`, `previous_value`). */
export function historyOfAudits(ticket: Ticket, audits: Audit[]): History {
  const history: History = { solvedAt: null, reopenedAt: [], handovers: 0 };
  for (const audit of [...audits].sort((a, b) => a.created_at - b.created_at)) {
    const changes = audit.events.filter((event) => event.type === 'Change');
    const status = changes.find((event) => event.field_name === 'status');
    const wasEnded = ENDED.has(String(status?.previous_value));
    if (status && ENDED.has(String(status.value)) && !wasEnded) history.solvedAt = audit.created_at;
    if (status && !ENDED.has(String(status.value)) && wasEnded) history.reopenedAt.push(audit.created_at);
    const isHandover = changes.some(
      (event) =>
        (event.field_name === 'assignee_id' || event.field_name === 'group_id') &&
        !!event.value &&
        !!event.previous_value,
    );
    if (isHandover) history.handovers++;
  }
  const groups = groupsOf(ticket, audits);
  if (groups.length > 1) history.groups = groups;
  history.solvedAt = isSolved(ticket) ? (history.solvedAt ?? ticket.updated_at) : null;
  return history;
}

/** The groups a ticket went through: a Change of `group_id` names the one before, so that the first is known too. */
function groupsOf(ticket: Ticket, audits: Audit[]): { id: string; since: number }[] {
  const groups: { id: string; since: number }[] = [];
  for (const audit of [...audits].sort((a, b) => a.created_at - b.created_at))
    for (const event of audit.events) {
      if (event.type !== 'Change' || event.field_name !== 'group_id' || !event.value) continue;
      const before = event.previous_value ? String(event.previous_value) : null;
      if (groups.length === 0 && before !== null) groups.push({ id: before, since: ticket.created_at });
      if (groups.at(-1)?.id !== String(event.value)) groups.push({ id: String(event.value), since: audit.created_at });
    }
  return groups;
}

/**
 * History from the `metric_sets` sideload where that tells all: it has counts, and times of nothing but the solving. Which
 * groups a ticket went through stands in its audits alone.
 */
export function historyOfMetrics(ticket: Ticket): History | null {
  const metrics = ticket.metric_set;
  if (!metrics || (metrics.reopens ?? 0) > 0 || (metrics.group_stations ?? 0) > 1) return null;
  const stations = Math.max(metrics.assignee_stations ?? 0, metrics.group_stations ?? 0);
  const solvedAt = isSolved(ticket) ? (metrics.solved_at ?? ticket.updated_at) : null;
  return { solvedAt, reopenedAt: [], handovers: Math.max(0, stations - 1) };
}

/**
 * A ticket's history at the least cost: nothing for a new ticket or one whose metrics tell all, else its audits (one
 * call a hundred updates). `updated_at` stands in for a solving that neither shows.
 */
export async function readHistory(client: JsonClient, ticket: Ticket): Promise<History> {
  const known = historyOfMetrics(ticket);
  if (known) return known;
  if (ticket.status === 'new' || ticket.status === 'deleted') return { solvedAt: null, reopenedAt: [], handovers: 0 };
  const path = `/api/v2/tickets/${segment(ticket.id)}/audits`;
  const audits = await readAllPages(client, path, { 'filter_events[]': 'Change' }, (answer) =>
    readRows(
      auditSchema,
      parseAnswer(auditsSchema, answer, 'audits').audits,
      `audits of ticket ${ticket.id}`,
      client.odd,
    ),
  );
  return historyOfAudits(ticket, audits);
}
