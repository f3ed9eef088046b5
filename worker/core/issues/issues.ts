import type { Issue, Learned } from '../learned/state.ts';
import { type Burst, burstOf, latestAt } from './burst.ts';
import { titleOf } from './title.ts';

/** The issue that an issue became by merging. */
export function issueOf(learned: Learned, issueId: string): string {
  let id = issueId;
  for (let hop = 0; hop < 64; hop++) {
    const next = learned.merged.get(id);
    if (next === undefined) return id;
    id = next;
  }
  return id;
}

/** Which of two equal issues comes first: by their articles' words, then the older one. Ids, which are of vendors' making, last. */
export function inOrder(learned: Learned, a: Issue, b: Issue): number {
  const titleOfArticle = (issue: Issue) => learned.articles.get(issue.articleId ?? '')?.title ?? '';
  const [one, other] = [titleOfArticle(a), titleOfArticle(b)];
  return one === other ? a.firstAt - b.firstAt || (a.id < b.id ? -1 : 1) : one < other ? -1 : 1;
}

/** What is known of each issue, and whether it bursts at `now` (the latest that was learned from). Times are event time in ms. */
export function issues(
  learned: Learned,
  now = latestAt(learned),
): {
  id: string;
  title: string;
  articleId: string | null;
  size: number;
  distinctCustomers: number;
  distinctOrganizations: number;
  firstAt: number;
  lastAt: number;
  burst: Burst | null;
}[] {
  return [...learned.issues.values()]
    .filter((i) => i.size > 0 || i.articleId !== null)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((i) => ({
      id: i.id,
      title: titleOf(learned, i),
      articleId: i.articleId,
      size: i.size,
      distinctCustomers: i.customersSeen,
      distinctOrganizations: i.peopleSeen,
      firstAt: i.firstAt,
      lastAt: i.lastAt,
      burst: burstOf(learned, i, now),
    }));
}
