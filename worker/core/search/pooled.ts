/** An article and how much speaks for it. */
interface Scored {
  articleId: string;
  score: number;
}

/**
 * Share of belief that search keeps beside all that solved conversations can teach: a little less than half, so that where
 * both are sure those who solved it decide. Four tried on one set of dialogues.
 */
const SEARCH_SHARE = 0.45;

/** Temperature that turns search's scores into belief; twice that of self-training, since it is one voice of two; tried beside it. */
const TEMPERATURE = 0.2;

/**
 * One answer of two engines, best first: the linear pool of what solved conversations taught (shares of belief) and of search
 * (its scores under a softmax). Scores are shares of belief again, 0 to 1. Young tenants live of search, old ones of both:
 * `experience` (0 to 1) is how much the first has learned from.
 */
export function pooled(
  learned: readonly Scored[],
  found: readonly Scored[],
  experience: number,
  limit: number,
): Scored[] {
  const top = found[0]?.score ?? 0;
  const worth = found.map(({ score }) => Math.exp((score - top) / TEMPERATURE));
  const all = worth.reduce((sum, one) => sum + one, 0) || 1;
  const share = found.length === 0 ? 0 : learned.length === 0 ? 1 : 1 - (1 - SEARCH_SHARE) * experience;
  const belief = new Map<string, number>();
  for (const { articleId, score } of learned) belief.set(articleId, (1 - share) * score);
  for (const [i, { articleId }] of found.entries())
    belief.set(articleId, (belief.get(articleId) ?? 0) + (share * (worth[i] ?? 0)) / all);
  return [...belief]
    .map(([articleId, score]) => ({ articleId, score }))
    .sort((a, b) => b.score - a.score || (a.articleId < b.articleId ? -1 : 1))
    .slice(0, limit);
}
