import type { Failure, Habit } from '../../../shared/diagnosis.ts';

/** One of two things that are said of the same: by whom, and where; `articleId` is the article that states it. */
export interface Side {
  value: string;
  articleId: string | null;
  organizations: number;
  agents: number;
  conversationIds: string[];
}

/** What of an article's line is wrong, as it stands there, and what agents say in its place. */
export interface Correction {
  line: number;
  wrong: string;
  right: string;
}

/**
 * A gap as the learned state sees it: enough conversations of one issue agree that knowledge failed, and on why.
 * `key` is stable: the same finding found again has the same key. `conversationIds` is its evidence at that moment.
 * `statistics` names every number that decided, so that "why" can be answered (unit in the name).
 */
export interface Finding {
  key: string;
  cause: Failure | Habit;
  issueId: string;
  articleId: string | null;
  title: string;
  conversationIds: string[];
  statistics: Record<string, number>;
  /** What agents say that it is about, where it is about several things; one stands in `statistics.actId`. */
  acts?: number[];
  /** From which team to which it is handed on, where that is what it is about. */
  teams?: { from: string; to: string };
  /** What agents say in the place of the values (or words) of the line in `statistics.lineKey`, where it is about one. */
  value?: string;
  /** What is wrong where, and right, where it is about values: one claim may stand on several lines. */
  corrections?: Correction[];
  /** What contradicts what, where the finding is a contradiction. */
  sides?: Side[];
}
