import { z } from 'zod';
import { Permanent, RetryLater } from '../../loop/ports/errors.ts';
import type { Embedder, SpendCaps, SpendStore } from '../../loop/ports/writer.ts';
import { shown } from '../prompts/quoted.ts';
import { DEFAULT_EMBEDDING_CAPS, embeddingDayOf, tokensFor, untilNextDayMs } from '../spending.ts';

/** The part of the binding that is used. */
export interface WorkersAi {
  run(model: string, input: { text: string[] }): Promise<unknown>;
}

/** Texts of one call. Source: the embedding models' input schema takes 100. */
const A_CALL = 100;

/** How long a binding that failed is left alone, in ms. */
const REST_MS = 60_000;

const answerSchema = z.object({ data: z.array(z.array(z.number())) });

export interface WorkersAiEmbedderOptions {
  ai: WorkersAi;
  model: string;
  dimensions: number;
  spend: SpendStore;
  caps?: SpendCaps;
  /** Wall clock, ms. */
  now: () => number;
}

/** An embedding model of Workers AI by its binding: no address and no key. It sees texts without personal data. */
export function createWorkersAiEmbedder(options: WorkersAiEmbedderOptions): Embedder {
  const { ai, model, dimensions, spend, caps = DEFAULT_EMBEDDING_CAPS, now } = options;
  const ask = async (tenant: string, text: string[]): Promise<Float32Array[]> => {
    const [day, reserved] = [embeddingDayOf(now()), { calls: 1, tokens: tokensFor(text.join('').length, 0) }];
    if (!(await spend.reserve(tenant, day, reserved, caps)))
      throw new RetryLater('embeddings: the spending cap of the day is reached', untilNextDayMs(now()), 'row');
    const answer = await ai.run(model, { text }).catch(async (error: unknown) => {
      await spend.settle(tenant, day, reserved, { calls: 0, tokens: 0 });
      throw new RetryLater(`embeddings: ${String(error)}`.slice(0, 300), REST_MS, 'row');
    });
    const parsed = answerSchema.safeParse(answer);
    const vectors = parsed.success ? parsed.data.data : [];
    if (vectors.length !== text.length || vectors.some((v) => v.length !== dimensions || Math.hypot(...v) === 0))
      throw new Permanent(`embeddings: ${model} answers no ${text.length} vectors of ${dimensions} numbers`);
    return vectors.map((values) => Float32Array.from(values, (value) => value / Math.hypot(...values)));
  };
  return {
    model,
    dimensions,
    languages: null,
    async embed(tenant, texts) {
      const clean = texts.map(shown);
      const vectors: Float32Array[] = [];
      for (let from = 0; from < clean.length; from += A_CALL)
        vectors.push(...(await ask(tenant, clean.slice(from, from + A_CALL))));
      return vectors;
    },
  };
}
