import { MINUTE_MS } from '../../../shared/time.ts';
import type { SpendCaps } from '../../loop/ports/writer.ts';

/** How an endpoint is asked for structured output; not every compatible server knows the first. */
export const OUTPUT_METHODS = ['jsonSchema', 'functionCalling', 'jsonMode'] as const;
export type OutputMethod = (typeof OUTPUT_METHODS)[number];

/** A chat call that takes longer is given up. At most 45 s: it must end within the tenant's lease of 120 s, half used. */
export const DEFAULT_TIMEOUT_MS = 20_000;
export const MAX_TIMEOUT_MS = 45_000;

/** How long a request waits for an endpoint that is down before the builtin draft stands. Own choice. */
export const DEFAULT_PATIENCE_MS = 60 * MINUTE_MS;

/** An answer of a few thousand tokens is 20 KB. */
export const MAX_RESPONSE_BYTES = 1_000_000;

export const MAX_OUTPUT_TOKENS = 4_000;

/** Longest prompt that is sent, in characters: a draft of 60 statements with their quotes has about 20,000. */
export const MAX_PROMPT_CHARS = 48_000;

export interface ModelSettings {
  /** As `modelBaseUrl` let it through. */
  baseUrl: string;
  /** The pinned model id, a dated one where the vendor has them. */
  model: string;
  key: string;
  timeoutMs?: number;
  /** How long a request is tried again while its endpoint is down; no pause between tries is longer. */
  patienceMs?: number;
  method?: OutputMethod;
  caps?: SpendCaps;
}
