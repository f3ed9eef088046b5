import { rolesOf } from '../acts/same-turn.ts';
import type { Issue, Learned, Member } from '../learned/state.ts';
import { ownerOf } from './anchor.ts';
import { choices, scoreOf } from './assignment.ts';
import { forgetRare } from './bounds.ts';
import { inOrder } from './issues.ts';
import { join, leave, type Move, move } from './members.ts';
import { joinTwins } from './merge-issues.ts';
import { novelActs } from './novel-acts.ts';
import { SAME_WORDS, wordsFactor } from './split-issue.ts';

/** Counted members under which a discovered issue is small: its members choose again. */
const SMALL = 12;

/** Score under which a conversation has no home. */
const GOOD_ENOUGH = 2;

/** Lets small issues choose again, calls home what young issues explain better; returns who moved. */
export function consolidate(l: Learned): Move[] {
  const moved = [...owned(l), ...rehomed(l), ...joinTwins(l), ...calledHome(l)];
  forgetRare(l);
  return moved;
}

/** Gives discovered issues that are an article's to its issue; an open finding stays where it is. */
function owned(l: Learned): Move[] {
  const moved: Move[] = [];
  for (const issue of [...l.issues.values()]) {
    if (issue.articleId !== null || issue.finding !== null || issue.counted < OWNED_PEOPLE) continue;
    const owner = ownerOf(l, issue);
    const home = owner === null ? alike(l, issue) : l.issues.get(owner.issueId);
    if (!home || home === issue) continue;
    for (const member of [...issue.members]) moved.push(move(l, issue, home, member));
    l.issues.delete(issue.id);
    l.merged.set(issue.id, home.id);
  }
  return moved;
}

/** People from whom on an article's issue is known well enough to tell its customers' words. */
const KNOWN_PEOPLE = 5;

/** The article's issue whose customers ask in the same words, where agents do too little here for an article of its own. */
function alike(l: Learned, issue: Issue): Issue | null {
  if (issue.contrast > 0 || rolesOf(issue, novelActs(l, issue)).length >= 2) return null;
  const counted = issue.members.filter((m) => m.counts);
  let best: Issue | null = null;
  let least = SAME_WORDS;
  for (const other of l.issues.values()) {
    if (other.articleId === null || other.counted < KNOWN_PEOPLE) continue;
    const factor = wordsFactor(counted, other.members);
    if (factor < least) {
      best = other;
      least = factor;
    }
  }
  return best;
}

/** People from whom on an issue can be told to be an article's. */
const OWNED_PEOPLE = 3;

function rehomed(l: Learned): Move[] {
  const moved: Move[] = [];
  const small = [...l.issues.values()]
    .filter((i) => i.articleId === null && i.counted < SMALL && i.finding === null)
    .sort((a, b) => a.size - b.size || inOrder(l, a, b));
  for (const issue of small) {
    for (const member of [...issue.members]) {
      const better = betterHome(l, issue, member);
      if (better) moved.push(move(l, issue, better, member));
    }
    const home = moved.at(-1);
    if (issue.size <= 0 && home) {
      l.issues.delete(issue.id);
      l.merged.set(issue.id, home.issueId);
    }
  }
  return moved;
}

function betterHome(l: Learned, issue: Issue, member: Member): Issue | null {
  leave(l, issue, member);
  const ranked = choices(l, member);
  join(l, issue, member);
  const best = ranked.find((c) => c.issue !== issue && c.issue.size > 0);
  const own = ranked.find((c) => c.issue === issue);
  if (!best || best.score < GOOD_ENOUGH) return null;
  return !own || issue.size <= 1 || best.score > own.score ? best.issue : null;
}

/** Remembered members of other issues that fit a young discovered issue better than their own. */
function calledHome(l: Learned): Move[] {
  const moved: Move[] = [];
  const young = [...l.issues.values()].filter(
    (i) => i.articleId === null && i.counted >= Math.max(3, CALL_GROWTH * i.called) && i.counted < YOUNG,
  );
  if (young.length === 0) return moved;
  for (const y of young) y.called = y.counted;
  for (const issue of [...l.issues.values()]) {
    if (young.includes(issue)) continue;
    for (const member of [...issue.members]) {
      leave(l, issue, member);
      const here = scoreOf(l, issue, member).score;
      const there = young
        .map((y) => scoreOf(l, y, member))
        .sort((a, b) => b.score - a.score || inOrder(l, a.issue, b.issue))[0]!;
      join(l, issue, member);
      if (there.score > here && there.score >= GOOD_ENOUGH) moved.push(move(l, issue, there.issue, member));
    }
  }
  return moved;
}

/** Growth since the last call from which an issue calls again. */
const CALL_GROWTH = 1.25;

/** Counted members up to which a discovered issue is young and may call home what came before it. */
const YOUNG = 96;
