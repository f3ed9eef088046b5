import { type ArticleSearch, coverageOf, searchArticles } from './article-search.ts';
import { clusterTexts } from './clusters.ts';
import type { AskedQuestion } from './context.ts';
import { languageKey } from './language-key.ts';

/**
 * Below this coverage a question is grouped by its own words and not by an article. Lower than .5, since a covered issue
 * torn apart costs more than an uncovered question in the wrong company. Origin: sweep over three bases, whole and with gaps.
 */
const COVERED = 0.15;

/**
 * Issue by question id: questions that one article covers share an issue, the others are grouped by their words. Ids
 * are `article:ID`, `text:ID of the first member in order of id` or `alone:ID`, with the language before them where it
 * is not the base's. The order of the questions changes nothing.
 */
export function clusterQuestions(
  search: ArticleSearch,
  questions: readonly { id: string; text: string | AskedQuestion }[],
): Map<string, string> {
  const issues = new Map<string, string>();
  const uncovered = new Map<string, { id: string; text: string }[]>();
  for (const { id, text: asked } of questions) {
    const text = typeof asked === 'string' ? asked : asked.text;
    const language = languageKey(text);
    const best = coverageOf(search, asked) >= COVERED ? searchArticles(search, asked, 1)[0] : undefined;
    if (best) issues.set(id, `${language}article:${best.articleId}`);
    else uncovered.set(language, [...(uncovered.get(language) ?? []), { id, text }]);
  }
  for (const [language, group] of uncovered)
    for (const [id, issue] of clusterTexts(group)) issues.set(id, `${language}${issue}`);
  return issues;
}
