import { rolesOf } from '../acts/same-turn.ts';
import { anchorOf, ownerOf } from '../issues/anchor.ts';
import { novelActs } from '../issues/novel-acts.ts';
import { wordsFactor } from '../issues/split-issue.ts';
import { statementActs } from '../issues/statement-acts.ts';
import { titleOf } from '../issues/title.ts';
import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned, Member } from '../learned/state.ts';
import { nameOf } from '../text/hash32.ts';
import { DIFFERENT, isDismissed, MIN_COMPARED } from './dismissed.ts';

/** Distinct people under whom nothing is reported. */
const MIN_PEOPLE = 4;

/** What few people, and words that an article holds, cost; what novelty must remain. */
const UNSURE = 0.35;
const ANCHOR_COST = 0.5;
const ENOUGH = 0.25;

/** The finding that no article covers this issue, or null while that isn't sure. */
export function missingIn(l: Learned, issue: Issue): Finding | null {
  if (issue.articleId !== null || issue.counted < MIN_PEOPLE) return null;
  const key = issue.finding ?? nameOf('missing', issue.id);
  if (l.settled.has(key)) return null;
  const novel = novelActs(l, issue);
  if (isDismissed(l, issue, novel)) return null;
  const roles = rolesOf(issue, novel);
  if (roles.length < (issue.contrast > 0 ? 1 : 2)) return null;
  const counted = issue.members.filter((m) => m.counts);
  const one = counted.filter((m) => heldRoles(m, roles) >= 1).length / counted.length;
  const two = counted.filter((m) => heldRoles(m, roles) >= 2).length / counted.length;
  if (ownerOf(l, issue) !== null) return null;
  const anchor = Math.max(0, ...anchorOf(l, issue).values());
  const novelty = issue.contrast > 0 ? one : 0.5 * one + 0.5 * two;
  const score = novelty - UNSURE / Math.sqrt(issue.counted) - ANCHOR_COST * anchor * (1 - two);
  if (score < ENOUGH) return null;
  const difference = leastDifference(l, issue, counted);
  if (difference < DIFFERENT) return null;
  return {
    key,
    cause: 'missing',
    issueId: issue.id,
    articleId: null,
    title: titleOf(l, issue),
    conversationIds: evidenceOf(l, issue),
    statistics: {
      statements: statementActs(l, issue).length,
      people: issue.counted,
      novelRoles: roles.length,
      shareWithOne: one,
      shareWithTwo: two,
      contrast: issue.contrast,
      anchor,
      difference: Math.min(difference, 999),
      score,
    },
  };
}

/** Conversations that prove an issue: its counted members, and witnesses of each act that its article would state. */
function evidenceOf(l: Learned, issue: Issue): string[] {
  const found = new Set(
    issue.members
      .filter((m) => m.counts)
      .slice(-MAX_EVIDENCE)
      .map((m) => m.conversationId),
  );
  for (const act of statementActs(l, issue)) {
    for (const id of issue.witnesses.get(act) ?? []) found.add(id);
    for (const w of issue.wordings.get(act) ?? []) if (w.met > 1) found.add(w.conversationId);
  }
  return [...found];
}

/** Most members listed as evidence beside the witnesses. */
const MAX_EVIDENCE = 24;

function heldRoles(member: Member, roles: readonly number[][]): number {
  return roles.filter((r) => r.some((a) => member.acts.includes(a))).length;
}

/** The least ln Bayes factor by which customers of the issue ask in other words than those of an article's issue. */
function leastDifference(l: Learned, issue: Issue, counted: readonly Member[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const other of l.issues.values()) {
    if (other === issue || other.articleId === null || other.counted < MIN_COMPARED) continue;
    least = Math.min(least, wordsFactor(counted, other.members));
  }
  return least;
}
