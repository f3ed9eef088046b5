import type { Finding } from '../finding.ts';
import { heldBy } from './assignment.ts';
import { nameOf } from './hash.ts';
import type { Issue, Learned, Member } from './state.ts';
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
  const roles = rolesOf(issue, novelActs(l, issue));
  if (roles.length < (issue.contrast > 0 ? 1 : 2)) return null;
  const counted = issue.members.filter((m) => m.counts);
  const one = counted.filter((m) => heldRoles(m, roles) >= 1).length / counted.length;
  const two = counted.filter((m) => heldRoles(m, roles) >= 2).length / counted.length;
  const score = (issue.contrast > 0 ? one : 0.5 * one + 0.5 * two) - 0.35 / Math.sqrt(issue.counted);
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
      novelRoles: roles.length,
      shareWithOne: one,
      shareWithTwo: two,
      contrast: issue.contrast,
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

/** Acts that mostly come in one and the same turn play one role: what agents say in one breath is one thing. */
function rolesOf(issue: Issue, acts: readonly number[]): number[][] {
  const roles: number[][] = [];
  for (const act of acts) {
    const role = roles.find((r) => r.some((other) => isOneBreath(issue.members, act, other)));
    if (role) role.push(act);
    else roles.push([act]);
  }
  return roles;
}

function isOneBreath(members: readonly Member[], a: number, b: number): boolean {
  let both = 0;
  let same = 0;
  for (const m of members) {
    const i = m.acts.indexOf(a);
    const j = m.acts.indexOf(b);
    if (i < 0 || j < 0) continue;
    both++;
    if (m.turns[i] === m.turns[j]) same++;
  }
  return both > 0 && same > both / 2;
}

function heldRoles(member: Member, roles: readonly number[][]): number {
  return roles.filter((r) => r.some((a) => member.acts.includes(a))).length;
}
