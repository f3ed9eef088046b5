import { z } from 'zod';
import type { LoopMessage, Moment } from '../../loop/ports/messages.ts';
import { partAuthor } from '../conversations/authors.ts';
import { TICKET_PREFIX } from '../conversations/ticket.ts';
import { idSchema, timeSchema } from '../parse.ts';
import { authorSchema } from '../shapes.ts';
import type { IntercomEvent } from './webhook.ts';

/**
 * What each topic we subscribe to means for the loop. The conversation is read again, so a redaction or a new tag asks for
 * nothing else. Assigning, snoozing and reading change nothing that is learnt from.
 */
const CONVERSATION_MOMENTS: Record<string, Moment> = {
  'conversation.user.created': 'opened',
  'conversation.admin.single.created': 'opened',
  'conversation.user.replied': 'changed',
  'conversation.admin.replied': 'changed',
  'conversation.admin.noted': 'changed',
  'conversation.operator.replied': 'changed',
  'conversation.admin.opened': 'changed',
  'conversation.admin.closed': 'solved',
  'conversation.rating.added': 'changed',
  'conversation.deleted': 'gone',
  'conversation_part.redacted': 'changed',
  'conversation_part.tag.created': 'changed',
};
const TICKET_MOMENTS: Record<string, Moment> = {
  'ticket.created': 'opened',
  'ticket.contact.replied': 'changed',
  'ticket.admin.replied': 'changed',
  'ticket.note.created': 'changed',
  'ticket.state.updated': 'changed',
  'ticket.rating.provided': 'changed',
  'ticket.resolved': 'solved',
  'ticket.closed': 'solved',
};
/** From the preview's list of topics; they need the right to read articles. */
const ARTICLE_TOPICS = ['created', 'updated', 'published', 'unpublished', 'deleted'].map((name) => `article.${name}`);

const MOMENTS = new Map(Object.entries({ ...CONVERSATION_MOMENTS, ...TICKET_MOMENTS }));

/** Of these a program's doing tells nothing: neither ours, nor an integration's, nor Fin's. A close or an opening does. */
const SAID = new Set([
  'conversation.admin.replied',
  'conversation.admin.noted',
  'conversation.operator.replied',
  'ticket.admin.replied',
  'ticket.note.created',
]);

/** The topics to choose for the app in the Developer Hub: there is no API for it. */
export const SUBSCRIPTIONS: readonly string[] = [...MOMENTS.keys(), ...ARTICLE_TOPICS];

const partSchema = z.looseObject({
  author: authorSchema.nullish().catch(null),
  app_package_code: z.string().nullish().catch(null),
});
const namedSchema = z.looseObject({ id: idSchema });
const itemSchema = z.looseObject({
  type: z.string().nullish().catch(null),
  id: idSchema.nullish().catch(null),
  conversation_id: idSchema.nullish().catch(null),
  updated_at: timeSchema.nullish().catch(null),
  conversation: namedSchema.nullish().catch(null),
  ticket: namedSchema.nullish().catch(null),
  conversation_parts: z
    .looseObject({ conversation_parts: z.array(partSchema) })
    .nullish()
    .catch(null),
  ticket_parts: z
    .looseObject({ ticket_parts: z.array(partSchema) })
    .nullish()
    .catch(null),
  ticket_part: partSchema.nullish().catch(null),
});
type Item = z.output<typeof itemSchema>;

export type Translation = { key: string; message: LoopMessage } | { ignored: string };

/** The id of what a notification is about: the item's own, or that of the conversation or ticket within or beside it. */
function conversationIdOf(topic: string, item: Item): string | null {
  if (topic.startsWith('ticket.')) {
    const id = item.ticket?.id ?? item.id;
    return id ? TICKET_PREFIX + id : null;
  }
  if (item.conversation?.id ?? item.conversation_id) return item.conversation?.id ?? item.conversation_id ?? null;
  return item.type && item.type !== 'conversation' ? null : (item.id ?? null);
}

function isByProgram(topic: string, item: Item): boolean {
  if (!SAID.has(topic)) return false;
  const parts = item.conversation_parts?.conversation_parts ?? item.ticket_parts?.ticket_parts ?? [];
  const part = item.ticket_part ?? parts.at(-1);
  return part !== undefined && part.author !== null && partAuthor({ ...part, author: part.author }) === 'bot';
}

/**
 * What a signed notification asks of the loop, under its signed id as key (sent again it is the same row). Only ids and a
 * time leave here. Replies and notes made by a program (`app_package_code`: ours too) or by Fin (`from_ai_agent`,
 * `is_ai_answer`) are ignored; those of the teammate our token acts as are not, since that teammate is a person. The time
 * is the later of the notification's and the item's last update, both in whole seconds, so that what is told is not cut
 * off when the conversation is read as of then.
 */
export function translate(event: IntercomEvent): Translation {
  if (ARTICLE_TOPICS.includes(event.topic))
    return { key: event.id, message: { type: 'refresh', at: event.created_at } };
  const moment = MOMENTS.get(event.topic);
  if (!moment) return { ignored: event.topic };
  const item = itemSchema.safeParse(event.data.item).data;
  const conversationId = item ? conversationIdOf(event.topic, item) : null;
  if (!item || conversationId === null) return { ignored: `${event.topic} that names no conversation` };
  if (isByProgram(event.topic, item)) return { ignored: 'done by a program' };
  const at = Math.max(event.created_at, item.updated_at ?? 0);
  return { key: event.id, message: { type: 'observe', at, conversationId, moment } };
}
