import type { Conversation } from '../../../shared/conversation.ts';
import { withoutPrefixes } from './subject.ts';

/** Messages that state the need: what a customer adds later answers the agent. Source: benchmark README, "question". */
export const OPENING_MESSAGES = 3;

const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * What the customer asked: the first messages of the requester's side (at most `maxMessages`), whether or not an agent
 * spoke between them, one a line, with the subject in front unless the messages begin with it. Empty where the customer
 * said nothing, and where a conversation is chaff: nothing is asked there.
 */
export function openingQuestion(conversation: Conversation, maxMessages: number = OPENING_MESSAGES): string {
  if (conversation.kind === 'chaff') return '';
  const said = conversation.turns
    .filter((turn) => turn.author === 'customer')
    .slice(0, maxMessages)
    .map((turn) => turn.text);
  if (said.length === 0 && conversation.kind === 'machine') return '';
  const subject = withoutPrefixes(conversation.subject)
    .replace(/(?:\.{3}|…)\s*$/, '')
    .trim();
  if (subject === '' || comparable(said.join(' ')).includes(comparable(subject))) return said.join('\n');
  return [subject, ...said].join('\n');
}
