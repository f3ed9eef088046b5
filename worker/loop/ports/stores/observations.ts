import type { Conversation } from '../../../../shared/conversation.ts';
import type { Diagnosis } from '../../../../shared/diagnosis.ts';
import type { Gap } from '../../../../shared/index.ts';
import type { Ending } from '../../../../shared/measure/ending.ts';
import type { Signal } from '../../../../shared/signal.ts';
import type { LogEntry } from './learning.ts';

/** What one conversation taught. `issueId` is as assigned; readers follow merges. Times are event time, ms. */
export interface Observation {
  id: string;
  conversationId: string;
  state: 'suggested' | 'observed' | 'withdrawn';
  at: number;
  revision: string;
  language: string;
  question: string;
  suggestedArticleIds: string[];
  coverage: number | null;
  diagnosis: Diagnosis | null;
  issueId: string | null;
  articleId: string | null;
  signals: Signal[];
  /** Each question that it asked, its own fields being those of the first; absent where it asked one. */
  questions?: { issueId: string; coverage: number; articleId: string | null }[];
  requesterId: string;
  organizationId: string | null;
}

/** What counts of one conversation about an issue: who asked when, and how it went. `issueId` is as assigned. */
export type Asked = Pick<Observation, 'language' | 'at' | 'requesterId' | 'organizationId' | 'signals'> & {
  issueId: string;
};

export interface ObservationStore {
  find(tenant: string, conversationId: string): Promise<Observation | null>;
  /** The conversation as last stored (redacted), or null. */
  conversation(tenant: string, conversationId: string): Promise<Conversation | null>;
  conversations(tenant: string, conversationIds: string[]): Promise<Conversation[]>;
  /** Stores a suggestion made when the conversation was opened; a second one for it changes nothing. */
  suggest(tenant: string, observation: Observation, conversation: Conversation): Promise<void>;
  /**
   * Stores an observation, its conversation (null: what is stored of it stays), log entries and gaps in one batch. A gap
   * that stands keeps its state, since only its deciders move that, unless it was withdrawn. Throws where another writer
   * has appended to the log since `entries` were numbered: nothing is stored then. The ending stands with an observed
   * conversation and leaves with a withdrawn one; days that its coming or going changes are counted anew.
   */
  record(
    tenant: string,
    what: {
      observation: Observation;
      conversation: Conversation | null;
      entries: LogEntry[];
      gaps: Gap[];
      ending?: Ending;
      moved?: { conversationId: string; issueId: string }[];
    },
  ): Promise<void>;
  /** Observations that a person asked, or in whose stored text they wrote something, at most `limit`. */
  withWordsOf(tenant: string, personId: string, limit: number): Promise<Observation[]>;
  /** Observations that are kept for others than these audiences, at most `limit`: they were let teach once. */
  keptForOthers(tenant: string, audiences: string[], limit: number): Promise<Observation[]>;
  /** Conversations of the same person in the window before `at`, newest first. */
  recentOf(tenant: string, requesterId: string, since: number, before: number): Promise<Observation[]>;
  /** Observations in order of event time, for reports: one page after `after`. */
  list(tenant: string, after: { at: number; id: string } | null, limit: number): Promise<Observation[]>;
  /** Event time up to which each of these conversations is known; unknown ones are absent. */
  knownUpTo(tenant: string, conversationIds: string[]): Promise<Map<string, number>>;
  /** Observed conversations of these issues since `since`, oldest first; where there are more than `limit`, the newest. */
  ofIssues(tenant: string, issueIds: string[], since: number, limit: number): Promise<Asked[]>;
  /** How many conversations were observed since `since` (event time). */
  countSince(tenant: string, since: number): Promise<number>;
  /**
   * A spread of observed conversations other than these, of all or of those before `before` (event time); the same answer
   * for the same state.
   */
  sample(tenant: string, language: string, except: string[], limit: number, before?: number): Promise<Observation[]>;
}
