import { isListed, lineActsOf } from '../acts/held-by.ts';
import type { Issue, Learned } from '../learned/state.ts';

/** People who must have heard an act before it is a statement, and how much commoner than elsewhere it must be. */
const MIN_PEOPLE = 2;
const COMMONER = 2.5;

/** Acts that belong to an issue's article: said to several people, and commoner here than elsewhere or known to some article. */
export function statementActs(learned: Learned, issue: Issue): number[] {
  const elsewhere = Math.max(1, learned.backgroundSize - issue.counted);
  const lines = lineActsOf(learned);
  const found: number[] = [];
  for (const [id, n] of issue.counts) {
    const act = learned.acts.get(id);
    if (!act || n < MIN_PEOPLE) continue;
    const here = n / issue.counted;
    const there = ((learned.background.get(id) ?? 0) - n) / elsewhere;
    if (here >= COMMONER * there || isListed(learned, act, lines)) found.push(id);
  }
  return found.sort((a, b) => a - b);
}
