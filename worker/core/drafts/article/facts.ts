import { likeness, rarityOf, type Vector, vectorOf } from './likeness.ts';
import type { Said } from './reading.ts';

/** One thing that agents say, in all the wordings in which they say it. */
export interface Fact {
  said: Said[];
  conversations: ReadonlySet<string>;
}

/** From this score on two wordings say one thing. Source: the weights below on development sets. */
const ONE_THING = 0.21;
const MEAN = 0.6;
const MOST = 0.4;
/** What it counts that two wordings never meet in one conversation, although chance would have them meet. */
const NEVER_MET = 0.15;
/** What it costs that they do meet, by the share of the rarer one's conversations: nobody says one thing twice. */
const MET = 0.5;
const MET_POWER = 0.5;
/** What it costs that they have different figures. */
const OTHER_FIGURES = 0.25;

interface Group {
  said: Said[];
  vectors: Vector[];
  where: Set<string>;
  figures: Set<string>;
  isAsking: boolean;
}

/**
 * Groups sentences by what they say; what asks never with what tells. Two wordings of one thing resemble each other and are not said in one conversation:
 * agents don't say one thing twice. Pure; sentences of the same words are one wording; ties keep the order of `all`.
 */
export function factsIn(all: readonly Said[], background: readonly Said[], conversations: number): Fact[] {
  const rarity = rarityOf([...all, ...background].map(({ words }) => words));
  const wordings = Map.groupBy(
    all,
    ({ words, figures, isAsking }) => `${[...words].sort().join(' ')}|${figures}|${isAsking}`,
  );
  const groups: (Group | null)[] = [...wordings.values()].map((said) => ({
    said,
    vectors: [vectorOf(said[0]!, rarity)],
    where: new Set(said.map(({ conversationId }) => conversationId)),
    figures: new Set(said.flatMap(({ figures }) => (figures === '' ? [] : [figures]))),
    isAsking: said[0]!.isAsking,
  }));
  const scores = groups.map((a, i) => groups.map((b, j) => (j > i ? scoreOf(a!, b!, conversations) : 0)));
  for (;;) {
    let [best, at, to] = [ONE_THING, -1, -1];
    for (let i = 0; i < groups.length; i++) {
      if (!groups[i]) continue;
      const row = scores[i]!;
      for (let j = i + 1; j < groups.length; j++) if (groups[j] && row[j]! > best) [best, at, to] = [row[j]!, i, j];
    }
    if (at < 0) break;
    const [a, b] = [groups[at]!, groups[to]!];
    groups[at] = {
      said: [...a.said, ...b.said],
      vectors: [...a.vectors, ...b.vectors],
      where: new Set([...a.where, ...b.where]),
      figures: new Set([...a.figures, ...b.figures]),
      isAsking: a.isAsking,
    };
    groups[to] = null;
    for (let k = 0; k < groups.length; k++) {
      const other = groups[k];
      if (!other || k === at) continue;
      const [i, j] = k < at ? [k, at] : [at, k];
      scores[i]![j] = scoreOf(groups[i]!, groups[j]!, conversations);
    }
  }
  return groups.filter((group) => group !== null).map(({ said, where }) => ({ said, conversations: where }));
}

function scoreOf(a: Group, b: Group, conversations: number): number {
  if (a.isAsking !== b.isAsking) return 0;
  let [sum, most] = [0, 0];
  for (const x of a.vectors)
    for (const y of b.vectors) {
      const like = likeness(x, y);
      sum += like;
      if (like > most) most = like;
    }
  if (most === 0) return 0;
  let met = 0;
  for (const id of a.where) if (b.where.has(id)) met++;
  const rarer = Math.min(a.where.size, b.where.size);
  const expected = (a.where.size * b.where.size) / Math.max(1, conversations);
  const figures =
    a.figures.size > 0 && b.figures.size > 0 && ![...a.figures].some((figure) => b.figures.has(figure))
      ? OTHER_FIGURES
      : 0;
  return (
    (MEAN * sum) / (a.vectors.length * b.vectors.length) +
    MOST * most +
    (met === 0 ? NEVER_MET * Math.tanh(expected / 1.5) : -MET * (met / rarer) ** MET_POWER) -
    figures
  );
}
