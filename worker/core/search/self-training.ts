import {
  type ArticleModel,
  type FeatureWeights,
  learnArticles,
  scoreArticles,
  type Teaching,
} from './article-model.ts';
import type { Features } from './features.ts';
import {
  BAYES_IN_RANKING,
  LEAST_POSTERIOR,
  MOST_TEXTS,
  ROUNDS,
  SETTLED_SHARE,
  TAUGHT_WEIGHT,
  TEMPERATURE,
} from './weights.ts';

/** The best article of a text and its posterior under a softmax of the scores; null where nothing is shared. */
export function bestArticle(scores: Float32Array): { row: number; posterior: number } | null {
  let row = 0;
  for (let i = 1; i < scores.length; i++) if ((scores[i] ?? 0) > (scores[row] ?? 0)) row = i;
  const top = scores[row] ?? 0;
  if (top <= 0) return null;
  let sum = 0;
  for (const score of scores) sum += Math.exp((score - top) / TEMPERATURE);
  return { row, posterior: 1 / sum };
}

/**
 * Teaches the articles the words of past questions, without labels: hard expectation-maximization, where only texts
 * with a sure article teach, the surest first, a bounded number each. The same texts in any order give the same model.
 */
export function selfTrain(
  articles: readonly (readonly Teaching[])[],
  past: readonly Features[],
  of: FeatureWeights,
): ArticleModel {
  let model = learnArticles(articles, of);
  let before = new Int32Array(past.length).fill(-1);
  for (let round = 0; round < ROUNDS; round++) {
    const sure: { row: number; posterior: number; features: Features }[] = [];
    const now = new Int32Array(past.length).fill(-1);
    past.forEach((features, i) => {
      const best = bestArticle(scoreArticles(model, features, of, BAYES_IN_RANKING));
      if (!best || best.posterior < LEAST_POSTERIOR) return;
      now[i] = best.row;
      sure.push({ ...best, features });
    });
    const changed = now.reduce((count, row, i) => count + (row === before[i] ? 0 : 1), 0);
    if (changed <= SETTLED_SHARE * past.length) break;
    before = now;
    sure.sort((a, b) => b.posterior - a.posterior || compareFeatures(a.features, b.features));
    const taught = articles.map((texts) => [...texts]);
    for (const { row, features } of sure) {
      const texts = taught[row];
      if (texts && texts.length - (articles[row]?.length ?? 0) < MOST_TEXTS)
        texts.push({ features, weight: TAUGHT_WEIGHT });
    }
    model = learnArticles(taught, of);
  }
  return model;
}

function compareFeatures(a: Features, b: Features): number {
  const length = a.ids.length - b.ids.length;
  if (length !== 0) return length;
  const at = a.ids.findIndex((id, i) => id !== b.ids[i]);
  return at < 0 ? 0 : (a.ids[at] ?? 0) - (b.ids[at] ?? 0);
}
