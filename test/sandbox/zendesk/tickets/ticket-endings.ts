import { invalid } from '../errors.ts';
import { Action } from '../events.ts';
import type { Ticket } from '../records.ts';
import type { World } from '../world.ts';
import { viaChannel } from './comments.ts';
import { updateTicket } from './tickets.ts';

export interface Ending {
  actorId: number;
  at: number;
  isSilent?: boolean;
}

/**
 * The source gets a private comment, the tag `closed_by_merge` and is closed; the target gets a private comment with
 * the source's last words, as the vendor's merge dialog proposes; `merged` names the target.
 */
export function mergeTickets(world: World, source: Ticket, target: Ticket, ending: Ending): void {
  if (source.id === target.id) throw invalid('A ticket cannot be merged into itself');
  if (target.status === 'closed') throw invalid('Target ticket is closed');
  const via = viaChannel('web', 'merge');
  const isSilent = ending.isSilent ?? false;
  const lastWords = source.comments.at(-1)?.text ?? source.description;
  updateTicket(world, target, {
    ...ending,
    via,
    comment: {
      body: `Request #${source.id} "${source.subject}" was closed and merged into this request. Last comment in request #${source.id}:\n\n${lastWords}`,
      isPublic: false,
      authorId: ending.actorId,
    },
  });
  updateTicket(world, source, {
    ...ending,
    isSilent: true,
    via,
    comment: {
      body: `This request was closed and merged into request #${target.id} "${target.subject}".`,
      isPublic: false,
      authorId: ending.actorId,
    },
    status: 'closed',
    tags: [...source.tags, 'closed_by_merge'],
  });
  source.mergedInto = target.id;
  new Action(world, ending.actorId, ending.at, isSilent).ticket('merged', source, {
    target_ticket_id: String(target.id),
  });
}

/** Afterwards the API answers 404; the incremental export still lists the ticket with status `deleted`. */
export function softDelete(world: World, ticket: Ticket, ending: Ending): void {
  leave(ticket, 'deleted', ending.at);
  new Action(world, ending.actorId, ending.at, ending.isSilent).ticket('soft_deleted', ticket);
}

/** Text is scrubbed for good, as the export shows it. */
export function permanentlyDelete(world: World, ticket: Ticket, ending: Ending): void {
  leave(ticket, 'permanently_deleted', ending.at);
  ticket.subject = 'SCRUBBED';
  ticket.description = 'SCRUBBED';
  ticket.comments = [];
  for (const audit of ticket.audits) {
    audit.comment = null;
    audit.events = audit.events.filter((event) => event.type !== 'Comment' && event.field_name !== 'subject');
  }
  new Action(world, ending.actorId, ending.at, ending.isSilent).ticket('permanently_deleted', ticket);
}

/** Deletes the ticket and suspends who asked. */
export function markAsSpam(world: World, ticket: Ticket, ending: Ending): void {
  leave(ticket, 'deleted', ending.at);
  const requester = world.users.get(ticket.requesterId);
  if (requester !== undefined) requester.isSuspended = true;
  new Action(world, ending.actorId, ending.at, ending.isSilent).ticket('marked_as_spam', ticket);
}

function leave(ticket: Ticket, gone: 'deleted' | 'permanently_deleted', at: number): void {
  ticket.gone = gone;
  ticket.updatedAt = Math.max(ticket.updatedAt, at);
  ticket.generatedAt = ticket.updatedAt;
}
