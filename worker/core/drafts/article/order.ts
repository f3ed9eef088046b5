import type { Fact } from './facts.ts';

/**
 * Facts in the order in which agents say them: by how many others each comes before, in most of the conversations that hold
 * both, less how many it comes after; then by mean place. Pure.
 */
export function inOrder<T extends { fact: Fact }>(items: readonly T[]): T[] {
  const places = items.map(({ fact }) => {
    const first = new Map<string, number>();
    for (const { conversationId, place } of fact.said)
      first.set(conversationId, Math.min(place, first.get(conversationId) ?? place));
    return first;
  });
  const mean = places.map((own) => [...own.values()].reduce((sum, place) => sum + place, 0) / own.size);
  const standing = places.map((own) =>
    places.reduce((sum, other) => {
      let before = 0;
      for (const [id, place] of own) before += Math.sign((other.get(id) ?? place) - place);
      return sum + Math.sign(before);
    }, 0),
  );
  return items
    .map((item, i) => ({ item, i }))
    .sort((a, b) => standing[b.i]! - standing[a.i]! || mean[a.i]! - mean[b.i]! || a.i - b.i)
    .map(({ item }) => item);
}
