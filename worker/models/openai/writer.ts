import { knownArticle } from '../../core/drafts/written/known.ts';
import { statementsOf } from '../../core/grounding/statements.ts';
import { Invalid } from '../../loop/ports/errors.ts';
import type { AnswerStore, SpendStore, Writer } from '../../loop/ports/writer.ts';
import { BREAKER_OPEN_MS, Breaker } from '../breaker.ts';
import { ARTICLE, GROUNDEDNESS, NAMING, SAMENESS } from '../prompts/answers.ts';
import { groundedPrompt, namePrompt, samePrompt } from '../prompts/judge.ts';
import { writePrompt } from '../prompts/write.ts';
import { type Asking, ask } from './ask.ts';
import { modelBaseUrl } from './endpoint.ts';
import { DEFAULT_TIMEOUT_MS, MAX_TIMEOUT_MS, type ModelSettings } from './settings.ts';

const NO_USAGE = { inputTokens: 0, outputTokens: 0 };

export interface OpenAiWriterOptions {
  settings: ModelSettings;
  spend: SpendStore;
  answers: AnswerStore;
  /** Wall clock, ms. */
  now: () => number;
  /** The endpoint may be on the loopback address; for the sandbox alone. */
  isLoopbackAllowed?: boolean;
  fetch?: typeof fetch;
}

/** A writer over any OpenAI-compatible chat endpoint; one an isolate, so that the breaker is shared. Invalid for bad settings. */
export function createOpenAiWriter(options: OpenAiWriterOptions): Writer {
  const { settings, spend, answers, now } = options;
  const { model } = settings;
  if (model.trim() === '' || settings.key === '') throw new Invalid('a model needs an id and a key');
  const timeoutMs = Math.min(settings.timeoutMs ?? DEFAULT_TIMEOUT_MS, MAX_TIMEOUT_MS);
  const baseUrl = modelBaseUrl(settings.baseUrl, { allowLoopback: options.isLoopbackAllowed ?? false });
  const asking: Asking = {
    settings: { ...settings, baseUrl, timeoutMs },
    spend,
    answers,
    breaker: new Breaker(Math.min(BREAKER_OPEN_MS, settings.patienceMs ?? BREAKER_OPEN_MS)),
    now,
    send: options.fetch ?? globalThis.fetch.bind(globalThis),
  };
  return {
    model,
    async write(tenant, input) {
      const isWritten = input.kind === 'new_article' || input.kind === 'article_patch';
      const statements = isWritten ? statementsOf(input.bodyHtml, input.base?.bodyHtml ?? null, input.quotes) : [];
      if (statements.length === 0)
        return { request: '', model, outcome: 'builtin', why: 'nothing', detail: 'no statement to write' };
      const value = input.known ? knownArticle(statements, input.known) : null;
      if (value) return { request: '', model, outcome: 'answered', value, answeredBy: model, usage: NO_USAGE };
      return ask(asking, tenant, writePrompt(input), ARTICLE);
    },
    judgeSame: (tenant, a, b) => ask(asking, tenant, samePrompt(a, b), SAMENESS),
    judgeGrounded: (tenant, statements) => ask(asking, tenant, groundedPrompt(statements), GROUNDEDNESS),
    nameIssue: (tenant, title, quotes) => ask(asking, tenant, namePrompt(title, quotes), NAMING),
  };
}
