import { type FeatureWeights, unitVector } from './article-model.ts';
import type { Features } from './features.ts';
import { NEIGHBOUR_WEIGHTS } from './weights.ts';

/** A set of questions by feature, for finding those most alike. */
export interface NeighbourIndex {
  size: number;
  starts: Int32Array;
  rows: Int32Array;
  values: Float32Array;
}

export interface Neighbour {
  row: number;
  similarity: number;
}

/** Indexes questions for `nearest`. */
export function indexNeighbours(questions: readonly Features[], of: FeatureWeights): NeighbourIndex {
  const vectors = questions.map((question) => unitVector(question, of, NEIGHBOUR_WEIGHTS));
  const starts = new Int32Array(of.kinds.length + 1);
  const each = (visit: (id: number, row: number, value: number) => void) => {
    questions.forEach(({ ids }, row) => {
      for (let i = 0; i < ids.length; i++) {
        const value = vectors[row]?.[i] ?? 0;
        if (value > 0) visit(ids[i] ?? 0, row, value);
      }
    });
  };
  each((id) => {
    starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  });
  for (let id = 0; id < of.kinds.length; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(starts[of.kinds.length] ?? 0);
  const values = new Float32Array(rows.length);
  each((id, row, value) => {
    const slot = next[id] ?? 0;
    next[id] = slot + 1;
    rows[slot] = row;
    values[slot] = value;
  });
  return { size: questions.length, starts, rows, values };
}

/** At most `limit` indexed questions that share a feature, most alike first (cosine); identical vectors and `skip` are left out. */
export function nearest(
  index: NeighbourIndex,
  query: Features,
  of: FeatureWeights,
  limit: number,
  skip = -1,
): Neighbour[] {
  const vector = unitVector(query, of, NEIGHBOUR_WEIGHTS);
  const similarity = new Float32Array(index.size);
  for (let i = 0; i < vector.length; i++) {
    const id = query.ids[i] ?? 0;
    const value = vector[i] ?? 0;
    if (value === 0) continue;
    const end = index.starts[id + 1] ?? 0;
    for (let slot = index.starts[id] ?? 0; slot < end; slot++) {
      const row = index.rows[slot] ?? 0;
      similarity[row] = (similarity[row] ?? 0) + value * (index.values[slot] ?? 0);
    }
  }
  const found: Neighbour[] = [];
  for (let row = 0; row < index.size; row++) {
    const value = similarity[row] ?? 0;
    if (value <= 0 || row === skip || value > SAME) continue;
    const least = found.length < limit ? 0 : (found.at(-1)?.similarity ?? 0);
    if (value <= least) continue;
    let at = found.length;
    while (at > 0 && (found[at - 1]?.similarity ?? 0) < value) at--;
    found.splice(at, 0, { row, similarity: value });
    if (found.length > limit) found.pop();
  }
  return found;
}

/** A question says nothing of itself: the same words again are no neighbour (unit: cosine, room for rounding). */
const SAME = 0.9999;
