import type { FixKind, Quote } from '../../../shared/fix.ts';
import type { Manner } from '../../core/drafts/article/manner.ts';
import type { Known } from '../../core/drafts/written/known.ts';
import type { WrittenArticle } from '../../core/grounding/written.ts';

/** One builtin draft to be written anew. All text is redacted; quotes are agents' own sentences. */
export interface WriteInput {
  kind: FixKind;
  title: string;
  /** The builtin draft's body: the whole article as it would stand. */
  bodyHtml: string;
  quotes: readonly Quote[];
  /** The article that the draft patches, null for a new one. */
  base: { title: string; bodyHtml: string } | null;
  /** ISO 639-1. */
  language: string;
  /** How the help center names its articles. */
  manner: Manner['titles'];
  /** What stood when this gap was last written: where it covers the draft, no call is made. */
  known?: Known;
  /** How the tenant's articles speak ("short, second person"), written by an admin; data to the model as well. */
  voice?: string;
}

/** What one question to a model cost. Tokens as the endpoint counted them, else as they were reserved. */
export interface ModelUsage {
  inputTokens: number;
  outputTokens: number;
}

/** Why a model gave no answer and the builtin engine's stands: stored with the fix, so that it can be told. */
export const DECLINES = [
  'malformed',
  'refused',
  'unreachable',
  'misconfigured',
  'other_model',
  'too_large',
  'nothing',
  'given_up',
] as const;
export type Decline = (typeof DECLINES)[number];

/**
 * What came of asking. `request` is the hash of everything that was sent (prompt version, model, messages): the same
 * input gives the same one. `model` is the pinned id, `answeredBy` the id that the endpoint named.
 */
export type Written<T> = { request: string; model: string } & (
  | { outcome: 'answered'; value: T; answeredBy: string; usage: ModelUsage }
  | { outcome: 'builtin'; why: Decline; detail: string }
);

/**
 * A language model that writes and judges what the builtin engine made, per gap, never per conversation. It has no
 * tools and decides nothing: what it writes counts only as far as `core/drafts/written` proves it. Every method throws RetryLater while
 * the endpoint does not answer, answers nonsense for the first times, or a spending cap is reached (until the next
 * day), and answers `builtin` with the reason when waiting longer is no use. An answer is kept: asked again with the
 * same input, the same one comes back and nothing is spent.
 */
export interface Writer {
  readonly model: string;
  /** The draft as a whole article of the same statements, each sentence with those that it says. To be passed through `writtenDraft`. */
  write(tenant: string, input: WriteInput): Promise<Written<WrittenArticle>>;
  /** Whether two questions ask for the same thing: a hint that may propose a merge and never makes one. */
  judgeSame(tenant: string, a: string, b: string): Promise<Written<{ isSame: boolean }>>;
  /**
   * Which statements (by index) say more than the agents' words beside them: an extra doubt, never a pass. One question a
   * draft.
   */
  judgeGrounded(
    tenant: string,
    statements: readonly { text: string; quotes: readonly string[] }[],
  ): Promise<Written<{ unsupported: number[] }>>;
  /** A name for what is handed to people, from agents' words. To be passed through `groundTitle`. */
  nameIssue(tenant: string, builtinTitle: string, quotes: readonly Quote[]): Promise<Written<{ title: string }>>;
}

/** A model that turns texts into vectors of one length, for search. It sees articles, and questions without personal data. */
export interface Embedder {
  readonly model: string;
  readonly dimensions: number;
  /** The languages whose texts it understands (ISO 639-1); null where it says nothing of languages. */
  readonly languages: readonly string[] | null;
  /**
   * A vector a text, in order, each of length 1; null for a text in which it knows nothing. Throws RetryLater while the endpoint
   * does not answer or a spending cap is reached, Permanent where it is set wrongly: another number or length of vectors than
   * asked for is set wrongly too.
   */
  embed(tenant: string, texts: readonly string[]): Promise<(Float32Array | null)[]>;
}

/** Calls and tokens of one day. */
export interface Spend {
  calls: number;
  tokens: number;
}
export interface SpendCaps {
  tenant: Spend;
  global: Spend;
}

/** What models have cost, a tenant and a day (UTC, `2026-11-22`) at a time, and over all tenants. */
export interface SpendStore {
  /** Takes `spend` from what is left of both caps, all or nothing, atomically; false, taking nothing, where it isn't. */
  reserve(tenant: string, day: string, spend: Spend, caps: SpendCaps): Promise<boolean>;
  /** Puts what was really used in the place of a reservation. */
  settle(tenant: string, day: string, reserved: Spend, used: Spend): Promise<void>;
}

/** A stored answer: JSON of the value as it was parsed, with who gave it; or why there will be none. */
export interface StoredAnswer {
  outcome: 'answered' | Decline;
  json: string;
  answeredBy: string;
  usage: ModelUsage;
}

/** What models answered, by request, and how often one did not. Redacted text: forget it with redacted text. */
export interface AnswerStore {
  find(tenant: string, request: string): Promise<StoredAnswer | null>;
  /** Stores an answer, once; answers the one that stands. */
  keep(tenant: string, request: string, answer: StoredAnswer, now: number): Promise<StoredAnswer>;
  /** Counts one more failure of this kind; answers how many there were and when (wall) the first was. */
  fail(
    tenant: string,
    request: string,
    kind: 'answer' | 'endpoint',
    now: number,
  ): Promise<{ count: number; since: number }>;
}
