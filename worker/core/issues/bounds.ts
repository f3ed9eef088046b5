import { dropAct } from '../acts/acts.ts';
import type { Learned } from '../learned/state.ts';

/** Most acts, entries of a tenant's table and of an issue's table. Source: 16 MB a tenant, 256 KB an issue, some 20 bytes an entry. */
const MAX_ACTS = 6_000;
const MAX_BACKGROUND = 120_000;
const MAX_COUNTS = 10_000;

/** Keeps the state bounded: the oldest acts that were said once go, then entries that weigh least, oldest first. */
export function forgetRare(learned: Learned): void {
  if (learned.acts.size > MAX_ACTS) {
    const lines = new Set([...learned.articles.values()].flatMap((a) => a.lines.map((line) => line.act)));
    const idle = [...learned.acts.values()]
      .filter((a) => a.said <= 1 && !lines.has(a.id))
      .sort((a, b) => a.last - b.last || a.id - b.id);
    for (const act of idle.slice(0, learned.acts.size - MAX_ACTS)) dropAct(learned, act);
  }
  trim(learned.background, MAX_BACKGROUND);
  trim(learned.asked, MAX_BACKGROUND);
  trim(learned.spoken, MAX_BACKGROUND);
  for (const issue of learned.issues.values())
    for (const table of [issue.counts, issue.spoken, issue.asked, issue.lean]) trim(table, MAX_COUNTS);
  for (const key of learned.words.keys()) {
    if (learned.words.size <= MAX_BACKGROUND) break;
    learned.words.delete(key);
  }
}

/** Drops the entries of least weight, oldest first, until a tenth of the bound is free. */
function trim(table: Map<number, number>, most: number): void {
  if (table.size <= most) return;
  const ranked = [...table].map(([key, n], i) => ({ key, weight: Math.abs(n), i }));
  ranked.sort((a, b) => a.weight - b.weight || a.i - b.i);
  for (const { key } of ranked.slice(0, table.size - Math.floor(0.9 * most))) table.delete(key);
}
