import type { Issue, Learned, LearnedArticle } from '../learned/state.ts';
import { heldBy } from './assignment.ts';

/** People and share of an issue in which a first word must recur to be the issue's. */
const MIN_WORD_PEOPLE = 2;
const MIN_WORD_SHARE = 0.2;

/** Worth of a word in an article's body beside one in its title. */
const BODY_WORTH = 0.5;

/** Anchor, number of the article's own lines, and their mean number a conversation, from which an issue is the article's. */
const OWNED_ANCHOR = 0.25;
const OWNED_LINES = 2;
const OWNED_MEAN = 0.2;

/** How much of what an issue's customers ask in words of their own stands in each article, title before body, 0 to 1. */
export function anchorOf(l: Learned, issue: Issue): Map<string, number> {
  const words = new Map<number, number>();
  const counted = issue.members.filter((m) => m.counts);
  for (const m of counted) for (const f of m.opening) words.set(f, (words.get(f) ?? 0) + 1);
  let all = 0;
  const held = new Map<string, number>();
  for (const [f, n] of words) {
    const share = n / counted.length;
    if (n < MIN_WORD_PEOPLE || share < MIN_WORD_SHARE) continue;
    const lift = share / (((l.background.get(f) ?? 0) + 1) / (l.backgroundSize + 1));
    if (lift <= 1) continue;
    const weight = share * Math.log(lift);
    all += weight;
    for (const article of l.articles.values()) {
      const worth = article.titleWords.includes(f) ? 1 : article.bodyWords.includes(f) ? BODY_WORTH : 0;
      if (worth > 0) held.set(article.id, (held.get(article.id) ?? 0) + worth * weight);
    }
  }
  for (const [id, sum] of held) held.set(id, sum / all);
  return held;
}

/** The article whose issue a discovered one really is: it holds its customers' words, and agents say lines of its own. Null else. */
export function ownerOf(l: Learned, issue: Issue): LearnedArticle | null {
  if (issue.articleId !== null) return null;
  const ranked = [...anchorOf(l, issue)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const [id, anchor] of ranked) {
    if (anchor < OWNED_ANCHOR) return null;
    const article = l.articles.get(id)!;
    const own = ownLines(l, issue, id);
    if (own.lines >= OWNED_LINES && own.mean >= OWNED_MEAN) return article;
  }
  return null;
}

/** How many sentences that only this article holds are said in the issue, and how many a conversation. */
function ownLines(l: Learned, issue: Issue, articleId: string): { lines: number; mean: number } {
  const counted = issue.members.filter((m) => m.counts);
  const said = new Map<number, number>();
  for (const m of counted) for (const id of m.acts) said.set(id, (said.get(id) ?? 0) + 1);
  let lines = 0;
  let sum = 0;
  for (const [id, n] of said) {
    const act = l.acts.get(id);
    if (!act || heldBy(act, articleId) < 1) continue;
    if ([...act.near.keys()].some((a) => a !== articleId && heldBy(act, a) >= 1)) continue;
    lines++;
    sum += n;
  }
  return { lines, mean: sum / Math.max(1, counted.length) };
}
