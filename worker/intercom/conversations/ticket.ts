import type { RawConversation, RawTurn } from '../../loop/ports/helpdesk.ts';
import { historyOfParts } from '../past/history.ts';
import type { Company, Contact, IntercomTicket, Part, TicketRow } from '../shapes.ts';
import { CUT_TAG, MAX_PARTS, peopleOf, requesterOf, speakers, turnOf } from './conversation.ts';
import { segmentOf } from './people.ts';

/** A ticket's conversation id: tickets and conversations count apart, so one may have the other's number. */
export const TICKET_PREFIX = 'ticket:';

export interface TicketFacts {
  ticket: IntercomTicket;
  contacts: Contact[];
  company: Company | null;
}

/** Solved once its state is of the category `resolved`, or it is closed. */
export function isResolved(ticket: Pick<TicketRow, 'ticket_state' | 'open'>): boolean {
  return ticket.ticket_state?.category === 'resolved' || ticket.open === false;
}

function attribute(ticket: IntercomTicket, name: string): string {
  const value = ticket.ticket_attributes?.[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** State changes as the loop's history reads them: into `resolved` closes, out of it opens again. */
function asConversationParts(parts: Part[]): Part[] {
  return parts.map((part) => {
    if (!part.ticket_state || part.ticket_state === part.previous_ticket_state) return part;
    if (part.ticket_state === 'resolved') return { ...part, part_type: 'close' };
    return part.previous_ticket_state === 'resolved' ? { ...part, part_type: 'open' } : part;
  });
}

/**
 * A ticket as the loop reads it. Only the category `Customer` has a customer's request in it: a back-office or tracker
 * ticket is the team's own, so all of it is private. The description has no author in the API; in a customer's ticket it
 * counts as the customer's, who can say nothing that reaches an article. Bodies are HTML: no plain text is offered here.
 */
export function toTicketConversation({ ticket, contacts, company }: TicketFacts): RawConversation {
  const isCustomers = ticket.category === 'Customer';
  const parts = [...(ticket.ticket_parts?.ticket_parts ?? [])].sort((a, b) => a.created_at - b.created_at);
  const people = peopleOf(contacts, speakers(parts));
  const requester = requesterOf(people, null, ticket.contacts?.contacts?.[0]?.id);
  const description = attribute(ticket, '_default_description_');
  const opening: RawTurn = {
    id: `${ticket.id}-description`,
    author: isCustomers ? 'customer' : 'bot',
    authorId: isCustomers ? requester.id : '',
    text: description,
    html: null,
    isPublic: isCustomers,
    at: ticket.created_at,
  };
  const said = parts.map((part) => turnOf(part, 'html')).filter((turn) => turn !== null);
  const turns = [...(description === '' ? [] : [opening]), ...said];
  const { closedAt, reopenedAt, handovers } = historyOfParts(asConversationParts(parts));
  const isSolved = isResolved(ticket);
  return {
    id: TICKET_PREFIX + ticket.id,
    subject: attribute(ticket, '_default_title_'),
    channel: 'ticket',
    state: isSolved ? 'solved' : 'open',
    mergedInto: null,
    requester,
    people: [...people.values()],
    organization: company && { id: company.id, name: company.name ?? '', domains: [] },
    brand: null,
    createdAt: ticket.created_at,
    updatedAt: ticket.updated_at,
    solvedAt: isSolved ? (closedAt ?? ticket.updated_at) : null,
    reopenedAt,
    handovers,
    rating: null,
    tags: parts.length >= MAX_PARTS || (ticket.ticket_parts?.total_count ?? 0) > parts.length ? [CUT_TAG] : [],
    segment: segmentOf(contacts[0] ?? null, company),
    turns: turns.map((turn) => ({ ...turn, isPublic: turn.isPublic && isCustomers })),
  };
}
