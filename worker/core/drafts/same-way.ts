import { isGuidance } from '../findings/acknowledged.ts';
import { reading } from '../text/sentences.ts';
import { stem } from '../text/words.ts';

/** How a way is begun: two sentences that differ in this alone name one way. English. */
const GOING = new Set('open go click navigate head select choose'.split(' ').map(stem));

/** The content of a sentence but for how a way in it is begun. */
export function wayOf(text: string): string[] {
  return reading(text).stems.filter((s) => !GOING.has(s));
}

/** Of items that tell one way in other verbs ("Open Settings", "Go to Settings"), the one that is said most. Keeps the order. */
export function withoutSameWays<T extends { statement: { text: string }; said: readonly unknown[] }>(
  items: readonly T[],
): T[] {
  const ways = new Map<string, T>();
  for (const item of items) {
    const way = wayKey(item.statement.text);
    if (way === null) continue;
    const known = ways.get(way);
    if (!known || item.said.length > known.said.length) ways.set(way, item);
  }
  return items.filter((item) => {
    const way = wayKey(item.statement.text);
    return way === null || ways.get(way) === item;
  });
}

function wayKey(text: string): string | null {
  const way = isGuidance(text) ? wayOf(text) : [];
  return way.length > 1 ? [...new Set(way)].sort().join(' ') : null;
}
