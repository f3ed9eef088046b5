import type { Features } from './features.ts';
import {
  BACKGROUND_SHARE,
  BAYES_WEIGHTS,
  COSINE_WEIGHTS,
  EVENT_SCALE,
  EXACT_BONUS,
  IDF_POWER,
  KINDS,
} from './weights.ts';

const EXACT = KINDS.indexOf('exact');

/** A code tells articles apart when at most this many of them hold it, or this share. Stated. */
const RARE_ARTICLES = 3;
const RARE_SHARE = 0.05;

/** A text that speaks for an article, and for how many passages it counts. */
export interface Teaching {
  features: Features;
  weight: number;
}

/**
 * What is known of each article, as postings by feature: `rows[starts[f]..starts[f+1])` are the articles that have
 * feature `f`, with their weights beside them. `cosine` is the unit centroid (for exact features:
 * the bonus itself), `bayes` the log-likelihood ratio of one event against the background.
 */
export interface ArticleModel {
  articles: number;
  starts: Int32Array;
  rows: Int32Array;
  cosine: Float32Array;
  bayes: Float32Array;
}

/**
 * What all models of a tenant share: of each feature its kind, its inverse document frequency (natural log), and what one
 * event of it counts for: next to nothing where every text holds it, as the subject of a whole help center.
 */
export interface FeatureWeights {
  idf: Float32Array;
  kinds: Uint8Array;
  events: Float32Array;
}

/** Weights over documents, each given by its distinct features; the idf is ln(1 + (N+1) / (df+.5)). */
export function weighted(documents: readonly Int32Array[], kinds: Uint8Array): FeatureWeights {
  const seenIn = new Float32Array(kinds.length);
  for (const ids of documents) for (const id of ids) seenIn[id] = (seenIn[id] ?? 0) + 1;
  const idf = seenIn.map((count) => Math.log(1 + (documents.length + 1) / (count + 0.5)));
  return { kinds, idf, events: stricter(idf).map(worthOfEvent) };
}

/** The same, stricter with what many texts hold: where it is asked whether an article answers at all, its subject proves nothing. */
export function weightedStrictly({ kinds, idf }: FeatureWeights): FeatureWeights {
  const strict = stricter(idf);
  return { kinds, idf: strict, events: stricter(strict).map(worthOfEvent) };
}

/** ln(x) where the idf is ln(1 + x), at least 0: twice over it is Robertson and Spärck Jones' weight (1976). */
function stricter(idf: Float32Array): Float32Array {
  return idf.map((value) => Math.max(0, Math.log(Math.expm1(value))));
}

function worthOfEvent(idf: number): number {
  return EVENT_SCALE * Math.sqrt(idf);
}

/** Unit vector of a text under the weights of kinds, in the order of its ids; all zero where nothing counts. */
export function unitVector(features: Features, of: FeatureWeights, kindWeights: readonly number[]): Float32Array {
  const vector = new Float32Array(features.ids.length);
  let square = 0;
  for (let i = 0; i < vector.length; i++) {
    const id = features.ids[i] ?? 0;
    const value =
      (kindWeights[of.kinds[id] ?? 0] ?? 0) * Math.sqrt(features.counts[i] ?? 0) * (of.idf[id] ?? 0) ** IDF_POWER;
    vector[i] = value;
    square += value * value;
  }
  const norm = Math.sqrt(square) || 1;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / norm;
  return vector;
}

