import type { SpendCaps, WriteInput, Writer } from '../../worker/loop/ports/writer.ts';
import type { OutputMethod } from '../../worker/models/openai/settings.ts';
import { createOpenAiWriter } from '../../worker/models/openai/writer.ts';
import { createAnswersInMemory, createSpendInMemory } from '../loop/memory/answers.ts';
import type { Draft } from './drafts.ts';

export const NOON = Date.UTC(2026, 10, 22, 12);

/** A writer with everything around it in hand: the clock stands still until a test moves it. */
export interface Bench {
  writer: Writer;
  clock: { now: number };
  spend: ReturnType<typeof createSpendInMemory>;
  /** Addresses that were asked. */
  sent: string[];
}

export function bench(
  url: string,
  options: {
    caps?: SpendCaps;
    method?: OutputMethod;
    timeoutMs?: number;
    patienceMs?: number;
    fetch?: typeof fetch;
  } = {},
): Bench {
  const { fetch: send = globalThis.fetch, ...settings } = options;
  const clock = { now: NOON };
  const spend = createSpendInMemory();
  const sent: string[] = [];
  const writer = createOpenAiWriter({
    settings: { baseUrl: url, model: 'm-1', key: 'key-for-tests', timeoutMs: 10_000, ...settings },
    spend,
    answers: createAnswersInMemory(),
    now: () => clock.now,
    isLoopbackAllowed: true,
    fetch: (input, init) => {
      sent.push(String(input));
      return send(input, init);
    },
  });
  return { writer, clock, spend, sent };
}

/** Asks for a draft to be written. */
export const write = ({ writer }: Bench, { fix, base }: Draft, tenant = 't1', known?: WriteInput['known']) =>
  writer.write(tenant, {
    kind: fix.kind,
    title: fix.title,
    bodyHtml: fix.bodyHtml,
    quotes: fix.evidence,
    base,
    language: 'en',
    manner: 'imperative',
    ...(known ? { known } : {}),
  });
