import type { Contradiction } from '../../../shared/advice.ts';
import { verdictsOn } from '../alignment/verdicts.ts';
import { withoutCourtesy } from '../conversation/courtesy.ts';
import { named } from '../findings/claims/votes.ts';
import type { Learned } from '../learning/learned.ts';
import { isCourtesyStem, reading, sentences } from '../text/sentences.ts';

/** Most contradictions told of one draft: the first to mend it are enough. */
const MAX_FOUND = 3;

/** Nearness from which a single sentence that begins with the line's subject is about its claim: nothing else confirms it. Stated. */
const SURELY_ABOUT = 0.5;

/** What is shown of an article beside a contradiction. */
export interface CheckedArticle {
  id: string;
  title: string;
  url: string;
}

/**
 * Sentences of a draft reply that state a claim of these articles with another value, each line once. What customers are
 * already known to be told in its place is no contradiction but the article's own trouble; a question states nothing.
 */
export function contradictionsIn(
  learned: Learned,
  articles: readonly CheckedArticle[],
  draft: string,
): Contradiction[] {
  const found: Contradiction[] = [];
  const shown = new Map(articles.map((article) => [article.id, article]));
  const pages = articles.flatMap(({ id }) => {
    const article = learned.articles.get(id);
    return article ? [{ article, covers: 1 }] : [];
  });
  for (const { text } of sentences(withoutCourtesy(draft))) {
    if (/\?["'”’)]*$/.test(text)) continue;
    for (const { claim, place, said, isSame, nearness } of verdictsOn(learned, pages, text)) {
      const article = shown.get(claim.articleId);
      const line = place.line.key;
      const statement = place.line.plain ?? place.line.text ?? '';
      if (subjectOf(text) !== subjectOf(statement)) continue;
      if (isSame || nearness < SURELY_ABOUT || !article || found.length >= MAX_FOUND) continue;
      if (found.some((one) => one.articleId === claim.articleId && one.line === line)) continue;
      if (isKnown(learned, claim.articleId, line, named(said))) continue;
      found.push({
        articleId: claim.articleId,
        articleTitle: article.title,
        articleUrl: article.url,
        line,
        statement,
        sentence: text,
        says: place.value.text,
        wrote: said.text,
      });
    }
  }
  return found;
}

/** The word of content with which a sentence begins: what it is about. */
function subjectOf(sentence: string): string | undefined {
  return reading(sentence).stems.find((stem) => !isCourtesyStem(stem));
}

/** Whether agents are found to give this value in the line's place. */
function isKnown(learned: Learned, articleId: string, line: number, value: string): boolean {
  return [...learned.findings.values()].some(
    (one) => one.articleId === articleId && one.value === value && one.corrections?.some((at) => at.line === line),
  );
}
