import type { Audit, Ticket, Via } from '../records.ts';
import { iso, type World } from '../world.ts';

/** The audit of one update; every field that changes becomes one of its events. */
export function openAudit(world: World, ticket: Ticket, authorId: number, at: number, via: Via): Audit {
  return { id: world.id(), ticketId: ticket.id, authorId, createdAt: at, via, events: [], comment: null };
}

/** Stores it, once all of the update was accepted. An update that changed nothing leaves no trace. */
export function keepAudit(world: World, ticket: Ticket, audit: Audit): void {
  if (audit.events.length === 0) return;
  ticket.audits.push(audit);
  world.audits.push(audit);
  ticket.updatedAt = Math.max(ticket.updatedAt, audit.createdAt);
  ticket.generatedAt = ticket.updatedAt;
}

export function recordCreate(world: World, audit: Audit, field: string, value: unknown): void {
  audit.events.push({ id: world.id(), type: 'Create', field_name: field, value });
}

export function recordChange(world: World, audit: Audit, field: string, value: unknown, previous: unknown): void {
  audit.events.push({ id: world.id(), type: 'Change', field_name: field, value, previous_value: previous });
}

export function presentAudit(audit: Audit): Record<string, unknown> {
  return {
    id: audit.id,
    ticket_id: audit.ticketId,
    author_id: audit.authorId,
    created_at: iso(audit.createdAt),
    events: audit.events,
    metadata: { system: {}, custom: {} },
    via: audit.via,
  };
}
