import { hashText } from '../../core/text/hash.ts';
import { RetryLater } from '../../loop/ports/errors.ts';
import type { AnswerStore, Decline, StoredAnswer, Written } from '../../loop/ports/writer.ts';
import type { AnswerShape } from '../prompts/answers.ts';
import type { Prompt } from '../prompts/quoted.ts';
import { DEFAULT_CAPS, tokensFor, untilNextDayMs } from '../spending.ts';
import { attempt, type Endpoint, retryMs } from './attempt.ts';
import { readAnswer } from './read-answer.ts';
import { DEFAULT_PATIENCE_MS, MAX_OUTPUT_TOKENS, MAX_PROMPT_CHARS } from './settings.ts';

/** Answers that can't be used, after which the builtin draft stands for this request. */
export const MAX_BAD_ANSWERS = 3;

export interface Asking extends Endpoint {
  answers: AnswerStore;
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
  const { settings, answers, now } = asking;
  const { model, method = 'jsonSchema', caps = DEFAULT_CAPS } = settings;
  const request = hashText(JSON.stringify([prompt.version, shape.name, model, method, prompt.system, prompt.user]));
  const declined = (why: Decline, detail: string): Written<T> => ({ request, model, outcome: 'builtin', why, detail });

  const read = ({ outcome, json, answeredBy, usage }: StoredAnswer): Written<T> => {
    const value: unknown = JSON.parse(json);
    if (outcome !== 'answered') return declined(outcome, String(value));
    return { request, model, outcome, value: shape.schema.parse(value), answeredBy, usage };
  };
  /** What stands for this request from now on: it is never paid for twice, whatever came of it. */
  const keep = async (answer: Omit<StoredAnswer, 'json'>, value: unknown): Promise<Written<T>> =>
    read(await answers.keep(tenant, request, { ...answer, json: JSON.stringify(value) }, now()));

  const kept = await answers.find(tenant, request);
  if (kept) return read(kept);
  const reserved = { calls: 1, tokens: tokensFor(prompt.system.length + prompt.user.length, MAX_OUTPUT_TOKENS) };
  if (prompt.user.length > MAX_PROMPT_CHARS || reserved.tokens > Math.min(caps.tenant.tokens, caps.global.tokens))
    return declined('too_large', `${prompt.user.length} characters`);

  const tried = await attempt(asking, tenant, prompt, shape as AnswerShape<unknown>, reserved);
  switch (tried.kind) {
    case 'capped':
      throw new RetryLater('model: the spending cap of the day is reached', untilNextDayMs(now()), 'row');
    case 'misconfigured':
      return declined('misconfigured', tried.detail);
    case 'down': {
      const { since } = await answers.fail(tenant, request, 'endpoint', now());
      if (now() - since >= (settings.patienceMs ?? DEFAULT_PATIENCE_MS)) return declined('unreachable', tried.detail);
      throw new RetryLater(`model: ${tried.detail}`, Math.max(tried.afterMs, retryMs(settings)), 'row');
    }
    case 'nonsense':
    case 'answer':
      break;
  }
  const usage = tried.kind === 'answer' ? tried.usage : { inputTokens: 0, outputTokens: 0 };
  const answeredBy = (tried.kind === 'answer' ? tried.answer.answeredBy : null) ?? model;
  const reading =
    tried.kind === 'answer'
      ? readAnswer(tried.answer, shape, model)
      : { kind: 'malformed' as const, detail: tried.detail };
  if (reading.kind === 'read') return keep({ outcome: 'answered', answeredBy, usage }, reading.value);
  if (reading.kind === 'other_model') return keep({ outcome: 'other_model', answeredBy, usage }, reading.detail);
  const { count } = await answers.fail(tenant, request, 'answer', now());
  if (count >= MAX_BAD_ANSWERS) return keep({ outcome: reading.kind, answeredBy, usage }, reading.detail);
  throw new RetryLater(`model: ${reading.kind}: ${reading.detail}`, retryMs(settings) * 2 ** (count - 1), 'row');
}
