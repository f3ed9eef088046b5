import type { Contradiction } from '../../../shared/advice.ts';
import type { Learned } from '../learning/learned.ts';
import { sentences } from '../learning/sentences.ts';
import { otherValues, signature } from '../learning/values.ts';

/** Most contradictions told of one draft: the first to mend it are enough. */
const MAX_FOUND = 3;

/** What is shown of an article beside a contradiction. */
export interface CheckedArticle {
  id: string;
  title: string;
  url: string;
}

/**
 * Sentences of a draft reply that say a line of these articles with other values, each line once. What customers are
 * already known to be told in its place is no contradiction but the article's own trouble; a question states nothing.
 */
export function contradictionsIn(l: Learned, articles: readonly CheckedArticle[], draft: string): Contradiction[] {
  const found: Contradiction[] = [];
  for (const sentence of sentences(draft)) {
    if (/\?["'”’)]*$/.test(sentence.text)) continue;
    for (const { id, title, url } of articles)
      for (const line of l.articles.get(id)?.lines ?? []) {
        if (found.length >= MAX_FOUND) return found;
        if (line.text === null || found.some((f) => f.articleId === id && f.line === line.key)) continue;
        const differing = otherValues(l, line, sentence.text);
        if (!differing || isKnown(l, id, line.key, signature(differing))) continue;
        found.push({
          articleId: id,
          articleTitle: title,
          articleUrl: url,
          line: line.key,
          statement: line.text,
          sentence: sentence.text,
          says: differing.map(({ from }) => from.text).join(', '),
          wrote: differing.map(({ to }) => to.text).join(', '),
        });
      }
  }
  return found;
}

/** Whether agents are found to give this value in the line's place. */
function isKnown(l: Learned, articleId: string, line: number, value: string): boolean {
  const given = [...l.issues.values()]
    .filter((issue) => issue.articleId === articleId)
    .flatMap((issue) => issue.members.flatMap((m) => m.values));
  const isFound = [...l.findings.values()].some((f) => f.articleId === articleId && f.statistics.lineKey === line);
  return isFound && given.some((other) => other.line === line && other.value === value);
}
