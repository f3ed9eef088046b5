import type { ProductFacts } from '../../../shared/context/product-facts.ts';

/** Rows of a count shown at most. */
const SHOWN = 5;

/** Of how many customers the product told each version and tier: whom a defect meets. */
export function countsBy(facts: readonly ProductFacts[]): { versions: [string, number][]; tiers: [string, number][] } {
  const count = (names: (string | undefined)[]): [string, number][] => {
    const counts = new Map<string, number>();
    for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, SHOWN);
  };
  return {
    versions: count(facts.map(({ client }) => client?.app_version)),
    tiers: count(facts.map(({ segment }) => segment?.tier)),
  };
}
