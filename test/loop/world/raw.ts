import { MINUTE_MS } from '../../../shared/time.ts';
import type { RawConversation } from '../../../worker/loop/ports/helpdesk.ts';
import type { LoopMessage, Moment } from '../../../worker/loop/ports/messages.ts';

/** A conversation of one question and one answer, solved at `solvedAt` (ms); `more` over it. */
export function aRaw(id: string, solvedAt = 10 * MINUTE_MS, more: Partial<RawConversation> = {}): RawConversation {
  const customer = { id: `customer ${id}`, role: 'customer' as const, name: 'Mo Vale', email: null, phone: null };
  const agent = { id: 'agent 1', role: 'agent' as const, name: 'Kit Lund', email: null, phone: null };
  const turn = { html: null, isPublic: true };
  return {
    id,
    subject: 'Export of wages',
    channel: 'email',
    state: 'solved',
    mergedInto: null,
    requester: customer,
    people: [customer, agent],
    organization: null,
    brand: null,
    createdAt: solvedAt - 5 * MINUTE_MS,
    updatedAt: solvedAt,
    solvedAt,
    reopenedAt: [],
    handovers: 0,
    rating: null,
    tags: [],
    segment: {},
    turns: [
      {
        ...turn,
        id: `${id}-1`,
        author: 'customer',
        authorId: customer.id,
        text: 'Where can I export the wages of my people for last month?',
        at: solvedAt - 5 * MINUTE_MS,
      },
      {
        ...turn,
        id: `${id}-2`,
        author: 'agent',
        authorId: agent.id,
        text: 'Open Reports, choose Wages and click Export to get the file.',
        at: solvedAt - MINUTE_MS,
      },
    ],
    ...more,
  };
}

export const observing = (conversationId: string, at: number, moment: Moment = 'solved'): LoopMessage => ({
  type: 'observe',
  at,
  conversationId,
  moment,
});