/** Learns each article from the texts that speak for it. */
export function learnArticles(teachings: readonly (readonly Teaching[])[], of: FeatureWeights): ArticleModel {
  const background = new Float32Array(of.kinds.length);
  const learned = teachings.map((texts) => summaryOf(texts, of, background));
  const backgroundTotal = background.reduce((sum, count) => sum + count, 0) || 1;
  const starts = new Int32Array(of.kinds.length + 1);
  for (const article of learned) for (const id of article.centroid.keys()) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < of.kinds.length; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const size = starts[of.kinds.length] ?? 0;
  const next = starts.slice();
  const model: ArticleModel = {
    articles: teachings.length,
    starts,
    rows: new Int32Array(size),
    cosine: new Float32Array(size),
    bayes: new Float32Array(size),
  };
  const rare = Math.max(RARE_ARTICLES, RARE_SHARE * teachings.length);
  const bonusOf = (id: number) => ((starts[id + 1] ?? 0) - (starts[id] ?? 0) <= rare ? EXACT_BONUS : 0);
  learned.forEach((article, row) => {
    for (const [id, value] of article.centroid) {
      const slot = next[id] ?? 0;
      next[id] = slot + 1;
      model.rows[slot] = row;
      model.cosine[slot] = of.kinds[id] === EXACT ? bonusOf(id) : value / article.norm;
      const share = (article.events.get(id) ?? 0) / article.total;
      const rest = (background[id] ?? 0) / backgroundTotal;
      if (share > 0) model.bayes[slot] = Math.log(1 + ((1 - BACKGROUND_SHARE) * share) / (BACKGROUND_SHARE * rest));
    }
  });
  return model;
}

/** Scores of all articles for a query: cosine, exact matches, and the log-likelihood ratio per stem times its weight. */
export function scoreArticles(
  model: ArticleModel,
  query: Features,
  of: FeatureWeights,
  bayesWeight: number,
): Float32Array {
  const scores = new Float32Array(model.articles);
  const vector = unitVector(query, of, COSINE_WEIGHTS);
  const perStem = bayesWeight / Math.max(1, query.stems);
  for (let i = 0; i < vector.length; i++) {
    const id = query.ids[i] ?? 0;
    const kind = of.kinds[id] ?? 0;
    const value = kind === EXACT ? 1 : (vector[i] ?? 0);
    const events = perStem * (BAYES_WEIGHTS[kind] ?? 0) * (of.events[id] ?? 0) * (query.counts[i] ?? 0);
    const end = model.starts[id + 1] ?? 0;
    for (let slot = model.starts[id] ?? 0; slot < end; slot++) {
      const row = model.rows[slot] ?? 0;
      scores[row] = (scores[row] ?? 0) + value * (model.cosine[slot] ?? 0) + events * (model.bayes[slot] ?? 0);
    }
  }
  return scores;
}

/** Whether an article holds a code of the query that few hold. */
export function holdsCode(model: ArticleModel, query: Features, of: FeatureWeights): boolean {
  return query.ids.some(
    (id) =>
      of.kinds[id] === EXACT &&
      (model.cosine[model.starts[id] ?? 0] ?? 0) > 0 &&
      (model.starts[id + 1] ?? 0) > (model.starts[id] ?? 0),
  );
}

/** Features an article keeps, the heaviest; bounds what is stored of a very long one. Stated: some 40 paragraphs. */
const MAX_FEATURES = 3_000;

function keepHeaviest(centroid: Map<number, number>): void {
  if (centroid.size <= MAX_FEATURES) return;
  const byWeight = [...centroid].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  for (const [id] of byWeight.slice(MAX_FEATURES)) centroid.delete(id);
}

function summaryOf(texts: readonly Teaching[], of: FeatureWeights, background: Float32Array) {
  const centroid = new Map<number, number>();
  const events = new Map<number, number>();
  let total = 0;
  for (const { features, weight } of texts) {
    const vector = unitVector(features, of, COSINE_WEIGHTS);
    features.ids.forEach((id, i) => {
      const value = vector[i] ?? 0;
      centroid.set(id, (centroid.get(id) ?? 0) + weight * value);
      const count = weight * (features.counts[i] ?? 0) * (BAYES_WEIGHTS[of.kinds[id] ?? 0] ?? 0);
      if (count === 0) return;
      events.set(id, (events.get(id) ?? 0) + count);
      background[id] = (background[id] ?? 0) + count;
      total += count;
    });
  }
  keepHeaviest(centroid);
  return { centroid, norm: lengthOf(centroid), events, total: total || 1 };
}

function lengthOf(vector: ReadonlyMap<number, number>): number {
  let square = 0;
  for (const value of vector.values()) square += value * value;
  return Math.sqrt(square) || 1;
}
