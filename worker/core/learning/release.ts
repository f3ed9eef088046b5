import { uncovered } from '../findings/missing.ts';
import { emptyIssue, type Move, move } from '../issues/members.ts';
import type { Issue, Learned } from '../learned/state.ts';
import { nameOf } from '../text/hash32.ts';

/**
 * Where conversations that no page covers have gathered at the nearest one, gives them an issue of their own; the article keeps
 * its issue, empty. Returns who moved.
 */
export function released(learned: Learned, issue: Issue): Move[] {
  if (issue.articleId === null || !uncovered(learned, issue)) return [];
  let id = nameOf('issue', issue.members[0]!.conversationId);
  while (learned.issues.has(id) || learned.merged.has(id)) id = nameOf('issue', id);
  const own = emptyIssue(id, null);
  learned.issues.set(id, own);
  return [...issue.members].map((member) => move(learned, issue, own, member));
}
