import type { ConversationState, TurnAuthor } from '../../../shared/conversation.ts';

/** Someone who wrote in a conversation, as the helpdesk's API states it. Lives in memory only: never stored. */
export interface Person {
  id: string;
  role: TurnAuthor;
  name: string;
  email: string | null;
  phone: string | null;
}

/** One message as the helpdesk has it: unredacted, in memory only. `html` is null where the vendor gives text alone. */
export interface RawTurn {
  id: string;
  author: TurnAuthor;
  authorId: string;
  text: string;
  html: string | null;
  isPublic: boolean;
  at: number;
  /** How this message came, where the vendor tells and it may be another way than the conversation's. */
  channel?: string;
}

/**
 * What an AI agent of the helpdesk answered before, or instead of, a person: on what, by the addresses of its sources, and
 * how it ended. `at` is the time of its last answer.
 */
export interface BotAnswer {
  at: number;
  turnIds: string[];
  sourceUrls: string[];
  /** A person had to answer after it, or the customer said that it did not help. */
  hasFailed: boolean;
}

/** A team that had the conversation, by the name people see, and since when (ms). */
export interface TeamStay {
  name: string;
  since: number;
}

/**
 * Why a machine must not answer a customer here, as the helpdesk itself states it: a channel with other rules (chat, voice), others
 * read along, a person has it, another machine speaks, or nobody has proved the sender's address.
 */
export const NO_ANSWER = ['channel', 'copied', 'assigned', 'other_machine', 'unverified'] as const;
export type NoAnswer = (typeof NO_ANSWER)[number];

/**
 * A conversation as it stands at the helpdesk, with private notes and personal data: the input of core/prepare.ts.
 * `solvedAt` is null while it is open; `rating` is what the customer gave, null where none or where it can't be seen;
 * `handovers` are changes of the assigned person or group after the first; `reopenedAt` are returns from solved.
 */
export interface RawConversation {
  id: string;
  subject: string;
  channel: string;
  state: ConversationState;
  mergedInto: string | null;
  requester: Person;
  people: Person[];
  organization: { id: string; name: string; domains: string[] } | null;
  brand: string | null;
  createdAt: number;
  updatedAt: number;
  solvedAt: number | null;
  reopenedAt: number[];
  handovers: number;
  /** Every team it was with, in order; absent where none is told, or where it never left the first. */
  teams?: TeamStay[];
  rating: 'good' | 'bad' | null;
  /**
   * Whom the helpdesk keeps it for, by the helpdesk's id (`group/360…`, `teammate/12`): not every agent may open it. Null or
   * absent where every agent may.
   */
  restrictedTo?: string | null;
  /** Absent where the vendor has no AI agent, or does not tell of it. */
  botAnswer?: BotAnswer | null;
  /** The first reason against an answer without a person; null where there is none, absent where the rim does not tell: no. */
  noAnswer?: NoAnswer | null;
  tags: string[];
  segment: Record<string, string>;
  turns: RawTurn[];
}
