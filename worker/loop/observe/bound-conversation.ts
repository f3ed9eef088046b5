import type { Conversation, Turn } from '../../../shared/conversation.ts';

/** Text of one conversation in UTF-8: as JSON, with its marks escaped, it stays one value. Source: 1.9 MB a value. */
export const MAX_CONVERSATION_BYTES = 1_000_000;

/** The conversation with its first turns, as many as one stored value holds: what comes after hundreds repeats. */
export function boundConversation(conversation: Conversation): Conversation {
  const turns: Turn[] = [];
  let bytes = 0;
  for (const turn of conversation.turns) {
    bytes += new TextEncoder().encode(JSON.stringify(turn)).length;
    if (bytes > MAX_CONVERSATION_BYTES) return { ...conversation, turns };
    turns.push(turn);
  }
  return conversation;
}
