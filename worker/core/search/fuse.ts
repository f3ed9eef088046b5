/** How little the first ranks stand out from the next. Source: Cormack, Clarke, Büttcher 2009, reciprocal rank fusion. */
const RANK_OFFSET = 60;

/**
 * Several rankings of the same things as one, by reciprocal rank: what stands high in more of them comes first. Scores of
 * the rankings need not be comparable. Ties keep the order of the first ranking that has them.
 */
export function fuseRanks(rankings: readonly (readonly string[])[]): string[] {
  const scores = new Map<string, number>();
  for (const ranking of rankings)
    for (const [rank, id] of ranking.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (RANK_OFFSET + rank + 1));
  return [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id);
}
