import { conceptsOf } from '../../text/lexicon.ts';
import type { Said } from './reading.ts';

/** Weight of a meaning that several words share; a word has 0.8 to 3. */
const CONCEPT = 1.1;

/** A rare word tells more, but not in proportion: its rarity to this power. Origin: grouping on development sets. */
const RARITY_POWER = 0.7;

export type Vector = ReadonlyMap<string, number>;

/** How rare each word is among sentences: ln(1 + (N + 1) / (n + .5)). */
export function rarityOf(sentences: readonly (readonly string[])[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of sentences) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = sentences.length + 1;
  return (word) => Math.log(1 + all / ((counts.get(word) ?? 0) + 0.5));
}

/** The words of a sentence, and what they mean where several mean the same, by how rare they are; of length 1. */
export function vectorOf(said: Pick<Said, 'words' | 'text'>, rarity: (word: string) => number): Vector {
  const weights = new Map<string, number>();
  for (const word of said.words) weights.set(word, rarity(word) ** RARITY_POWER);
  for (const concept of conceptsOf(said.text)) weights.set(concept, CONCEPT);
  const length = Math.hypot(...weights.values());
  return new Map([...weights].map(([word, weight]) => [word, length === 0 ? 0 : weight / length]));
}

/** Cosine of two vectors of length 1. */
export function likeness(a: Vector, b: Vector): number {
  const [less, more] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of less) sum += weight * (more.get(word) ?? 0);
  return sum;
}
