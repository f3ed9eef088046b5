import type { LoopMessage, Moment } from '../../loop/ports/messages.ts';
import type { ZendeskEvent } from './webhook.ts';

const TICKET = 'zen:event-type:ticket.';
const ARTICLE = 'zen:event-type:article.';
const ENDED = new Set(['SOLVED', 'CLOSED']);

/**
 * What each ticket event we subscribe to means for the loop; `status_changed` depends on the statuses. Reading again is
 * all that a retraction (made private, redacted) asks for: the conversation as it now stands has it no more.
 */
const TICKET_MOMENTS: Record<string, Moment | 'by_status'> = {
  created: 'opened',
  comment_added: 'changed',
  comment_made_private: 'changed',
  comment_redacted: 'changed',
  attachment_redacted_from_comment: 'changed',
  status_changed: 'by_status',
  merged: 'gone',
  soft_deleted: 'gone',
  permanently_deleted: 'gone',
  marked_as_spam: 'gone',
};
const MOMENTS = new Map(Object.entries(TICKET_MOMENTS));
const ARTICLE_EVENTS = ['published', 'unpublished'];

/** The event types our webhook subscribes to. */
export const SUBSCRIPTIONS: readonly string[] = [
  ...Object.keys(TICKET_MOMENTS).map((name) => TICKET + name),
  ...ARTICLE_EVENTS.map((name) => ARTICLE + name),
];

export type Translation = { key: string; message: LoopMessage } | { ignored: string };

function momentByStatus(event: ZendeskEvent): Moment | null {
  if (ENDED.has(String(event.event?.current))) return 'solved';
  return ENDED.has(String(event.event?.previous)) ? 'changed' : null;
}

/**
 * What a verified event asks of the loop, under the signed event id as key (the same event delivered again is the same
 * row). Only ids and a time leave here: no text, no name. `ownUserId` is the user our token acts as: what we did ourselves
 * teaches nothing.
 */
export function translate(event: ZendeskEvent, ownUserId: string | null = null): Translation {
  const actorId = event.detail.actor_id ?? event.detail.user_id ?? null;
  if (ownUserId !== null && actorId === ownUserId) return { ignored: 'done by ourselves' };
  if (event.type.startsWith(ARTICLE)) {
    const isKnown = ARTICLE_EVENTS.includes(event.type.slice(ARTICLE.length));
    return isKnown ? { key: event.id, message: { type: 'refresh', at: event.time } } : { ignored: event.type };
  }
  const name = event.type.startsWith(TICKET) ? event.type.slice(TICKET.length) : '';
  const known = MOMENTS.get(name);
  const moment = known === 'by_status' ? momentByStatus(event) : known;
  if (!moment) return { ignored: event.type };
  return { key: event.id, message: { type: 'observe', at: event.time, conversationId: event.detail.id, moment } };
}
