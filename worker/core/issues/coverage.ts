import type { Issue, Learned } from '../learned/state.ts';
import { agreementWith, tellingness } from './assignment.ts';

/** Conversations over which an issue's mean agreement runs. */
const WINDOW = 30;

/** What remains of agreement where the issue has no article, and where a gap is open. */
const NO_ARTICLE = 0.5;
const OPEN_GAP = 0.25;

/** What belonging to an article's issue is worth by itself: words and acts chose it over having none. */
const BELONGING = 0.5;

/** How surely an article covered a conversation, 0 to 1: its own agreement shrunk to the issue's running mean. */
export function coverageOf(l: Learned, issue: Issue, acts: readonly number[]): number {
  const weights = acts.map((a) => tellingness(l, a));
  let own = 0;
  for (const id of issue.articleId === null ? l.articles.keys() : [issue.articleId])
    own = Math.max(own, agreementWith(l, acts, weights, id));
  const n = Math.min(issue.counted, WINDOW);
  issue.agreement += (own - issue.agreement) / Math.max(1, n);
  const shrunk = (own + Math.min(n, 6) * issue.agreement) / (1 + Math.min(n, 6));
  return expected(issue, shrunk);
}

/** The coverage that agreement with articles means in an issue, 0 to 1; by its mean agreement where nothing else is known. */
export function expected(issue: Issue, agreement = issue.agreement): number {
  const held = Math.max(0, Math.min(1, agreement));
  if (issue.articleId !== null) return BELONGING + (1 - BELONGING) * held;
  return held * (issue.finding === null ? NO_ARTICLE : OPEN_GAP);
}
