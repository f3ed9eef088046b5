import type { Diagnosis } from '../diagnosis.ts';

/**
 * Who gave the answer that a conversation ended with. `bot`: an AI agent of the helpdesk, with no person's word in it. `mend`:
 * a reply of Mend's, with no person's word in it. `nobody`: it was closed without an answer.
 */
export const SOLVERS = ['bot', 'mend', 'person', 'nobody'] as const;
export type Solver = (typeof SOLVERS)[number];

/** Why a conversation had to go to somebody else. `unknown`: nothing that was read tells. */
export const ESCALATION_REASONS = [
  'no_article',
  'article_wrong',
  'product_defect',
  'permission',
  'asked',
  'sensitive',
  'unsure',
  'unknown',
] as const;
export type EscalationReason = (typeof ESCALATION_REASONS)[number];

/** What the customer said after the last answer: all that is known of how it ended where nobody rates. */
export const LAST_WORDS = ['thanked', 'displeased', 'said_more', 'silent'] as const;
export type LastWord = (typeof LAST_WORDS)[number];

/** What became of advice beside the conversation. `edited`: inserted, and sent in part. */
export const ADVICE_USES = ['none', 'suggested', 'inserted', 'edited'] as const;
export type AdviceUse = (typeof ADVICE_USES)[number];

/** What the customer is known to have tried before a person had to answer. */
export const TRIED = ['nothing_seen', 'article', 'search', 'bot'] as const;
export type Tried = (typeof TRIED)[number];

/** What opened a conversation again: the customer's thanks, displeasure or more to say; or the staff, without a word of theirs. */
export const REOPEN_REASONS = ['thanked', 'displeased', 'said_more', 'staff'] as const;
export type ReopenReason = (typeof REOPEN_REASONS)[number];

/** Whether an agent who searched for an article beside the conversation sent one. */
export const SEARCHES = ['found', 'not_found'] as const;
export type Search = (typeof SEARCHES)[number];

/**
 * How one conversation ended, without a word of it: closed values, keyed hashes of people, times of events in ms. `kept` is the
 * share of an inserted reply's sentences that were sent as they stood, null where none was inserted. `customerRuns` counts
 * stretches of the customer's turns, `touches` those of the staff's. `search` is null where no agent searched, `isChaff` holds
 * of what asked nothing.
 */
export interface Ending {
  conversationId: string;
  requesterId: string;
  organizationId: string | null;
  audience: string | null;
  language: string;
  issueId: string | null;
  articleId: string | null;
  diagnosis: Diagnosis;
  openedAt: number;
  solvedAt: number;
  solvedBy: Solver;
  firstReplyMs: number | null;
  firstReplyBy: Exclude<Solver, 'nobody'> | null;
  customerRuns: number;
  touches: number;
  handovers: number;
  reopened: number;
  reopenReason: ReopenReason | null;
  rating: 'good' | 'bad' | null;
  lastWord: LastWord;
  escalation: EscalationReason | null;
  advice: AdviceUse;
  kept: number | null;
  tried: Tried;
  search: Search | null;
  isChaff: boolean;
  isLinked: boolean;
}
