import { type Counted, contrast, saidIn } from '../coverage/contrast.ts';
import { issueCoverage } from '../coverage/coverage.ts';
import type { Issue, Learned, Member } from '../learned/state.ts';
import { choices, GOOD_ENOUGH, scoreOf } from './assignment.ts';
import { forgetRare } from './bounds.ts';
import { inOrder, issueOf } from './issues.ts';
import { type Move, move } from './members.ts';

/** Counted members up to which a discovered issue is small: it chooses again. Origin: known study. */
const SMALL = 6;

/** Log odds of being covered from which an issue without an article is one of the article's. Origin: as much as a missing one is doubted by. */
const COVERED = 1.2;

/** People each of two issues must have before their words can be compared: of one alone any word is its own. */
const COMPARED = 2;

/**
 * Lets small discovered issues become part of another one that their words together fit, whatever they started as, and discovered
 * ones of any size part of another one that says the same; one with an open finding stays, and one of which conversations are
 * remembered as numbers only. Returns who moved.
 */
export function consolidate(learned: Learned): Move[] {
  const free = [...learned.issues.values()]
    .filter((i) => i.articleId === null && i.finding === null && i.size === i.members.length)
    .sort((a, b) => a.counted - b.counted || inOrder(learned, a, b));
  const moved = free.flatMap((issue) => {
    const home = homeOf(learned, issue);
    return home ? merge(learned, issue, home) : [];
  });
  forgetRare(learned);
  return moved;
}

function homeOf(learned: Learned, issue: Issue): Issue | null {
  if (issue.counted > SMALL) return sameAs(learned, issue) ?? coveredAt(learned, issue);
  const members = issue.members.filter((m) => m.counts);
  const ranked = choices(learned, pooled(members), contrast(learned, saidIn(learned, members)));
  const best = ranked.find((c) => c.issue !== issue);
  return best && best.score >= GOOD_ENOUGH ? best.issue : sameAs(learned, issue);
}

/**
 * The issue that says what this one says: a discovered one where what either says together fits the other as well as a conversation
 * must; an article's where it fits that better than this issue itself, so that a sibling's page swallows nothing.
 */
export function sameAs(learned: Learned, issue: Issue): Issue | null {
  if (issue.counted < COMPARED) return null;
  const said = pooled(issue.members.filter((m) => m.counts));
  const own = scoreOf(learned, issue, said);
  let best: Issue | null = null;
  let most = GOOD_ENOUGH;
  for (const other of learned.issues.values()) {
    if (other === issue || other.counted < COMPARED) continue;
    const score = likeness(learned, issue, said, other);
    if (score < most || (other.articleId !== null && score < own)) continue;
    if (best && score === most && inOrder(learned, best, other) < 0) continue;
    best = other;
    most = score;
  }
  return best;
}

/** The issue of the article that surely covers all that an issue says and what is its own. */
function coveredAt(learned: Learned, issue: Issue): Issue | null {
  const { together, core, articleId } = issueCoverage(learned, issue);
  const article = learned.articles.get(articleId ?? '');
  if (!article || Math.min(together, core) < COVERED) return null;
  return learned.issues.get(issueOf(learned, article.issueId)) ?? null;
}

/** How well what an issue says together fits another one, the words of both aside elsewhere; of two discovered ones either way. */
function likeness(learned: Learned, issue: Issue, said: Counted, other: Issue): number {
  const there = scoreOf(learned, other, said, issue);
  if (other.articleId !== null) return there;
  return Math.max(there, scoreOf(learned, issue, pooled(other.members.filter((m) => m.counts)), other));
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
function merge(learned: Learned, issue: Issue, into: Issue): Move[] {
  const moved = [...issue.members].map((member) => move(learned, issue, into, member));
  if (issue.size > 0) return moved;
  learned.issues.delete(issue.id);
  learned.merged.set(issue.id, into.id);
  return moved;
}
