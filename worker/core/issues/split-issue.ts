import type { Issue, Learned, Member } from '../learned/state.ts';
import { evidence } from '../statistics/beta.ts';
import { nameOf } from '../text/hash32.ts';
import { choices, heldBy, scoreOf } from './assignment.ts';
import { emptyIssue, join, leave, type Move, move } from './members.ts';

/** Conversations that must agree before they may leave an issue together. */
const MIN_BRANCH = 3;

/** Conversations that must stay behind, so that there is something to differ from. */
const MIN_REST = 2;

/** Share of a group in which a line counts as silent. */
const RARE = 0.1;

/** ln Bayes factor from which two groups of customers ask for different things. */
const DIFFERENT = 12;

/** ln Bayes factor of difference under which customers of two issues ask the same: none at all. */
export const SAME_WORDS = 0;

/** ln Bayes factor from which the article's own lines are said less to a group than to the rest. */
const SILENT = 0.5;

/** Share of the rest's mean number of own lines that a group which doesn't belong reaches at most. */
const SILENT_SHARE = 0.7;

/** The same where single lines are silent beyond doubt (ln Bayes factor 3: strong, Kass and Raftery 1995). */
const SURELY_SILENT = 3;
const SURELY_SHARE = 0.9;

/** Strength of the Beta prior of a word's share in a group, in conversations. */
const PRIOR = 1;

export interface Branch {
  act: number;
  members: Member[];
  factor: number;
}

/**
 * The members of an article's issue that don't belong: agents say something there that no article holds, the article's own
 * lines are not said, and the customers use other words. Null where there is no such group.
 */
export function branchOf(l: Learned, issue: Issue, acts: readonly number[]): Branch | null {
  if (issue.articleId === null) return null;
  const counted = issue.members.filter((m) => m.counts);
  let best: Branch | null = null;
  for (const act of acts) {
    if ((issue.counts.get(act) ?? 0) < MIN_BRANCH || isHeld(l, act)) continue;
    const members = counted.filter((m) => m.acts.includes(act));
    const rest = counted.filter((m) => !m.acts.includes(act));
    if (members.length < MIN_BRANCH || rest.length < MIN_REST) continue;
    const sure = surelyOf(l, issue.articleId, members, rest);
    if (sure === null || !isBeside(l, members, sure)) continue;
    const factor = wordsFactor(members, sure);
    if (factor < DIFFERENT) continue;
    if (best === null || factor > best.factor) best = { act, members, factor };
  }
  return best;
}

/** Share of a group in which an act recurs that is the group's. */
const RECURRENT = 0.3;

/** Whether the rest went on beside the group, without its new acts: a group that only came after it is the same thing, changed. */
function isBeside(l: Learned, group: readonly Member[], rest: readonly Member[]): boolean {
  const began = Math.min(...group.map((m) => m.seen));
  const said = new Map<number, number>();
  for (const m of group) for (const act of m.acts) said.set(act, (said.get(act) ?? 0) + 1);
  const own = new Set(
    [...said].filter(([act, n]) => n >= RECURRENT * group.length && !isHeld(l, act)).map(([act]) => act),
  );
  return rest.filter((m) => m.seen > began && !m.acts.some((act) => own.has(act))).length >= MIN_REST;
}

/** Lets such a group leave and start an issue of its own, with whoever of the rest fits it better; returns who moved. */
export function branched(l: Learned, issue: Issue, acts: readonly number[]): Move[] {
  const branch = branchOf(l, issue, acts);
  if (!branch) return [];
  const elsewhere = branch.members.map((m) => betterElsewhere(l, issue, m));
  if (elsewhere.filter((e) => e !== null).length * 2 > branch.members.length)
    return branch.members.flatMap((m, i) => (elsewhere[i] ? [move(l, issue, elsewhere[i], m)] : []));
  const first = branch.members[0]!;
  let id = nameOf('issue', first.conversationId);
  while (l.issues.has(id) || l.merged.has(id)) id = nameOf('issue', id);
  const own = emptyIssue(id, null);
  own.contrast = branch.factor;
  l.issues.set(id, own);
  const moved = branch.members.map((m) => move(l, issue, own, m));
  for (const member of [...issue.members]) {
    leave(l, issue, member);
    const [there, here] = [scoreOf(l, own, member), scoreOf(l, issue, member)];
    join(l, issue, member);
    if (there.score > here.score) moved.push(move(l, issue, own, member));
  }
  return moved;
}

/** Another known issue that fits a member better than its own does. */
function betterElsewhere(l: Learned, issue: Issue, member: Member): Issue | null {
  leave(l, issue, member);
  const best = choices(l, member)[0]!.issue;
  join(l, issue, member);
  return best === issue ? null : best;
}

function isHeld(l: Learned, id: number): boolean {
  const act = l.acts.get(id);
  return !act || [...act.near.keys()].some((a) => heldBy(act, a) >= 1);
}

/**
 * Those of the rest that surely belong to the article: they were told lines of its own (of no other article) that are silent
 * in the group. Null where such lines are not silent enough to tell the two apart.
 */
function surelyOf(l: Learned, articleId: string, group: readonly Member[], rest: readonly Member[]): Member[] | null {
  let factor = 0;
  let inGroup = 0;
  let inRest = 0;
  const silent: number[] = [];
  for (const line of l.articles.get(articleId)?.lines ?? []) {
    const act = l.acts.get(line.act);
    if (!act || [...act.near.keys()].some((a) => a !== articleId && heldBy(act, a) >= 1)) continue;
    const x = group.filter((m) => m.acts.includes(line.act)).length;
    const y = rest.filter((m) => m.acts.includes(line.act)).length;
    inGroup += x / group.length;
    inRest += y / rest.length;
    if (x * rest.length >= y * group.length) continue;
    factor += differing(x, group.length, y, rest.length);
    if (x <= RARE * group.length) silent.push(line.act);
  }
  const limit = factor >= SURELY_SILENT ? SURELY_SHARE : SILENT_SHARE;
  if (factor < SILENT || inGroup > limit * inRest) return null;
  return rest.filter((m) => silent.some((act) => m.acts.includes(act)));
}

/** ln Bayes factor for two shares against one, over the customers' words of both groups (Beta-Bernoulli, shared prior mean). */
export function wordsFactor(a: readonly Member[], b: readonly Member[]): number {
  return factorOf(a, b, (m) => m.opening);
}

/** ln Bayes factor for two shares against one, over any features of both groups. */
export function factorOf(a: readonly Member[], b: readonly Member[], of: (m: Member) => readonly number[]): number {
  const inA = countsOf(a, of);
  const inB = countsOf(b, of);
  let sum = 0;
  for (const f of new Set([...inA.keys(), ...inB.keys()])) {
    const x = inA.get(f) ?? 0;
    const y = inB.get(f) ?? 0;
    if (x + y < 2) continue;
    sum += differing(x, a.length, y, b.length);
  }
  return sum;
}

/** ln Bayes factor that x of a and y of b come from two shares and not from one. */
function differing(x: number, a: number, y: number, b: number): number {
  const p = (x + y + 0.5) / (a + b + 1);
  const alpha = PRIOR * p;
  const beta = PRIOR * (1 - p);
  return evidence(x, a, alpha, beta) + evidence(y, b, alpha, beta) - evidence(x + y, a + b, alpha, beta);
}

function countsOf(members: readonly Member[], of: (m: Member) => readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const m of members) for (const f of of(m)) counts.set(f, (counts.get(f) ?? 0) + 1);
  return counts;
}
