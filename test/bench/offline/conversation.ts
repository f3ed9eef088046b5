import type { Conversation } from '../../../shared/conversation.ts';
import type { RawConversation } from '../../../worker/core/conversation/helpdesk-conversation.ts';
import { prepare } from '../../../worker/core/conversation/prepare.ts';
import type { Solved } from '../../../worker/core/learning/learned.ts';
import { endedBadly, isTroubled } from '../../../worker/core/signals/signals.ts';
import { solvedOf } from '../../../worker/loop/observe/diagnose.ts';
import type { Ticket } from './variant.ts';

/** The desk of a set: all of them are English. */
const DESK = { locale: 'en-us', languages: ['en'], named: [] };

/** Agents take turns: as in the replay. */
const AGENTS = 6;

/** A ticket as the worker would store it: prepared as what comes from a helpdesk is. `n` tells customers and agents apart. */
export function conversationOf(t: Ticket, n: number): Conversation {
  return prepare(rawOf(t, n), { personId: (id) => `p-${id}` }, DESK);
}

function rawOf(t: Ticket, n: number): RawConversation {
  const requester = { id: `c${n}`, role: 'customer', name: '', email: null, phone: null } as const;
  const agent = { ...requester, id: `a${n % AGENTS}`, role: 'agent' } as const;
  const turns = t.messages.map(({ author, text, at }, i) => {
    const authorId = author === 'agent' ? agent.id : requester.id;
    return { id: `${i + 1}`, author, authorId, text, html: null, isPublic: true, at: Date.parse(at) };
  });
  const [first, last] = [turns[0]?.at ?? 0, turns.at(-1)?.at ?? 0];
  return {
    id: t.id,
    subject: t.subject,
    channel: t.channel ?? 'chat',
    state: 'solved',
    mergedInto: null,
    requester,
    people: [requester, agent],
    organization: null,
    brand: null,
    createdAt: first,
    updatedAt: last,
    solvedAt: last,
    ...NO_FACTS,
    segment: {},
    turns,
  };
}

const NO_FACTS = { handovers: 0, reopenedAt: [], rating: null, tags: [] };

/** What the learning reads of it. */
export function lessonOf(c: Conversation): Solved {
  return { ...solvedOf(c), isTroubled: isTroubled(c, NO_FACTS), endedBadly: endedBadly(c, NO_FACTS) };
}
