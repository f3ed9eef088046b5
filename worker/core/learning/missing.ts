import type { Finding } from '../finding.ts';
import { heldBy } from './assignment.ts';
import { nameOf } from './hash.ts';
import type { Issue, Learned } from './state.ts';
import { statementActs } from './statement-acts.ts';
import { titleOf } from './title.ts';

/** Distinct people under whom nothing is reported. */
const MIN_PEOPLE = 4;
const MIN_SHARE = 0.12;
const EXCLUSIVE = 0.6;

/** The finding that no article covers this issue, or null while that isn't sure. */
export function missingIn(l: Learned, issue: Issue): Finding | null {
  if (issue.articleId !== null || issue.counted < MIN_PEOPLE) return null;
  const key = issue.finding ?? nameOf('missing', issue.id);
  if (l.settled.has(key)) return null;
  const roles = novelActs(l, issue);
  if (roles.length < 2) return null;
  const counted = issue.members.filter((m) => m.counts);
  const one = counted.filter((m) => m.acts.some((a) => roles.includes(a))).length / counted.length;
  const two = counted.filter((m) => m.acts.filter((a) => roles.includes(a)).length >= 2).length / counted.length;
  const score = 0.5 * one + 0.5 * two - 0.35 / Math.sqrt(issue.counted);
  if (score < 0.25) return null;
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
      novelActs: roles.length,
      shareWithOne: one,
      shareWithTwo: two,
      score,
    },
  };
}

/** Acts that recur here, that no article holds, and that are said here rather than elsewhere. */
export function novelActs(l: Learned, issue: Issue): number[] {
  const found: number[] = [];
  for (const [id, n] of issue.counts) {
    const act = l.acts.get(id);
    if (!act || n < Math.max(2, MIN_SHARE * issue.counted)) continue;
    if ([...act.near.keys()].some((a) => heldBy(act, a) >= 1)) continue;
    if (n < EXCLUSIVE * (l.background.get(id) ?? 0)) continue;
    found.push(id);
  }
  return found.sort((a, b) => a - b);
}

/** Conversations that prove an issue: its counted members, and witnesses of each act that its article would state. */
function evidenceOf(l: Learned, issue: Issue): string[] {
  const found = new Set(
    issue.members
      .filter((m) => m.counts)
      .slice(-MAX_EVIDENCE)
      .map((m) => m.conversationId),
  );
  for (const act of statementActs(l, issue)) for (const id of issue.witnesses.get(act) ?? []) found.add(id);
  return [...found];
}

/** Most members listed as evidence beside the witnesses. */
const MAX_EVIDENCE = 24;
