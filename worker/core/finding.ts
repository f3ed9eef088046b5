import type { GapCause } from '../../shared/diagnosis.ts';

/**
 * A gap as the learned state sees it: enough conversations of one issue agree that knowledge failed, and on why.
 * `key` is stable: the same finding found again has the same key. `conversationIds` is its evidence at that moment.
 * `statistics` names every number that decided, so that "why" can be answered (unit in the name).
 */
export interface Finding {
  key: string;
  cause: GapCause;
  issueId: string;
  articleId: string | null;
  title: string;
  conversationIds: string[];
  statistics: Record<string, number>;
}
