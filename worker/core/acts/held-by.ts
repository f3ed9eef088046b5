import type { Act, Learned, Line } from '../learned/state.ts';
import { candidates, SAME_ACT, similarity } from './acts.ts';

/** The acts that lines of the articles are. */
export function lineActsOf(learned: Learned): ReadonlySet<number> {
  return new Set([...learned.articles.values()].flatMap((article) => article.lines.map((line) => line.act)));
}

/** Whether a line of some article says an act, word by word or nearly; `lineActs` as `lineActsOf` gives them. */
export function isListed(learned: Learned, act: Act, lineActs: ReadonlySet<number>): boolean {
  if (lineActs.has(act.id)) return true;
  for (const id of candidates(learned, act.stems)) {
    const line = lineActs.has(id) ? learned.acts.get(id) : undefined;
    if (line && similarity(learned, act, line) >= SAME_ACT) return true;
  }
  return false;
}

/** How near an act comes to one of these lines, 0 to 1. */
export function nearnessTo(learned: Learned, act: Act, lines: readonly Line[]): number {
  let best = 0;
  for (const line of lines) {
    if (line.isHeading || !line.stems.some((s) => act.stems.includes(s))) continue;
    best = Math.max(best, line.act === act.id ? 1 : similarity(learned, act, line));
  }
  return best;
}
