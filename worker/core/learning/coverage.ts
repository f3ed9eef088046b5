import { agreementWith, tellingness } from './assignment.ts';
import type { Issue, Learned } from './state.ts';

/** Conversations over which an issue's mean agreement runs. */
const WINDOW = 30;

/** What an open gap leaves of coverage. */
const OPEN_GAP = 0.5;

/** How surely an article covered a conversation, 0 to 1: its own agreement shrunk to the issue's running mean. */
export function coverageOf(l: Learned, issue: Issue, acts: readonly number[]): number {
  const weights = acts.map((a) => tellingness(l, a));
  let own = 0;
  for (const id of issue.articleId === null ? l.articles.keys() : [issue.articleId])
    own = Math.max(own, agreementWith(l, acts, weights, id));
  const n = Math.min(issue.counted, WINDOW);
  issue.agreement += (own - issue.agreement) / Math.max(1, n);
  const shrunk = (own + Math.min(n, 6) * issue.agreement) / (1 + Math.min(n, 6));
  return Math.max(0, Math.min(1, issue.finding ? OPEN_GAP * shrunk : shrunk));
}
