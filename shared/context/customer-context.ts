import type { ProductFacts } from './product-facts.ts';

/**
 * What an agent should know of who asks: what the product says, how often they wrote lately, and what of it bears on the
 * question. `unanswered`: the product did not answer in time, which says nothing of what is on or off.
 */
export interface CustomerContext {
  state: 'known' | 'unknown_customer' | 'unanswered' | 'none';
  /** How many conversations they had in the last 30 days, this one included. */
  contacts: number;
  /** When the product said it (ms); null where it did not. */
  asOf: number | null;
  plan: string | null;
  segment: NonNullable<ProductFacts['segment']> | null;
  client: NonNullable<ProductFacts['client']> | null;
  /** Features that are off for this customer, those that the question names first. */
  off: { key: string; isAsked: boolean }[];
  /** What failed for them, the latest first; `isAsked` where the question names it. */
  errors: {
    code: string | null;
    title: string;
    lastSeen: number;
    count: number | null;
    knownIssue: string | null;
    isAsked: boolean;
  }[];
  /** Why the product itself may be the answer: a feature that is asked for is off, or a right to it was not given. */
  causes: ({ cause: 'product_differs'; feature: string } | { cause: 'not_permitted'; permission: string })[];
}

/** The connected context endpoint as admins see it; null where there is none. */
export interface EndpointView {
  endpoint: { url: string; createdAt: number } | null;
}

/** What came of trying it: whether it answered as the contract says, and if not, why. */
export interface EndpointTried {
  isRight: boolean;
  tookMs: number;
  why: string;
}
