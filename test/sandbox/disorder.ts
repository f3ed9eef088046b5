import type { Random } from './random.ts';

/** How far `reordered` may push something back. */
const REACH = 8;

/** With the given probability each is overtaken by up to eight later ones. */
export function reordered<T>(batch: T[], probability: number, random: Random): T[] {
  if (probability <= 0) return batch;
  const keyed = batch.map((entry, index) => ({
    entry,
    key: index + (chance(probability, random) ? 1 + random.int(REACH) + 0.5 : 0),
  }));
  return keyed.sort((a, b) => a.key - b.key).map(({ entry }) => entry);
}

export function chance(probability: number, random: Random): boolean {
  return probability > 0 && random.next() < probability;
}

/** Does the work for each in order, at most `lanes` at once. */
export async function inLanes<T>(batch: readonly T[], lanes: number, work: (entry: T) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let entry = batch[next++]; entry !== undefined; entry = batch[next++]) await work(entry);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, batch.length) }, lane));
}
