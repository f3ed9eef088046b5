import { type Counted, contrast, saidIn } from '../coverage/contrast.ts';
import type { Issue, Learned, Member } from '../learned/state.ts';
import { choices, GOOD_ENOUGH } from './assignment.ts';
import { forgetRare } from './bounds.ts';
import { wordsFactor } from './customers-words.ts';
import { inOrder } from './issues.ts';
import { type Move, move } from './members.ts';

/** Counted members up to which a discovered issue is small: it chooses again. Origin: known study. */
const SMALL = 6;

/** People each of two issues must have before their words can be compared: of one alone any word is its own. */
const COMPARED = 2;

/**
 * Lets small discovered issues become part of another one that their words together fit, whatever they started as; one with an open
 * finding stays. Returns who moved.
 */
export function consolidate(l: Learned): Move[] {
  const small = [...l.issues.values()]
    .filter((i) => i.articleId === null && i.counted <= SMALL && i.finding === null)
    .sort((a, b) => a.counted - b.counted || inOrder(l, a, b));
  const moved = small.flatMap((issue) => {
    const home = homeOf(l, issue);
    return home ? merge(l, issue, home) : [];
  });
  forgetRare(l);
  return moved;
}

function homeOf(l: Learned, issue: Issue): Issue | null {
  const members = issue.members.filter((m) => m.counts);
  const ranked = choices(l, pooled(members), contrast(l, saidIn(l, members)));
  const best = ranked.find((c) => c.issue !== issue);
  return best && best.score >= GOOD_ENOUGH ? best.issue : twinOf(l, members, issue);
}

/** The discovered issue whose customers ask in the same words, whatever agents did there: free answers to one question start several. */
function twinOf(l: Learned, members: readonly Member[], issue: Issue): Issue | null {
  if (members.length < COMPARED) return null;
  let best: Issue | null = null;
  let least = 0;
  for (const other of [...l.issues.values()].sort((a, b) => inOrder(l, a, b))) {
    if (other === issue || other.articleId !== null || other.counted < COMPARED) continue;
    const factor = wordsFactor(members, other.members);
    if (factor < least) {
      best = other;
      least = factor;
    }
  }
  return best;
}

/** What conversations say together: each word by the square of the sum of the roots, so that its weight is the sum of theirs. */
function pooled(members: readonly Member[]): Counted {
  const roots = new Map<number, number>();
  for (const m of members)
    m.words.forEach((word, i) => {
      roots.set(word, (roots.get(word) ?? 0) + Math.sqrt(m.times[i]!));
    });
  return { words: [...roots.keys()], times: [...roots.values()].map((root) => root * root) };
}

/** Makes one issue part of another. */
function merge(l: Learned, issue: Issue, into: Issue): Move[] {
  const moved = [...issue.members].map((member) => move(l, issue, into, member));
  if (issue.size > 0) return moved;
  l.issues.delete(issue.id);
  l.merged.set(issue.id, into.id);
  return moved;
}
