import type { Conversation } from '../../../shared/conversation.ts';
import type { Solved } from '../../../worker/core/learning/learned.ts';
import { endedBadly, isTroubled } from '../../../worker/core/signals/signals.ts';
import type { Ticket } from './variant.ts';

/** A ticket as the worker would store it. */
export function conversationOf(t: Ticket): Conversation {
  const last = Date.parse(t.messages.at(-1)!.at);
  return {
    id: t.id,
    subject: t.subject,
    channel: 'chat',
    state: 'solved',
    requesterId: `person-${t.id}`,
    organizationId: `org-${t.id}`,
    language: 'en',
    brand: null,
    createdAt: Date.parse(t.created_at),
    updatedAt: last,
    segment: {},
    turns: t.messages.map((m, i) => ({
      id: `${t.id}-${i}`,
      author: m.author,
      personId: m.author === 'agent' ? `agent-${i % 6}` : null,
      text: m.text,
      at: Date.parse(m.at),
    })),
  };
}

const NO_FACTS = { handovers: 0, reopenedAt: [], rating: null, tags: [] };

/** What the learning reads of it. */
export function solvedOf(c: Conversation): Solved {
  const customerTurns = c.turns.filter((t) => t.author === 'customer').map(({ id, text, at }) => ({ id, text, at }));
  return {
    conversationId: c.id,
    at: c.updatedAt,
    requesterId: c.requesterId,
    organizationId: c.organizationId,
    question: customerTurns
      .slice(0, 3)
      .map((t) => t.text)
      .join('\n'),
    customerTurns,
    agentTurns: c.turns
      .filter((t) => t.author === 'agent')
      .map(({ id, text, at, personId }) => ({ id, text, at, personId })),
    isTroubled: isTroubled(c, NO_FACTS),
    endedBadly: endedBadly(c, NO_FACTS),
  };
}
