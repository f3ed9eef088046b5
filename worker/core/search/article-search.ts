import { MAX_READ_CHARS } from '../text/words.ts';
import type { SearchArticle } from './article.ts';
import {
  type ArticleModel,
  type FeatureWeights,
  holdsCode,
  learnArticles,
  scoreArticles,
  weighted,
  weightedStrictly,
} from './article-model.ts';
import {
  type AskedQuestion,
  ENTITY_BONUS,
  type Entity,
  entitiesOf,
  type Message,
  questionInDialogue,
} from './context.ts';
import { type CoverageModel, coverageOfQuestion, learnCoverage } from './coverage.ts';
import { featuresOf, Vocabulary } from './features.ts';
import { selfTrain } from './self-training.ts';
import { bestPassage, quotedIn, readPassages, type StoredPassage } from './stored-passages.ts';
import { teachingsOf } from './teachings.ts';
import { BAYES_IN_RANKING, EXACT_BONUS, MAX_PAST, QUOTE_CANDIDATES } from './weights.ts';

/** One answer of search: the article, its score (higher is better, comparable within one query), its best section. */
export interface ArticleHit {
  articleId: string;
  score: number;
  passage: string;
}

/** What is known of a tenant's articles and of its customers' words. Plain data and a vocabulary; see rows.ts to store it. */
export interface ArticleSearch {
  ids: string[];
  passages: StoredPassage[][];
  entities: Entity[];
  vocabulary: Vocabulary;
  weights: FeatureWeights;
  /** Weights and articles for coverage alone, which is learned without self-training. */
  strict: FeatureWeights;
  cold: ArticleModel;
  warm: ArticleModel;
  coverage: CoverageModel;
}

/**
 * Learns the articles, and from the tenant's own past questions (no labels, oldest first) the words its customers use
 * for them. Without past it answers from the articles alone. Deterministic; work grows with the number of past texts.
 */
export function buildSearch(articles: readonly SearchArticle[], past: readonly string[]): ArticleSearch {
  const vocabulary = new Vocabulary();
  const teachings = articles.map((article) => teachingsOf(article, vocabulary));
  const passages = articles.map((article) => readPassages(article, vocabulary));
  const questions = past.slice(-MAX_PAST).map((text) => featuresOf(text, vocabulary, false));
  const kinds = Uint8Array.from(vocabulary.kinds);
  const documents = [
    ...teachings.map((texts) => Int32Array.from(new Set(texts.flatMap(({ features }) => [...features.ids])))),
    ...questions.map(({ ids }) => ids),
  ];
  const weights = weighted(documents, kinds);
  const strict = weightedStrictly(weights);
  const cold = learnArticles(teachings, strict);
  return {
    ids: articles.map(({ id }) => id),
    passages,
    entities: entitiesOf(articles),
    vocabulary,
    weights,
    strict,
    cold,
    warm: questions.length > 0 ? selfTrain(teachings, questions, weights) : learnArticles(teachings, weights),
    coverage: learnCoverage(cold, questions, strict),
  };
}

/** The question of a dialogue for `searchArticles`: what is asked last, about the entity that was named last. */
export function questionInContext(messages: readonly Message[], search: ArticleSearch): AskedQuestion {
  return questionInDialogue(messages, search.entities);
}

/** The articles that fit a question, best first, at most `limit`; none where nothing is shared. Ties keep the order of the base. */
export function searchArticles(search: ArticleSearch, question: string | AskedQuestion, limit: number): ArticleHit[] {
  const asked = typeof question === 'string' ? { text: question, entities: [] } : question;
  const features = featuresOf(asked.text, search.vocabulary, true);
  const scores = scoreArticles(search.warm, features, search.weights, BAYES_IN_RANKING);
  for (const { entity, weight } of asked.entities)
    for (const row of search.entities[entity]?.rows ?? []) scores[row] = (scores[row] ?? 0) + ENTITY_BONUS * weight;
  const byScore = (a: number, b: number) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
  const rows = [...scores.keys()].filter((row) => (scores[row] ?? 0) > 0).sort(byScore);
  const quotes = quotedIn(asked.text.slice(0, MAX_READ_CHARS));
  if (quotes.length > 0)
    for (const row of rows.slice(0, QUOTE_CANDIDATES)) {
      const text = (search.passages[row] ?? []).map((passage) => passage.text.toLowerCase()).join('\n');
      const said = quotes.filter((quote) => text.includes(quote)).length;
      scores[row] = (scores[row] ?? 0) + EXACT_BONUS * said;
    }
  return rows
    .sort(byScore)
    .slice(0, limit)
    .map((row) => ({
      articleId: search.ids[row] ?? '',
      score: scores[row] ?? 0,
      passage: bestPassage(search.passages[row] ?? [], features, search.weights),
    }));
}

/** Whether an article holds a code of the question, or a string that it quotes: then what stands decides, not what is believed. */
export function isNamedExactly(search: ArticleSearch, question: string): boolean {
  if (holdsCode(search.cold, featuresOf(question, search.vocabulary, true), search.strict)) return true;
  const quotes = quotedIn(question.slice(0, MAX_READ_CHARS));
  return quotes.some((quote) => search.passages.flat().some(({ text }) => text.toLowerCase().includes(quote)));
}

/** How sure it is, 0 to 1, that an article answers the question; 0 for what is no question (empty, emoji). */
export function coverageOf(search: ArticleSearch, question: string | AskedQuestion): number {
  const text = typeof question === 'string' ? question : question.text;
  const features = featuresOf(text, search.vocabulary, true);
  return coverageOfQuestion(search.coverage, search.cold, features, search.strict);
}
