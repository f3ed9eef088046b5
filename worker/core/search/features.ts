import { conceptsOf } from '../lexicon.ts';
import { words } from '../words.ts';

/** Kinds of features, each with a weight of its own: stems, pairs of neighbouring stems, character n-grams, concepts of the lexicon. */
export const WORD = 0;
export const PAIR = 1;
export const GRAM = 2;
export const CONCEPT = 3;

/** Most stems of a text that become features; bounds the work on machine-made input. */
const MAX_STEMS = 400;
const GRAM_SIZES = [3, 4, 5];

/** Counts of hashed features by id: `ids` ascending and distinct, `counts` beside them; `kinds` of a vocabulary tell what each is. */
export interface Features {
  ids: Int32Array;
  counts: Float32Array;
}

/** Gives each hashed feature a small number. A frozen vocabulary gives -1 to what it never saw. */
export class Vocabulary {
  readonly idOf = new Map<number, number>();
  readonly kinds: number[] = [];

  id(hash: number, kind: number, isFrozen: boolean): number {
    const known = this.idOf.get(hash);
    if (known !== undefined) return known;
    if (isFrozen) return -1;
    const id = this.kinds.length;
    this.idOf.set(hash, id);
    this.kinds.push(kind);
    return id;
  }
}

/** FNV-1a over the UTF-16 units of `text[from..to)`, from a seed. Source: Fowler, Noll, Vo. */
export function hashText(text: string, from: number, to: number, seed: number): number {
  let hash = seed | 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

const SEEDS = [0x811c9dc5, 0x2f0b4c47, 0x5bd1e995, 0x1b873593];
const seedOf = (kind: number): number => SEEDS[kind] ?? 0;

/** The features of a text. What a frozen vocabulary doesn't hold is left out; `unknown` counts such stems. */
export function featuresOf(
  text: string,
  vocabulary: Vocabulary,
  isFrozen: boolean,
): Features & { unknown: number; length: number } {
  const stems = words(text).slice(0, MAX_STEMS);
  const counts = new Map<number, number>();
  let unknown = 0;
  const add = (hash: number, kind: number) => {
    const id = vocabulary.id(hash, kind, isFrozen);
    if (id >= 0) counts.set(id, (counts.get(id) ?? 0) + 1);
    else if (kind === WORD) unknown++;
  };
  stems.forEach((word, at) => {
    const hash = hashText(word, 0, word.length, seedOf(WORD));
    add(hash, WORD);
    const before = stems[at - 1];
    if (before !== undefined)
      add(hashText(word, 0, word.length, hashText(`${before} `, 0, before.length + 1, seedOf(PAIR))), PAIR);
    const edged = `^${word}$`;
    for (const size of GRAM_SIZES)
      for (let i = 0; i + size <= edged.length; i++) add(hashText(edged, i, i + size, seedOf(GRAM)), GRAM);
  });
  for (const concept of conceptsOf(text)) add(hashText(concept, 0, concept.length, seedOf(CONCEPT)), CONCEPT);
  const ids = Int32Array.from(counts.keys()).sort();
  return { ids, counts: Float32Array.from(ids, (id) => counts.get(id) ?? 0), unknown, length: stems.length };
}
