import { HOUR_MS } from '../../../shared/time.ts';
import type { Issue, Learned, Member } from '../learned/state.ts';

/** A burst is that dense at most, and over so long after its last customer. Stated: what takes days is a trend. */
const LONGEST_MS = 24 * HOUR_MS;

/** The latest organizations of an issue that are looked at, from the smallest burst that is told. Stated. */
const LOOKS = [5, 8, 12, 20] as const;

/**
 * The chance at most that as many would come by themselves. One look in 100,000, four looks a conversation: a false alarm in
 * 25,000 conversations.
 */
const MAX_CHANCE = 1e-5;

/** Jeffreys' prior of a rate. */
const PRIOR = 0.5;

/** Conversations that the baseline is worth at most: demand drifts, so a long past is believed no more than this. Stated. */
const MAX_BASELINE = 50;

/** Many organizations at once, far above what is usual in this tenant. Times are event time in ms. */
export interface Burst {
  since: number;
  /** Distinct organizations since then, and how many the issue's own share of all conversations made expect. */
  count: number;
  baseline: number;
  /** The chance that as many would come by themselves. */
  chance: number;
  conversationIds: string[];
}

/** The latest event time that was learned from; 0 where nothing was. */
export function latestAt(learned: Learned): number {
  let latest = 0;
  for (const issue of learned.issues.values()) latest = Math.max(latest, issue.lastAt);
  return latest;
}

/**
 * Whether an issue comes far oftener than usual at `now`. Its clock is the tenant's other conversations, so that a busy
 * morning is none: of them so many came with so many of this issue before, and the number that goes with those of the
 * window is predicted by a Gamma-Poisson model (negative binomial), the tenant's average issue as its prior.
 */
export function burstOf(learned: Learned, issue: Issue, now: number): Burst | null {
  const counted = issue.members.filter((m) => m.counts && m.at <= now).sort((a, b) => a.at - b.at);
  const last = counted.at(-1)?.at ?? 0;
  if (now - last > LONGEST_MS) return null;
  const others = [...learned.issues.values()].filter((other) => other !== issue);
  const all = others.reduce((sum, other) => sum + other.counted, 0);
  let found: Burst | null = null;
  for (const count of LOOKS) {
    const window = counted.slice(-count);
    const since = window[0]?.at ?? 0;
    if (window.length < count || last - since > LONGEST_MS) break;
    const beside = others.reduce((sum, other) => sum + countSince(other, since, now), 0);
    const { mean, chance } = predicted(
      count,
      issue.counted - count,
      Math.max(0, all - beside),
      beside,
      learned.issues.size,
    );
    if (chance > MAX_CHANCE || (found && found.chance <= chance)) continue;
    found = { since, count, baseline: mean, chance, conversationIds: window.map((m) => m.conversationId) };
  }
  return found;
}

/** Conversations of an issue since a time; where fewer are remembered than came, as many as their pace makes. */
function countSince(issue: Issue, since: number, now: number): number {
  const counted = issue.members.filter((m) => m.counts);
  const within = counted.filter((m) => m.at >= since && m.at <= now).length;
  const isWhole = within < counted.length || issue.counted <= counted.length;
  if (isWhole) return within;
  return (within * (now - since)) / Math.max(1, now - earliest(counted));
}

function earliest(members: readonly Member[]): number {
  return members.reduce((least, m) => Math.min(least, m.at), Number.POSITIVE_INFINITY);
}

/** How many of an issue go with `beside` others, and the chance of `count` or more, after `before` with `othersBefore`. */
function predicted(
  count: number,
  before: number,
  othersBefore: number,
  beside: number,
  issues: number,
): { mean: number; chance: number } {
  const shape = before + PRIOR;
  const rate = othersBefore + PRIOR * issues;
  const trust = Math.min(1, MAX_BASELINE / shape);
  const [a, b] = [shape * trust, rate * trust];
  const q = (beside + 1) / (beside + 1 + b);
  let term = (1 - q) ** a;
  let below = 0;
  for (let k = 0; k < count; k++) {
    below += term;
    term *= (q * (a + k)) / (k + 1);
  }
  return { mean: ((beside + 1) * a) / b, chance: below < 1 - 1e-9 ? 1 - below : term };
}
