import type { SearchArticle } from '../../../worker/core/search/article.ts';
import {
  type ArticleSearch,
  buildSearch,
  coverageOf,
  questionInContext,
  searchArticles,
} from '../../../worker/core/search/article-search.ts';
import type { AskedQuestion } from '../../../worker/core/search/context.ts';
import type { RankDataset, RankQuestion } from './dataset.ts';
import { issuesOf } from './issues.ts';

/** Most articles a line names. */
const MAX_RANKED = 10;

/** Questions between two lines of progress. */
const PROGRESS_EVERY = 500;

export interface RankRow {
  id: string;
  article_ids: string[];
  coverage: number;
  coverage_in_gap: number;
  issue_id: string | null;
}

/**
 * Ranks and covers every question and names its issue, in the order of the file. The core sees opaque numbers for ids, and only
 * texts: two searches are built, one of all articles and one without those that the set marks as removed.
 */
export function rankDataset(dataset: RankDataset, onProgress: (line: string) => void): RankRow[] {
  const opaque = dataset.articles.map((article, i) => ({ article, id: `${i + 1}` }));
  const articleIds = new Map(opaque.map(({ article, id }) => [id, article.id]));
  const past = dataset.past.map(saidIn);
  const textOf = ({ article, id }: (typeof opaque)[number]): SearchArticle => ({
    id,
    title: article.title,
    section: article.section,
    labels: [],
    bodyHtml: article.body_html,
  });
  const build = (isGap: boolean): ArticleSearch =>
    buildSearch(opaque.filter(({ article }) => !isGap || !article.removed_in_gap).map(textOf), past);
  onProgress('learning all articles');
  const search = build(false);
  onProgress('learning without the removed articles');
  const gapSearch = build(true);
  onProgress('naming issues');
  const issues = issuesOf(opaque.map(textOf), dataset.isTransductive ? [] : past, dataset.questions.map(saidIn));
  return dataset.questions.map((question, i) => {
    const text = askedOf(question, search);
    if (i > 0 && i % PROGRESS_EVERY === 0) onProgress(`${i} of ${dataset.questions.length}`);
    return {
      id: question.id,
      article_ids: searchArticles(search, text, MAX_RANKED).map((hit) => articleIds.get(hit.articleId) ?? ''),
      coverage: coverageOf(search, text),
      coverage_in_gap: coverageOf(gapSearch, askedOf(question, gapSearch)),
      issue_id: issues[i] ?? null,
    };
  });
}

/** All that is said, as one text: what a past conversation teaches. */
function saidIn(question: RankQuestion): string {
  return question.messages ? question.messages.map((message) => message.text).join('\n') : question.text;
}

function askedOf(question: RankQuestion, search: ArticleSearch): string | AskedQuestion {
  return question.messages ? questionInContext(question.messages, search) : question.text;
}
