import { DAY_MS } from '../../../shared/time.ts';
import { type Age, added, ageOf, type Counts, changesAfter, countsOf, type MeasuredEnding } from './counts.ts';
import type { Stretch } from './local-days.ts';

/** What the endings of one local day come to. */
export interface RolledUp {
  rows: { category: string; age: Age; counts: Counts }[];
  /** When (event time) they come to something else by themselves; null where they never will. */
  changesAt: number | null;
}

/** The moment up to which is known what lasted: the last midnight (UTC), so that a day is counted anew once a day at most. */
export const knownAt = (now: number): number => Math.floor(now / DAY_MS) * DAY_MS;

/** Adds up the endings of a day, category by category and age by age. */
export function rollUp(endings: readonly MeasuredEnding[], now: number, departures: Stretch | null = null): RolledUp {
  const asOf = knownAt(now);
  const groups = new Map<string, { category: string; age: Age; all: Counts[] }>();
  let changesAt: number | null = null;
  for (const ending of endings) {
    const age = ageOf(ending.asked);
    const key = `${age}/${ending.category}`;
    const group = groups.get(key) ?? { category: ending.category, age, all: [] };
    group.all.push(countsOf(ending, { asOf, departures }));
    groups.set(key, group);
    const next = changesAfter(ending, asOf);
    if (next !== null) changesAt = Math.min(changesAt ?? next, next);
  }
  return {
    rows: [...groups.values()].map(({ category, age, all }) => ({ category, age, counts: added(all) })),
    changesAt: changesAt === null ? null : Math.ceil(changesAt / DAY_MS) * DAY_MS,
  };
}
