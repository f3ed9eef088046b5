import { type ArticleModel, type FeatureWeights, scoreArticles } from './article-model.ts';
import type { Features } from './features.ts';
import { indexNeighbours, type Neighbour, type NeighbourIndex, nearest } from './neighbours.ts';
import { BAYES_IN_COVERAGE } from './weights.ts';

/** Neighbours of a question that are asked for their coverage. Origin: 10 to 20 measured alike. */
const NEIGHBOURS = 20;

/** A past question's score is drawn to its neighbours' by this share, this many times over. Origin: sweep over five bases. */
const SMOOTHING = 0.8;
const SMOOTHINGS = 5;

/** A question alone is a weaker witness than its neighbourhood: it is believed this many spreads further. Same origin. */
const OWN_LENIENCE = 0.9;

/** How softly the smaller of both witnesses is taken (a soft minimum), in spreads. Same origin. */
const SOFTNESS = 0.5;

/** Log-odds of coverage in one spread. Stated: a spread above the middle is .82 sure. */
const ODDS_PER_SPREAD = 1.5;

/** Statistics of a tenant with few past questions are drawn to these, which weigh as much as this many questions. Origin: mean of seven bases. */
const PRIOR = { middle: 0.55, spread: 0.22, questions: 50 };

/** Where covered and uncovered questions part, in units of score, and how wide either spreads. */
export interface Scale {
  middle: number;
  spread: number;
}

/** What is needed to say how sure it is that an article answers: past questions, their smoothed scores, both scales. */
export interface CoverageModel {
  past: NeighbourIndex;
  pastScores: Float32Array;
  own: Scale;
  around: Scale;
}

/**
 * Learns coverage without labels. The best score of past questions shows what covered ones reach; their second best,
 * which would be the best were the right article not there, shows what uncovered ones reach.
 */
export function learnCoverage(cold: ArticleModel, past: readonly Features[], of: FeatureWeights): CoverageModel {
  const best = new Float32Array(past.length);
  const second = new Float32Array(past.length);
  past.forEach((features, i) => {
    [best[i], second[i]] = topTwo(scoreArticles(cold, features, of, BAYES_IN_COVERAGE));
  });
  const index = indexNeighbours(past, of);
  const neighbours = past.map((features, i) => nearest(index, features, of, NEIGHBOURS, i));
  const smoothBest = smooth(best, neighbours);
  return {
    past: index,
    pastScores: smoothBest,
    own: scaleOf(best, second),
    around: scaleOf(smoothBest, smooth(second, neighbours)),
  };
}

/**
 * How sure it is, 0 to 1, that an article answers: the question's own best score and its neighbourhood's must both
 * lie on the covered side. 0 where the question shares nothing with any article.
 */
export function coverageOfQuestion(
  model: CoverageModel,
  cold: ArticleModel,
  question: Features,
  of: FeatureWeights,
): number {
  const [best] = topTwo(scoreArticles(cold, question, of, BAYES_IN_COVERAGE));
  if (best <= 0) return 0;
  const own = (best - model.own.middle) / model.own.spread + OWN_LENIENCE;
  const neighbours = nearest(model.past, question, of, NEIGHBOURS);
  const around =
    neighbours.length > 0
      ? (weightedMean(model.pastScores, neighbours) - model.around.middle) / model.around.spread
      : own;
  const both = -SOFTNESS * Math.log(Math.exp(-own / SOFTNESS) + Math.exp(-around / SOFTNESS));
  return 1 / (1 + Math.exp(-ODDS_PER_SPREAD * both));
}

function smooth(scores: Float32Array, neighbours: readonly (readonly Neighbour[])[]): Float32Array {
  let smoothed = scores;
  for (let time = 0; time < SMOOTHINGS; time++) {
    const last = smoothed;
    smoothed = scores.map((score, i) => {
      const around = neighbours[i] ?? [];
      return around.length > 0 ? (1 - SMOOTHING) * score + SMOOTHING * weightedMean(last, around) : score;
    });
  }
  return smoothed;
}

function weightedMean(values: Float32Array, neighbours: readonly Neighbour[]): number {
  let sum = 0;
  let weights = 0;
  for (const { row, similarity } of neighbours) {
    sum += similarity * similarity * (values[row] ?? 0);
    weights += similarity * similarity;
  }
  return sum / weights;
}

function scaleOf(covered: Float32Array, uncovered: Float32Array): Scale {
  const n = covered.length;
  const toward = (own: number, prior: number) => (n * own + PRIOR.questions * prior) / (n + PRIOR.questions);
  const [high, low] = [momentsOf(covered), momentsOf(uncovered)];
  return {
    middle: toward((high.mean + low.mean) / 2, PRIOR.middle),
    spread: Math.max(1e-3, toward((high.deviation + low.deviation) / 2, PRIOR.spread)),
  };
}

function momentsOf(values: Float32Array): { mean: number; deviation: number } {
  if (values.length === 0) return { mean: 0, deviation: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) };
}

function topTwo(scores: Float32Array): [number, number] {
  let best = 0;
  let second = 0;
  for (const score of scores) {
    if (score > best) [best, second] = [score, best];
    else if (score > second) second = score;
  }
  return [best, second];
}
