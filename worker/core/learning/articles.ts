import { passages } from '../acts/passages.ts';
import { issueCoverage } from '../coverage/coverage.ts';
import { addPage, pageWords, removePage } from '../coverage/page-index.ts';
import { issueOf } from '../issues/issues.ts';
import { emptyIssue, seedFromArticle, unseed } from '../issues/members.ts';
import { askedFeatures } from '../issues/suggestion.ts';
import type { Issue, Learned } from '../learned/state.ts';
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
export function setArticle(learned: Learned, a: ArticleText): void {
  const before = learned.articles.get(a.id);
  const lines = readLines(learned, a.bodyHtml, before?.lines ?? []);
  const page = pageWords(
    a.title,
    passages(a.bodyHtml).map((passage) => passage.text),
  );
  addPage(learned.pages, a.id, page);
  const issueId = before?.issueId ?? heir(learned, a.id)?.id ?? nameOf('article', a.id);
  const issue = learned.issues.get(issueOf(learned, issueId)) ?? emptyIssue(issueId, a.id);
  if (before) unseed(learned, issue, before);
  issue.articleId = a.id;
  issue.finding = null;
  learned.issues.set(issue.id, issue);
  const article = {
    id: a.id,
    title: a.title,
    section: a.section,
    labels: a.labels,
    issueId: issue.id,
    lines,
    titleWords: reading(`${a.title} ${a.labels.join(' ')}`.toLowerCase()).stems.map((s) => hash32(`c:${s}`)),
    bodyWords: [] as number[],
    page,
    asked: askedFeatures([a.title, ...passages(a.bodyHtml).map((p) => p.text)].join('\n'), false),
  };
  article.bodyWords = [...new Set(article.lines.flatMap((line) => line.stems.map((s) => hash32(`c:${s}`))))];
  learned.articles.set(a.id, article);
  seedFromArticle(learned, issue, article);
}

/** Conversations of a discovered issue from which a new article can be told to be the one it waited for. */
const HEIR_FROM = 2;

/** The discovered issue that a new article covers, and no other page better: the one it covers most surely. */
function heir(learned: Learned, articleId: string): Issue | null {
  let best: Issue | null = null;
  let most = 0;
  for (const issue of learned.issues.values()) {
    if (issue.articleId !== null || issue.counted < HEIR_FROM) continue;
    const found = issueCoverage(learned, issue);
    if (found.articleId !== articleId || found.together <= most) continue;
    best = issue;
    most = found.together;
  }
  return best;
}

/** Forgets an article. Its conversations stay with their issue, which is then covered by nothing. */
export function removeArticle(learned: Learned, id: string): void {
  const article = learned.articles.get(id);
  if (!article) return;
  const issue = learned.issues.get(issueOf(learned, article.issueId));
  if (issue) {
    unseed(learned, issue, article);
    issue.articleId = null;
    if (issue.size === 0) learned.issues.delete(issue.id);
  }
  learned.articles.delete(id);
  removePage(learned.pages, id);
}
