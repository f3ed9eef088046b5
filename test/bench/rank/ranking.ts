import type { SearchArticle } from '../../../worker/core/search/article.ts';
import {
  type ArticleSearch,
  buildSearch,
  coverageOf,
  questionInContext,
  searchArticles,
} from '../../../worker/core/search/article-search.ts';
import type { AskedQuestion } from '../../../worker/core/search/context.ts';
import { textsToEmbed } from '../../../worker/core/search/passages.ts';
import { withMeaning } from '../../../worker/core/search/with-meaning.ts';
import type { Embedder } from '../../../worker/loop/ports/writer.ts';
import type { RankDataset, RankQuestion } from './dataset.ts';
import { vectorsOf } from './embedders.ts';
import { issuesOf } from './issues.ts';

/** Most articles a line names. */
const MAX_RANKED = 10;

/** Articles that words put forward, and passages that meaning does, as the worker's search takes them. */
const CONSIDERED = 50;
const PASSAGES = 20;

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
 * texts: two searches are built, one of all articles and one without those that the set marks as removed. With an embedder,
 * passages are compared one by one, as the worker's vectors in D1 are.
 */
export async function rankDataset(
  dataset: RankDataset,
  embedder: Embedder | null,
  onProgress: (line: string) => void,
): Promise<RankRow[]> {
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
  const asked = dataset.questions.map((question) => askedOf(question, search));
  const near = embedder ? await nearestOf(embedder, opaque.map(textOf), asked, onProgress) : [];
  return dataset.questions.map((question, i) => {
    const text = asked[i] ?? '';
    const found = withMeaning(searchArticles(search, text, CONSIDERED), near[i] ?? []);
    if (i > 0 && i % PROGRESS_EVERY === 0) onProgress(`${i} of ${dataset.questions.length}`);
    return {
      id: question.id,
      article_ids: found.slice(0, MAX_RANKED).map((hit) => articleIds.get(hit.articleId) ?? ''),
      coverage: coverageOf(search, text),
      coverage_in_gap: coverageOf(gapSearch, askedOf(question, gapSearch)),
      issue_id: issues[i] ?? null,
    };
  });
}

/** The passages nearest to each question, by cosine, best first. */
async function nearestOf(
  embedder: Embedder,
  articles: readonly SearchArticle[],
  asked: readonly (string | AskedQuestion)[],
  onProgress: (line: string) => void,
): Promise<{ articleId: string; score: number }[][]> {
  onProgress(`embedding by ${embedder.model}`);
  const passages = articles.flatMap(({ id, title, bodyHtml }) =>
    textsToEmbed(title, bodyHtml).map((text) => ({ articleId: id, text })),
  );
  const vectors = await vectorsOf(
    embedder,
    passages.map(({ text }) => text),
  );
  const questions = await vectorsOf(
    embedder,
    asked.map((question) => (typeof question === 'string' ? question : question.text)),
  );
  return questions.map((question) =>
    passages
      .flatMap(({ articleId }, i) => (question && vectors[i] ? [{ articleId, score: dot(question, vectors[i]) }] : []))
      .sort((a, b) => b.score - a.score)
      .slice(0, PASSAGES),
  );
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** All that is said, as one text: what a past conversation teaches. */
function saidIn(question: RankQuestion): string {
  return question.messages ? question.messages.map((message) => message.text).join('\n') : question.text;
}

function askedOf(question: RankQuestion, search: ArticleSearch): string | AskedQuestion {
  return question.messages ? questionInContext(question.messages, search) : question.text;
}
