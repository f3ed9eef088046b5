import { hashText } from '../../core/hash.ts';
import { RetryLater } from '../../loop/errors.ts';
import type { AnswerStore, Decline, ModelUsage, Spend, SpendStore, Written } from '../../loop/writer.ts';
import type { Breaker } from '../breaker.ts';
import type { AnswerShape } from '../prompts/answers.ts';
import type { Prompt } from '../prompts/quoted.ts';
import { DEFAULT_CAPS, dayOf, tokensFor, untilNextDayMs } from '../spending.ts';
import { type ChatAnswer, chat } from './chat.ts';
import { type Exchange, guardedFetch } from './guarded-fetch.ts';
import { readAnswer } from './read-answer.ts';
import { DEFAULT_TIMEOUT_MS, MAX_OUTPUT_TOKENS, MAX_PROMPT_CHARS, type ModelSettings } from './settings.ts';

/** Answers that can't be used, after which the builtin draft stands for this request. */
export const MAX_BAD_ANSWERS = 3;

/** How long a request waits for an endpoint that is down before the builtin draft stands. Source: goal G7. */
export const OUTAGE_PATIENCE_MS = 60 * 60_000;

const RETRY_MS = 60_000;
const NOTHING: Spend = { calls: 0, tokens: 0 };

export interface Asking {
  settings: ModelSettings;
  spend: SpendStore;
  answers: AnswerStore;
  breaker: Breaker;
  /** Wall clock, ms. */
  now: () => number;
  send: typeof fetch;
}

/**
 * One question: from the kept answers where it was asked before, else to the endpoint within caps and breaker. Throws
 * RetryLater where a later try may help and answers `builtin` where it won't; never an empty value.
 */
export async function ask<T>(
  asking: Asking,
  tenant: string,
  prompt: Prompt,
  shape: AnswerShape<T>,
): Promise<Written<T>> {
  const { settings, spend, answers, breaker, now } = asking;
  const { model, method = 'jsonSchema', caps = DEFAULT_CAPS } = settings;
  const request = hashText(JSON.stringify([prompt.version, shape.name, model, method, prompt.system, prompt.user]));
  const declined = (why: Decline, detail: string): Written<T> => ({ request, model, outcome: 'builtin', why, detail });

  /** Keeps what will not change: the same request is never paid for twice, whatever came of it. */
  async function final(why: Decline, detail: string): Promise<Written<T>> {
    const usage = { inputTokens: 0, outputTokens: 0 };
    await answers.keep(
      tenant,
      request,
      { outcome: why, json: JSON.stringify(detail), answeredBy: model, usage },
      now(),
    );
    return declined(why, detail);
  }
  async function outage(detail: string, afterMs: number): Promise<Written<T>> {
    const { since } = await answers.fail(tenant, request, 'endpoint', now());
    if (now() - since >= OUTAGE_PATIENCE_MS) return declined('unreachable', detail);
    throw new RetryLater(`model: ${detail}`, Math.max(afterMs, RETRY_MS));
  }
  async function badAnswer(why: 'malformed' | 'refused', detail: string): Promise<Written<T>> {
    const { count } = await answers.fail(tenant, request, 'answer', now());
    if (count >= MAX_BAD_ANSWERS) return final(why, detail);
    throw new RetryLater(`model: ${why}: ${detail}`, RETRY_MS * 2 ** (count - 1));
  }

  const kept = await answers.find(tenant, request);
  if (kept?.outcome === 'answered') {
    const value = shape.schema.parse(JSON.parse(kept.json));
    return { request, model, outcome: 'answered', value, answeredBy: kept.answeredBy, usage: kept.usage };
  }
  if (kept) return declined(kept.outcome, String(JSON.parse(kept.json)));

  const reserved: Spend = { calls: 1, tokens: tokensFor(prompt.system.length + prompt.user.length, MAX_OUTPUT_TOKENS) };
  const isTooLarge =
    prompt.user.length > MAX_PROMPT_CHARS || reserved.tokens > Math.min(caps.tenant.tokens, caps.global.tokens);
  if (isTooLarge) return declined('too_large', `${prompt.user.length} characters`);
  const waitMs = breaker.waitMs(now());
  if (waitMs > 0) return outage('the endpoint is given a rest', waitMs);
  const day = dayOf(now());
  if (!(await spend.reserve(tenant, day, reserved, caps)))
    throw new RetryLater('model: the spending cap of the day is reached', untilNextDayMs(now()));
  const restMs = breaker.waitMs(now());
  if (restMs > 0) {
    await spend.settle(tenant, day, reserved, NOTHING);
    return outage('the endpoint is given a rest', restMs);
  }
  breaker.begin(now());
  const exchange: Exchange = { status: null, retryAfterMs: null, fault: null };
  const guard = {
    baseUrl: settings.baseUrl,
    timeoutMs: settings.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    now,
    send: asking.send,
  };
  let answer: ChatAnswer | null = null;
  try {
    answer = await chat(settings, prompt, shape as AnswerShape<unknown>, guardedFetch(guard, exchange));
  } catch (error) {
    if (exchange.status === null && exchange.fault === null) {
      breaker.succeeded();
      await spend.settle(tenant, day, reserved, NOTHING);
      throw error;
    }
  }
  const { status, fault } = exchange;
  const isDown =
    fault === 'timeout' || fault === 'connection' || status === 429 || status === 408 || (status ?? 0) >= 500;
  if (isDown) {
    breaker.failed(now(), exchange.retryAfterMs);
    if (fault !== 'timeout') await spend.settle(tenant, day, reserved, NOTHING);
    return outage(fault ?? `status ${status}`, exchange.retryAfterMs ?? RETRY_MS);
  }
  breaker.succeeded();
  if (fault === 'redirect' || fault === 'elsewhere' || (status !== null && (status < 200 || status >= 300))) {
    await spend.settle(tenant, day, reserved, NOTHING);
    return declined('misconfigured', fault ?? `status ${status}`);
  }
  if (!answer) return badAnswer('malformed', fault ?? 'no chat completion');
  const usage = usageOf(answer, reserved);
  await spend.settle(tenant, day, reserved, { calls: 1, tokens: usage.inputTokens + usage.outputTokens });
  const reading = readAnswer(answer, shape, model);
  if (reading.kind === 'other_model') return final('other_model', reading.detail);
  if (reading.kind !== 'read') return badAnswer(reading.kind, reading.detail);
  const stands = await answers.keep(
    tenant,
    request,
    { outcome: 'answered', json: JSON.stringify(reading.value), answeredBy: answer.answeredBy ?? model, usage },
    now(),
  );
  if (stands.outcome !== 'answered') return declined(stands.outcome, String(JSON.parse(stands.json)));
  const value = shape.schema.parse(JSON.parse(stands.json));
  return { request, model, outcome: 'answered', value, answeredBy: stands.answeredBy, usage: stands.usage };
}

/** What the endpoint counted, else what was reserved. */
function usageOf({ inputTokens, outputTokens }: ChatAnswer, reserved: Spend): ModelUsage {
  if (inputTokens === null || outputTokens === null || inputTokens + outputTokens === 0)
    return { inputTokens: Math.max(0, reserved.tokens - MAX_OUTPUT_TOKENS), outputTokens: MAX_OUTPUT_TOKENS };
  return { inputTokens, outputTokens };
}
