import type { Issue } from '../learned/state.ts';
import type { Learned } from '../learning/learned.ts';

/** Share of belief under which an article is not worth a look: any, that of the issue, one beside an issue of its own. */
const WORTH_A_LOOK = 0.1;
const OF_ITS_ISSUE = 0.05;
const DESPITE_ISSUE = 0.6;

/**
 * Whether a suggested article should be shown: it is not, however likely among articles, where the customer asks what no
 * article covers.
 */
export function isFitting(
  learned: Learned,
  issue: Issue | null,
  { articleId, score }: { articleId: string; score: number },
): boolean {
  if (issue === null) return false;
  if (issue.articleId === articleId) return score >= OF_ITS_ISSUE;
  const isCovered = issue.articleId !== null && learned.articles.has(issue.articleId);
  return score >= (isCovered ? WORTH_A_LOOK : issue.finding === null ? DESPITE_ISSUE : 1);
}
