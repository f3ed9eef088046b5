import type { Suspicion } from '../statistics/sequential.ts';

/**
 * What each cause asks for before it is told, under one sequential test. An observation is an organization's conversation; what
 * speaks for a cause and what against it stands beside the finding. Rates of `outdated` were read off labelled support mail: false
 * suspicions stayed under 0 on eleven bases that were right, true ones came above 2. The others are stated.
 */
export const SUSPICIONS = {
  /** Another value (or word) is given than the line's. Three of a hundred claims go stale. */
  outdated: { prior: 0.03, held: 0.7, usual: 0.06, bound: 2, share: 0.8, organizations: 3, agents: 2 },
  /** Another value is given beside the line's own. */
  contradictory: { prior: 0.03, held: 0.5, usual: 0.06, bound: 2, share: 0.3, organizations: 3, agents: 2 },
  /** Agents tell something that no article holds. */
  incomplete: { prior: 0.03, held: 0.35, usual: 0.05, bound: 2, share: 0.2, organizations: 5, agents: 2 },
  /** Agents acknowledge a defect: more than a misread sentence now and then, and to most. */
  product_bug: { prior: 0.03, held: 0.7, usual: 0.06, bound: 2, share: 0.5, organizations: 3, agents: 1 },
  /** A conversation ends badly; the usual rate is the tenant's own. A few customers are hard to please, and every issue is looked at. */
  failing: { prior: 0.03, held: 0.7, usual: 0.1, bound: 6, share: 0.35, organizations: 5, agents: 1 },
  /** A plain search for a customer's words misses the article: for more than half of those who ask. */
  unfindable: { prior: 0.5, held: 0.9, usual: 0.5, bound: 3.5, share: 0.5, organizations: 4, agents: 1 },
  /** A conversation ends with a team that didn't have it first. Habits accuse nothing: the bound is lower. */
  handed_on: { prior: 0.5, held: 0.9, usual: 0.5, bound: 2.5, share: 0.6, organizations: 5, agents: 1 },
  /** A conversation that got the reply ends well. What two agents type may be theirs. */
  repeated_reply: { prior: 0.5, held: 0.9, usual: 0.5, bound: 2.5, share: 0.6, organizations: 8, agents: 3 },
} as const satisfies Record<string, Suspicion>;
