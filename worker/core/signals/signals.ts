import type { Conversation } from '../../../shared/conversation.ts';
import type { Signal } from '../../../shared/signal.ts';
import { escalation } from './escalation.ts';
import { frustration } from './frustration.ts';
import type { SignalFacts, SignalInput } from './input.ts';
import { lowConfidence } from './low-confidence.ts';
import { rephrase } from './rephrase.ts';
import { badRating, botAnswerFailed, flagged, reopen, repeatContact, solvedWithoutArticle } from './stated.ts';

export type { Flag, SignalFacts, SignalInput } from './input.ts';

const READERS = [
  rephrase,
  escalation,
  frustration,
  lowConfidence,
  reopen,
  repeatContact,
  badRating,
  botAnswerFailed,
  solvedWithoutArticle,
] as const;

/**
 * Every signal a conversation shows, each kind at most once, in order of event time (ms). Signals that are read from
 * words are those of the conversation's language, where it has a folder, and chosen for precision: what is doubtful is no signal. docs/signals.md names the fields.
 */
export function signalsOf(input: SignalInput): Signal[] {
  const read = READERS.map((reader) => reader(input)).filter((signal) => signal !== null);
  return [...read, ...flagged(input)].sort((a, b) => a.at - b.at || a.kind.localeCompare(b.kind, 'en'));
}

/**
 * Whether the conversation came back or displeased its customer: it was reopened, rated badly, or shows frustration. What
 * was learned is not needed for it, so that learning can be told of it.
 */
export function isTroubled(conversation: Conversation, facts: SignalFacts): boolean {
  const input: SignalInput = { conversation, facts, ...UNKNOWN };
  return [reopen, badRating, frustration].some((reader) => reader(input) !== null);
}

/** Whether it ended badly in any way that is read without what was learned: troubled, escalated, or an AI agent answered in vain. */
export function endedBadly(conversation: Conversation, facts: SignalFacts): boolean {
  const input: SignalInput = { conversation, facts, ...UNKNOWN };
  return isTroubled(conversation, facts) || [escalation, botAnswerFailed].some((reader) => reader(input) !== null);
}

const UNKNOWN = {
  suggestedArticleIds: [],
  linkedArticleIds: [],
  coverage: null,
  issueId: null,
  articleId: null,
  earlier: [],
};
