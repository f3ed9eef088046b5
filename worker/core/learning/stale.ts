import type { Finding } from '../finding.ts';
import type { Issue, Learned } from './state.ts';

/** Findings about the lines of the issue's article. */
export function staleIn(l: Learned, issue: Issue): Finding[] {
  if (issue.articleId === null || !l.articles.has(issue.articleId)) return [];
  return [];
}
