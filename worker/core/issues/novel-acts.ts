import { isListed, lineActsOf } from '../acts/held-by.ts';
import type { Issue, Learned } from '../learned/state.ts';

/** Share of an issue's conversations that say an act of its own, and share of all that say it which are the issue's. */
const MIN_SHARE = 0.12;
const EXCLUSIVE = 0.6;

/** Acts that recur here, that no article holds, and that are said here rather than elsewhere. */
export function novelActs(learned: Learned, issue: Issue): number[] {
  const lines = lineActsOf(learned);
  const found: number[] = [];
  for (const [id, n] of issue.counts) {
    const act = learned.acts.get(id);
    if (!act || n < Math.max(2, MIN_SHARE * issue.counted)) continue;
    if (n < EXCLUSIVE * (learned.background.get(id) ?? 0) || isListed(learned, act, lines)) continue;
    found.push(id);
  }
  return found.sort((a, b) => a - b);
}
