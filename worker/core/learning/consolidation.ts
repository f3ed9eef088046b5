import { choices } from './assignment.ts';
import { join, leave } from './classes.ts';
import type { Issue, Learned, Member } from './state.ts';

/** Counted members under which a discovered issue is small: its members choose again. */
const SMALL = 12;

/** Lets small issues choose again, merges those that are one, returns who moved. */
export function consolidate(l: Learned): { conversationId: string; issueId: string }[] {
  const moved: { conversationId: string; issueId: string }[] = [];
  const small = [...l.issues.values()]
    .filter((i) => i.articleId === null && i.counted < SMALL && i.finding === null)
    .sort((a, b) => a.size - b.size || (a.id < b.id ? -1 : 1));
  for (const issue of small) {
    for (const member of [...issue.members]) {
      const better = betterHome(l, issue, member);
      if (!better) continue;
      leave(l, issue, member);
      join(l, better, member);
      moved.push({ conversationId: member.conversationId, issueId: better.id });
    }
    if (issue.size <= 0) {
      l.issues.delete(issue.id);
      const home = moved.at(-1);
      if (home) l.merged.set(issue.id, home.issueId);
    }
  }
  return moved;
}

function betterHome(l: Learned, issue: Issue, member: Member): Issue | null {
  leave(l, issue, member);
  const best = choices(l, member).find((c) => c.issue !== issue && c.issue!.size > 0);
  const own = choices(l, member).find((c) => c.issue === issue);
  join(l, issue, member);
  if (!best || best.score < 2) return null;
  return !own || issue.size <= 1 || best.score > own.score ? best.issue : null;
}
