import type { ModelUsage, Spend, SpendStore } from '../../loop/ports/writer.ts';
import type { Breaker } from '../breaker.ts';
import type { AnswerShape } from '../prompts/answers.ts';
import type { Prompt } from '../prompts/quoted.ts';
import { DEFAULT_CAPS, dayOf } from '../spending.ts';
import { type ChatAnswer, chat } from './chat.ts';
import { type Exchange, guardedFetch } from './guarded-fetch.ts';
import { DEFAULT_PATIENCE_MS, DEFAULT_TIMEOUT_MS, MAX_OUTPUT_TOKENS, type ModelSettings } from './settings.ts';

/** How long an endpoint that is down is left alone, at the least. */
const RETRY_MS = 60_000;
export const retryMs = ({ patienceMs = RETRY_MS }: ModelSettings): number => Math.min(RETRY_MS, patienceMs);

const NOTHING: Spend = { calls: 0, tokens: 0 };

export interface Endpoint {
  settings: ModelSettings;
  spend: SpendStore;
  breaker: Breaker;
  /** Wall clock, ms. */
  now: () => number;
  send: typeof fetch;
}

/** What became of one try: an answer, nonsense, or the reason why there is none. */
export type Attempt =
  | { kind: 'answer'; answer: ChatAnswer; usage: ModelUsage }
  | { kind: 'nonsense' | 'misconfigured'; detail: string }
  | { kind: 'down'; detail: string; afterMs: number }
  | { kind: 'capped' };

/**
 * Sends one request within breaker and caps, and settles what it cost: what the endpoint counted, else what was
 * reserved; nothing where the endpoint did no work. A library that fails before anything was sent is a bug: thrown.
 */
export async function attempt(
  endpoint: Endpoint,
  tenant: string,
  prompt: Prompt,
  shape: AnswerShape<unknown>,
  reserved: Spend,
): Promise<Attempt> {
  const { settings, spend, breaker, now } = endpoint;
  const day = dayOf(now());
  const resting = (): Attempt | null => {
    const afterMs = breaker.waitMs(now());
    return afterMs > 0 ? { kind: 'down', detail: 'the endpoint is given a rest', afterMs } : null;
  };
  const early = resting();
  if (early) return early;
  if (!(await spend.reserve(tenant, day, reserved, settings.caps ?? DEFAULT_CAPS))) return { kind: 'capped' };
  const settle = (used: Spend) => spend.settle(tenant, day, reserved, used);
  const meanwhile = resting();
  if (meanwhile) {
    await settle(NOTHING);
    return meanwhile;
  }

  breaker.begin(now());
  const exchange: Exchange = { status: null, retryAfterMs: null, fault: null };
  const timeoutMs = settings.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const guard = { baseUrl: settings.baseUrl, path: '/chat/completions' as const, timeoutMs, now, send: endpoint.send };
  let answer: ChatAnswer | null = null;
  try {
    answer = await chat(settings, prompt, shape, guardedFetch(guard, exchange));
  } catch (error) {
    if (exchange.status === null && exchange.fault === null) {
      breaker.succeeded();
      await settle(NOTHING);
      throw error;
    }
  }

  const { status, fault } = exchange;
  if (isDown(exchange)) {
    const { patienceMs = DEFAULT_PATIENCE_MS } = settings;
    const askedMs = exchange.retryAfterMs === null ? null : Math.min(exchange.retryAfterMs, patienceMs);
    breaker.failed(now(), askedMs);
    if (fault !== 'timeout') await settle(NOTHING);
    return { kind: 'down', detail: fault ?? `status ${status}`, afterMs: askedMs ?? retryMs(settings) };
  }
  breaker.succeeded();
  if (fault === 'redirect' || fault === 'elsewhere' || (status !== null && (status < 200 || status >= 300))) {
    await settle(NOTHING);
    return { kind: 'misconfigured', detail: fault ?? `status ${status}` };
  }
  if (!answer) return { kind: 'nonsense', detail: fault ?? 'no chat completion' };
  const usage = usageOf(answer, reserved);
  await settle({ calls: 1, tokens: usage.inputTokens + usage.outputTokens });
  return { kind: 'answer', answer, usage };
}

export const isDown = ({ status, fault }: Exchange): boolean =>
  fault === 'timeout' || fault === 'connection' || status === 429 || status === 408 || (status ?? 0) >= 500;

function usageOf({ inputTokens, outputTokens }: ChatAnswer, reserved: Spend): ModelUsage {
  if (inputTokens === null || outputTokens === null || inputTokens + outputTokens === 0)
    return { inputTokens: Math.max(0, reserved.tokens - MAX_OUTPUT_TOKENS), outputTokens: MAX_OUTPUT_TOKENS };
  return { inputTokens, outputTokens };
}
