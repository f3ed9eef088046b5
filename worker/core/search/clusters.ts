import { weighted } from './article-model.ts';
import { communitiesOf, type Edge } from './communities.ts';
import { featuresOf, Vocabulary } from './features.ts';
import { indexNeighbours, nearest } from './neighbours.ts';

/** Neighbours a question is tied to, and how alike at least. Origin: known study (8); the floor is stated. */
const TIES = 8;
const LEAST_ALIKE = 0.15;

/** Resolution of the communities: higher makes smaller groups. Origin: known study, on hundreds of questions. */
const RESOLUTION = 4;

/** Questions a step of resolution needs: few questions hold few issues, and a fine resolution would tear them apart. Stated. */
const QUESTIONS_PER_STEP = 50;

/**
 * Groups questions by their words alone: communities of the graph of nearest neighbours, weighted by squared
 * similarity. Issue by id: `text:ID of the first member by id`, or `alone:ID`. The order of the questions changes nothing.
 */
export function clusterTexts(questions: readonly { id: string; text: string }[]): Map<string, string> {
  const sorted = [...questions].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const distinct = new Map<string, number>();
  const placeOf = sorted.map(({ text }) => {
    const place = distinct.get(text) ?? distinct.size;
    distinct.set(text, place);
    return place;
  });
  const vocabulary = new Vocabulary();
  const features = [...distinct.keys()].map((text) => featuresOf(text, vocabulary, false));
  const weights = weighted(
    features.map(({ ids }) => ids),
    Uint8Array.from(vocabulary.kinds),
  );
  const index = indexNeighbours(features, weights);
  const edges = features.flatMap((query, from): Edge[] =>
    nearest(index, query, weights, TIES, from)
      .filter(({ similarity }) => similarity >= LEAST_ALIKE)
      .map(({ row, similarity }) => ({ from, to: row, weight: similarity ** 2 })),
  );
  const resolution = Math.min(RESOLUTION, Math.max(1, features.length / QUESTIONS_PER_STEP));
  const community = communitiesOf(features.length, edges, resolution);
  const members = new Map<number, string[]>();
  sorted.forEach(({ id }, i) => {
    const group = community[placeOf[i] ?? 0] ?? 0;
    members.set(group, [...(members.get(group) ?? []), id]);
  });
  const issues = new Map<string, string>();
  for (const ids of members.values())
    for (const id of ids) issues.set(id, ids.length > 1 ? `text:${ids[0]}` : `alone:${id}`);
  return issues;
}
