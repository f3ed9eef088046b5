import { type Features, featuresOf, Vocabulary } from './features.ts';
import { buildModel, idfOf, type Model, P, scoresOf, selfTrain, type Teaching } from './model.ts';
import { passagesOf, passageText } from './passages.ts';

/** One article as search reads it. `bodyHtml` is HTML, Markdown or plain text. */
export interface SearchArticle {
  id: string;
  title: string;
  section: string;
  labels: string[];
  bodyHtml: string;
}

/** One answer of search: the article, its score (higher is better, comparable within one query), its best section. */
export interface ArticleHit {
  articleId: string;
  score: number;
  passage: string;
}

/** What is known of a tenant's articles and of its customers' words. */
export interface ArticleSearch {
  ids: string[];
  passages: string[][];
  vocabulary: Vocabulary;
  cold: Model;
  warm: Model;
}

/** Learns the articles, and from the tenant's own past questions (no labels) the words its customers use for them. */
export function buildSearch(articles: readonly SearchArticle[], past: readonly string[]): ArticleSearch {
  const vocabulary = new Vocabulary();
  const read = (text: string): Features => featuresOf(text, vocabulary, false);
  const passages = articles.map((article) => passagesOf(article.bodyHtml));
  const teachings: Teaching[][] = articles.map((article, i) => [
    { features: read(article.title), weight: P.titleWeight },
    ...article.labels.map((label) => ({ features: read(label), weight: 1 })),
    ...(passages[i] ?? []).flatMap((passage) =>
      [passage.heading, ...passage.blocks].filter(Boolean).map((block) => ({ features: read(block), weight: 1 })),
    ),
  ]);
  const pastFeatures = past.map(read);
  const kinds = Uint8Array.from(vocabulary.kinds);
  const documents = [
    ...teachings.map((texts) => Int32Array.from(new Set(texts.flatMap((text) => [...text.features.ids])))),
    ...pastFeatures.map((f) => f.ids),
  ];
  const idf = idfOf(documents, kinds.length);
  const cold = buildModel(teachings, idf, kinds);
  const warm = past.length > 0 ? selfTrain(teachings, pastFeatures, idf, kinds) : cold;
  return {
    ids: articles.map((article) => article.id),
    passages: passages.map((list) => list.map(passageText)),
    vocabulary,
    cold,
    warm,
  };
}

/** The articles that fit a question, best first, at most `limit`; empty where nothing is shared. */
export function searchArticles(search: ArticleSearch, question: string, limit: number): ArticleHit[] {
  const features = featuresOf(question, search.vocabulary, true);
  const scores = scoresOf(search.warm, features);
  const rows = [...scores.keys()].filter((row) => (scores[row] ?? 0) > 0);
  rows.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  return rows
    .slice(0, limit)
    .map((row) => ({
      articleId: search.ids[row] ?? '',
      score: scores[row] ?? 0,
      passage: search.passages[row]?.[0] ?? '',
    }));
}

/** How sure it is, 0 to 1, that an article answers the question. */
export function coverageOf(search: ArticleSearch, question: string): number {
  const features = featuresOf(question, search.vocabulary, true);
  const top = scoresOf(search.cold, features).reduce((a, b) => Math.max(a, b), 0);
  return top / (1 + top);
}

/** Issue id by question id: questions of one article share an issue. */
export function clusterQuestions(
  search: ArticleSearch,
  questions: readonly { id: string; text: string }[],
): Map<string, string> {
  return new Map(
    questions.map(({ id, text }) => [id, searchArticles(search, text, 1)[0]?.articleId ?? `question:${id}`]),
  );
}
