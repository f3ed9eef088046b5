import { passages } from '../acts/passages.ts';
import { issueOf } from '../issues/issues.ts';
import { emptyIssue, seedFromArticle, unseed } from '../issues/members.ts';
import { statementActs } from '../issues/statement-acts.ts';
import { askedFeatures } from '../issues/suggestion.ts';
import type { Issue, Learned, Line } from '../learned/state.ts';
import { hash32, nameOf } from '../text/hash32.ts';
import { reading } from '../text/sentences.ts';
import { readLines } from './article-lines.ts';

export interface ArticleText {
  id: string;
  title: string;
  section: string;
  labels: string[];
  bodyHtml: string;
}

/** Takes in an article, new or changed. A changed one keeps its issue; evidence restarts at the lines that changed. */
export function setArticle(l: Learned, a: ArticleText): void {
  const before = l.articles.get(a.id);
  const lines = readLines(l, a.id, a.bodyHtml, before?.lines ?? []);
  const issueId = before?.issueId ?? heir(l, lines)?.id ?? nameOf('article', a.id);
  const issue = l.issues.get(issueOf(l, issueId)) ?? emptyIssue(issueId, a.id);
  if (before) unseed(l, issue, before);
  issue.articleId = a.id;
  issue.finding = null;
  l.issues.set(issue.id, issue);
  const article = {
    id: a.id,
    title: a.title,
    section: a.section,
    labels: a.labels,
    issueId: issue.id,
    lines,
    titleWords: reading(`${a.title} ${a.labels.join(' ')}`.toLowerCase()).stems.map((s) => hash32(`c:${s}`)),
    bodyWords: [] as number[],
    asked: askedFeatures([a.title, ...passages(a.bodyHtml).map((p) => p.text)].join('\n'), false),
  };
  article.bodyWords = [...new Set(article.lines.flatMap((line) => line.stems.map((s) => hash32(`c:${s}`))))];
  l.articles.set(a.id, article);
  seedFromArticle(l, issue, article);
}

/** Share of what an issue's article would state that a new article must hold to be the one the issue waited for. */
const HEIR = 0.5;

/** The discovered issue whose answers a new article gives: the one it holds most of. */
function heir(l: Learned, lines: readonly Line[]): Issue | null {
  const held = new Set(lines.map((line) => line.act));
  let best: Issue | null = null;
  let bestShare = HEIR;
  for (const issue of l.issues.values()) {
    if (issue.articleId !== null || issue.counted < 2) continue;
    const acts = statementActs(l, issue);
    const share = acts.filter((a) => held.has(a)).length / Math.max(1, acts.length);
    if (share >= bestShare && (best === null || share > bestShare)) {
      best = issue;
      bestShare = share;
    }
  }
  return best;
}

/** Forgets an article. Its conversations stay with their issue, which is then covered by nothing. */
export function removeArticle(l: Learned, id: string): void {
  const article = l.articles.get(id);
  if (!article) return;
  const issue = l.issues.get(issueOf(l, article.issueId));
  if (issue) {
    unseed(l, issue, article);
    issue.articleId = null;
    if (issue.size === 0) l.issues.delete(issue.id);
  }
  l.articles.delete(id);
  for (const act of l.acts.values()) act.near.delete(id);
}
