import type { Saying } from '../acts/statements.ts';

/**
 * The order in which agents say things: by how many others each comes before, in most of the conversations that hold both,
 * less how many it comes after. What no conversation compares keeps its place in `items`. Pure; ties keep that order too.
 */
export function inSaidOrder<T extends { said: readonly Saying[] }>(items: readonly T[]): T[] {
  const places = items.map(({ said }) => new Map(said.map((s) => [s.quote.conversationId, s.place] as const)));
  const standing = places.map((own) =>
    places.reduce((sum, other) => {
      let before = 0;
      for (const [conversation, place] of own) before += Math.sign((other.get(conversation) ?? place) - place);
      return sum + Math.sign(before);
    }, 0),
  );
  return items
    .map((item, i) => ({ item, i }))
    .sort((a, b) => standing[b.i]! - standing[a.i]! || a.i - b.i)
    .map(({ item }) => item);
}
