import type { TeamStay } from '../conversation/helpdesk-conversation.ts';

export interface SolvedTurn {
  id: string;
  text: string;
  at: number;
}

/** What of a conversation is asked, and what was said to it. */
export interface Part {
  question: string;
  customerTurns: SolvedTurn[];
  agentTurns: (SolvedTurn & { personId: string | null })[];
}

/** One solved conversation; `question` is the customer's first messages, up to three; times are event time in ms. */
export interface Solved extends Part {
  conversationId: string;
  at: number;
  requesterId: string;
  organizationId: string | null;
  /** The questions that it was divided into; absent where it asks one thing. */
  parts?: readonly Part[];
  /** Whether it came back or displeased its customer; absent where that was not read. */
  isTroubled?: boolean;
  /** Whether it ended badly in any way, also by an escalation or an AI agent's failed answer; absent where that was not read. */
  endedBadly?: boolean;
  /** The teams it was with, in order; absent where that is not known. */
  teams?: readonly TeamStay[];
}
