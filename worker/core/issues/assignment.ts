import type { Features } from '../acts/features.ts';
import type { Act, Issue, Learned } from '../learned/state.ts';
import { inOrder } from './issues.ts';
import { logRatio } from './members.ts';

/** Weights of acts, agents' words and customers' words in an issue's score. */
const ACT_WEIGHT = 1;
const AGENT_WEIGHT = 0.5;
const CUSTOMER_WEIGHT = 0.5;

/** How much the agreement of agents' acts with the article's lines decides, and the agreement that says neither yes nor no. */
const AGREEMENT_WEIGHT = 12;
const AGREEMENT_NEUTRAL = 0.35;

/** Agreement under which an article can hardly have covered the conversation, and what that costs. */
const AGREEMENT_LOW = 0.3;
const LOW_COST = 4;

/** Score under which no known issue is good enough. */
const GOOD_ENOUGH = 2;

/** The same for a conversation that says too little to start one. */
const HARDLY = 0;

/** Acts a conversation must hold before it may start an issue of its own. */
export const MIN_ACTS = 2;

/** Tellingness of an act that every issue knows. */
const LEAST_TELLING = 0.1;

export interface Choice {
  issue: Issue;
  score: number;
  agreement: number;
}

/** How telling an act is, 0 to about ln K: ln((K + 1) / (k + .5)), K issues, k of them in which it is said. */
export function tellingness(l: Learned, act: number): number {
  let k = 0;
  for (const issue of l.issues.values())
    if ((issue.counts.get(act) ?? 0) >= Math.max(1, 0.05 * (issue.counted + issue.born))) k++;
  return Math.max(LEAST_TELLING, Math.log((l.issues.size + 1) / (k + 0.5)));
}

/** Share of the conversation's telling acts that an article's lines hold, 0 to 1; 0 where it has no act. */
export function agreementWith(
  l: Learned,
  acts: readonly number[],
  weights: readonly number[],
  articleId: string,
): number {
  let held = 0;
  let all = 0;
  acts.forEach((id, i) => {
    const act = l.acts.get(id);
    if (!act) return;
    const w = weights[i] ?? 0;
    all += w;
    held += w * heldBy(act, articleId);
  });
  return all > 0 ? held / all : 0;
}

/** How much of an act an article's nearest line holds: nothing under half, all at sameness. */
export function heldBy(act: Act, articleId: string): number {
  const near = act.near.get(articleId) ?? 0;
  return Math.max(0, Math.min(1, (near - 0.45) / 0.17));
}

/** The share of the conversation's telling acts that recur in a discovered issue. */
function recurrence(issue: Issue, acts: readonly number[], weights: readonly number[]): number {
  let held = 0;
  let all = 0;
  acts.forEach((id, i) => {
    const w = weights[i] ?? 0;
    all += w;
    const n = issue.counts.get(id) ?? 0;
    if (n >= Math.max(1, 0.1 * issue.counted)) held += w;
  });
  return all > 0 ? held / all : 0;
}

type Said = Pick<Features, 'acts' | 'agent' | 'customer'>;

/** How well a conversation fits one issue. */
export function scoreOf(l: Learned, issue: Issue, f: Said, weights = f.acts.map((a) => tellingness(l, a))): Choice {
  const agreement = issue.articleId === null ? 0 : agreementWith(l, f.acts, weights, issue.articleId);
  const fit = issue.articleId === null ? recurrence(issue, f.acts, weights) : agreement;
  const words =
    ACT_WEIGHT * logRatio(l, issue, f.acts) +
    AGENT_WEIGHT * logRatio(l, issue, f.agent) +
    CUSTOMER_WEIGHT * logRatio(l, issue, f.customer);
  const agreed = AGREEMENT_WEIGHT * (fit - AGREEMENT_NEUTRAL) - (fit < AGREEMENT_LOW ? LOW_COST : 0);
  return { issue, score: words + (f.acts.length > 0 ? agreed : 0), agreement };
}

/** Scores every issue for a conversation, best first; ties by content. */
export function choices(l: Learned, f: Said): Choice[] {
  const weights = f.acts.map((a) => tellingness(l, a));
  const found = [...l.issues.values()].map((issue) => scoreOf(l, issue, f, weights));
  return found.sort((a, b) => b.score - a.score || inOrder(l, a.issue, b.issue));
}

/** The issue a conversation belongs to, or null where none is good enough and it says enough to start one. */
export function chosen(ranked: Choice[], acts: number): Choice | null {
  const best = ranked[0];
  if (!best) return null;
  return best.score >= (acts < MIN_ACTS ? HARDLY : GOOD_ENOUGH) ? best : null;
}
