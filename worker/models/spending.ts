import { DAY_MS } from '../../shared/time.ts';
import type { SpendCaps } from '../loop/ports/writer.ts';

/** UTF-16 units a token stands for, at the least: what is reserved is rather too much. Source: English is about four. */
const UNITS_A_TOKEN = 3;

/**
 * Spending caps a day where none are set. 200 calls are 3,300 conversations at 60 calls a thousand; a reword of 40
 * statements takes about 5,000 tokens.
 */
export const DEFAULT_CAPS: SpendCaps = {
  tenant: { calls: 200, tokens: 1_000_000 },
  global: { calls: 5_000, tokens: 20_000_000 },
};

/** The day that spending counts for, UTC. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** Embeddings are counted apart, by tokens: thousands of them cost what one draft does. A help center of 1,000 articles has 1.5 million. */
export const embeddingDayOf = (now: number): string => `${dayOf(now)} embeddings`;
export const DEFAULT_EMBEDDING_CAPS: SpendCaps = {
  tenant: { calls: 100_000, tokens: 5_000_000 },
  global: { calls: 10_000_000, tokens: 200_000_000 },
};

/** Until the caps are full again. */
export function untilNextDayMs(now: number): number {
  return DAY_MS - (now % DAY_MS);
}

/** Tokens to reserve for a prompt of so many characters and its answer. */
export function tokensFor(promptChars: number, maxOutputTokens: number): number {
  return Math.ceil(promptChars / UNITS_A_TOKEN) + maxOutputTokens;
}
