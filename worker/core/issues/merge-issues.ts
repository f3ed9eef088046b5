import type { Issue, Learned } from '../learned/state.ts';
import { inOrder } from './issues.ts';
import { type Move, move } from './members.ts';
import { SAME_WORDS, wordsFactor } from './split-issue.ts';

/** People each of two issues must have before their words can be compared: of one alone any word is its own. */
const MIN_COMPARED = 2;

/**
 * Lets discovered issues whose customers ask in the same words become one, the smaller into the larger, whatever agents
 * did in them: free answers to one question start several. Of two with an open finding each keeps its own. Returns who moved.
 */
export function joinTwins(l: Learned): Move[] {
  const moved: Move[] = [];
  const discovered = [...l.issues.values()]
    .filter((i) => i.articleId === null && i.counted >= MIN_COMPARED)
    .sort(
      (a, b) => Number(b.finding !== null) - Number(a.finding !== null) || b.counted - a.counted || inOrder(l, a, b),
    );
  for (const issue of discovered.reverse()) {
    const twin = issue.finding === null ? twinOf(l, issue, discovered) : null;
    if (!twin) continue;
    for (const member of [...issue.members]) moved.push(move(l, issue, twin, member));
    if (issue.size > 0) continue;
    l.issues.delete(issue.id);
    l.merged.set(issue.id, twin.id);
  }
  return moved;
}

/** The larger discovered issue whose customers' words are likeliest the same; null where all differ. */
function twinOf(l: Learned, issue: Issue, ascending: readonly Issue[]): Issue | null {
  const counted = issue.members.filter((m) => m.counts);
  let best: Issue | null = null;
  let least = SAME_WORDS;
  for (const other of ascending.slice(ascending.indexOf(issue) + 1)) {
    if (!l.issues.has(other.id)) continue;
    const factor = wordsFactor(
      counted,
      other.members.filter((m) => m.counts),
    );
    if (factor < least) {
      best = other;
      least = factor;
    }
  }
  return best;
}
