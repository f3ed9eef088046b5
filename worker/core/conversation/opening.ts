import type { Conversation } from '../../../shared/conversation.ts';

/** Messages that state the need: what a customer adds later answers the agent. Source: benchmark README, "question". */
export const OPENING_MESSAGES = 3;

const REPLY_PREFIX = /^(?:\s{0,4}(?:re|fw|fwd|aw|wg|sv|tr|rv|antw)\s?:)+/i;

/** Subjects that a channel made, not the customer: Zendesk messaging, talk and chat; Intercom has none. */
const MADE_BY_CHANNEL =
  /^(?:conversation|chat|call|phone call|voicemail|voice mail|abandoned call|text message|sms|facebook (?:post|message)) (?:with|from|to|by|on) |^chat transcript\b|^\(?no subject\)?$|^untitled/i;

const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * What the customer asked: the first messages of the requester's side (at most `maxMessages`), whether or not an agent
 * spoke between them, one a line, with the subject in front unless the messages begin with it or a channel made it.
 * Empty where the customer said nothing.
 */
export function openingQuestion(conversation: Conversation, maxMessages: number = OPENING_MESSAGES): string {
  const said = conversation.turns
    .filter((turn) => turn.author === 'customer')
    .slice(0, maxMessages)
    .map((turn) => turn.text);
  const subject = conversation.subject
    .replace(REPLY_PREFIX, '')
    .replace(/(?:\.{3}|…)\s*$/, '')
    .trim();
  const isWorthless = subject === '' || MADE_BY_CHANNEL.test(subject);
  if (isWorthless || comparable(said.join(' ')).includes(comparable(subject))) return said.join('\n');
  return [subject, ...said].join('\n');
}
