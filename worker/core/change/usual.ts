import { type LineIndex, nearest } from './line-index.ts';

/** What similarity between unrelated statements is usual in these articles. `sorted` is ascending. */
export interface UsualSimilarity {
  sorted: readonly number[];
  threshold: number;
}

/** Statements sampled: the error of an upper quartile of 120 is about four percentiles. */
const SAMPLE = 120;
/** Fewer words say too little to have a usual neighbour. */
const MIN_WORDS = 4;
/** Aligning is quadratic in words; paragraphs are left out of the sample. */
const MAX_WORDS = 60;
/** From here up the neighbour is the same statement in another article, not an unrelated one. */
const SAME_STATEMENT = 0.8;
/** A note has to be more like a statement than three quarters of the statements are like any of other articles. */
const QUANTILE = 0.75;
/** Where there are too few statements to ask: the figure two public documentation sites gave, rounded up. */
const DEFAULT_THRESHOLD = 0.45;
const MIN_SAMPLE = 30;
/** Below this nothing is taken for a change, whatever is usual. */
export const LOWEST_THRESHOLD = 0.35;
const HIGHEST_THRESHOLD = 0.55;

/**
 * How alike a statement and its nearest one in another article usually are, over an even sample of the articles'
 * statements, and from it the similarity a note must exceed to be taken for a change of a statement.
 */
export function usualSimilarity(index: LineIndex): UsualSimilarity {
  const rich = index.entries.flatMap((entry, i) =>
    entry.words.length >= MIN_WORDS && entry.words.length <= MAX_WORDS ? [i] : [],
  );
  const step = Math.max(1, Math.floor(rich.length / SAMPLE));
  const sorted = rich
    .filter((_, i) => i % step === 0)
    .slice(0, SAMPLE)
    .map((i) => {
      const own = new Set(index.entries[i]!.places.map((p) => p.article));
      const isOwn = (entry: number): boolean => index.entries[entry]!.places.some((p) => own.has(p.article));
      return nearest(index, index.entries[i]!.text, isOwn)[0]?.similarity ?? 0;
    })
    .filter((similarity) => similarity < SAME_STATEMENT)
    .sort((a, b) => a - b);
  if (sorted.length < MIN_SAMPLE) return { sorted, threshold: DEFAULT_THRESHOLD };
  const quartile = sorted[Math.floor(sorted.length * QUANTILE)]!;
  return { sorted, threshold: Math.min(HIGHEST_THRESHOLD, Math.max(LOWEST_THRESHOLD, quartile)) };
}
