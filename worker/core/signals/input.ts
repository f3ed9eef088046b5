import type { Conversation, Turn } from '../../../shared/conversation.ts';
import type { Signal, SignalKind } from '../../../shared/signal.ts';
import type { BotAnswer } from '../conversation/helpdesk-conversation.ts';

/** What the helpdesk states beside the text; a raw conversation fits. */
export interface SignalFacts {
  handovers: number;
  reopenedAt: readonly number[];
  rating: 'good' | 'bad' | null;
  tags: readonly string[];
  botAnswer?: BotAnswer | null;
}

/** What people or the search page told of this conversation, with its event time. */
export const FLAG_KINDS = ['suggestion_rejected', 'suggestion_edited', 'agent_flag', 'failed_search'] as const;
export interface Flag {
  kind: (typeof FLAG_KINDS)[number];
  at: number;
}

/** An earlier conversation of the same person; `at` is when it was opened. */
export interface EarlierContact {
  at: number;
  issueId: string | null;
  articleId: string | null;
}

/**
 * All that signals are read from. `suggestedArticleIds` are articles that were offered for it, `linkedArticleIds` those that an
 * agent sent; `botArticleIds` those that the helpdesk's AI agent answered from; `coverage` is the probability that an article answers it (null: not known, as with no article at all);
 * `issueId` and `articleId` are this conversation's own.
 */
export interface SignalInput {
  conversation: Conversation;
  facts: SignalFacts;
  suggestedArticleIds: readonly string[];
  linkedArticleIds: readonly string[];
  botArticleIds?: readonly string[];
  coverage: number | null;
  issueId: string | null;
  articleId: string | null;
  earlier: readonly EarlierContact[];
  flags?: readonly Flag[];
}

/** A signal names at most this many turns: a long quarrel is one signal, and a row stays small. */
export const MAX_SIGNAL_TURNS = 8;

/** A signal read from texts: its time is that of the first turn that shows it; null where no turn does. */
export function shownBy(kind: SignalKind, turns: readonly Turn[]): Signal | null {
  const first = turns[0];
  return first ? { kind, at: first.at, turnIds: turns.slice(0, MAX_SIGNAL_TURNS).map((turn) => turn.id) } : null;
}

/** A signal that stands in no text. */
export function statedAt(kind: SignalKind, at: number): Signal {
  return { kind, at, turnIds: [] };
}
