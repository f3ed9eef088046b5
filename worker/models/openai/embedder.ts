import { hashText } from '../../core/text/hash.ts';
import { Invalid, Permanent, RetryLater } from '../../loop/ports/errors.ts';
import type { Embedder, SpendCaps, SpendStore } from '../../loop/ports/writer.ts';
import { BREAKER_OPEN_MS, Breaker } from '../breaker.ts';
import { shown } from '../prompts/quoted.ts';
import { DEFAULT_EMBEDDING_CAPS, embeddingDayOf, tokensFor, untilNextDayMs } from '../spending.ts';
import { isDown } from './attempt.ts';
import { modelBaseUrl } from './endpoint.ts';
import { type Exchange, guardedFetch } from './guarded-fetch.ts';

/** A search waits for it, so it is not waited for long. */
const TIMEOUT_MS = 8_000;

/** Vectors of single texts that an isolate holds: an agent opens the same ticket several times. 1,536 numbers are 6 KB. */
const HELD = 300;

/** More than this no index takes. Source: Vectorize's limits. */
const MAX_DIMENSIONS = 1_536;

export interface OpenAiEmbedderOptions {
  /** As `MODEL_BASE_URL`: a public https address. */
  baseUrl: string;
  model: string;
  key: string;
  /** The length of its vectors, pinned with the model: an index has one. */
  dimensions: number;
  spend: SpendStore;
  caps?: SpendCaps;
  /** Wall clock, ms. */
  now: () => number;
  isLoopbackAllowed?: boolean;
  fetch?: typeof fetch;
}

/** An embedding model behind any OpenAI-compatible endpoint; one an isolate, so that the breaker is shared. Invalid for bad settings. */
export function createOpenAiEmbedder(options: OpenAiEmbedderOptions): Embedder {
  const { model, dimensions, spend, now, caps = DEFAULT_EMBEDDING_CAPS } = options;
  if (model.trim() === '' || options.key === '') throw new Invalid('an embedding model needs an id and a key');
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > MAX_DIMENSIONS)
    throw new Invalid(`vectors have 1 to ${MAX_DIMENSIONS} numbers`);
  const baseUrl = modelBaseUrl(options.baseUrl, { allowLoopback: options.isLoopbackAllowed ?? false });
  const breaker = new Breaker();
  const held = new Map<string, Float32Array>();

  const ask = async (tenant: string, texts: readonly string[]): Promise<Float32Array[]> => {
    const waitMs = breaker.waitMs(now());
    if (waitMs > 0) throw new RetryLater('embeddings: the endpoint is given a rest', waitMs, 'row');
    const tokens = texts.reduce((sum, text) => sum + tokensFor(text.length, 0), 0);
    const [day, reserved] = [embeddingDayOf(now()), { calls: 1, tokens }];
    if (!(await spend.reserve(tenant, day, reserved, caps)))
      throw new RetryLater('embeddings: the spending cap of the day is reached', untilNextDayMs(now()), 'row');
    breaker.begin(now());
    const exchange: Exchange = { status: null, retryAfterMs: null, fault: null };
    const guard = { baseUrl, path: '/embeddings' as const, timeoutMs: TIMEOUT_MS, now };
    try {
      const send = guardedFetch({ ...guard, send: options.fetch ?? globalThis.fetch.bind(globalThis) }, exchange);
      const vectors = await embedded({ ...options, baseUrl }, texts, send);
      breaker.succeeded();
      return vectors.map(unit);
    } catch (error) {
      if (!isDown(exchange)) {
        breaker.succeeded();
        throw new Permanent(
          `embeddings: ${exchange.fault ?? `status ${exchange.status}: ${String(error)}`}`.slice(0, 300),
        );
      }
      breaker.failed(now(), exchange.retryAfterMs);
      await spend.settle(tenant, day, reserved, { calls: 0, tokens: 0 });
      const afterMs = Math.max(exchange.retryAfterMs ?? 0, BREAKER_OPEN_MS);
      throw new RetryLater(`embeddings: ${exchange.fault ?? `status ${exchange.status}`}`, afterMs, 'row');
    }
  };

  return {
    model,
    dimensions,
    languages: null,
    async embed(tenant, texts) {
      const clean = texts.map(shown);
      const key = clean.length === 1 ? hashText(`${tenant}\u0000${clean[0]}`) : null;
      const known = key && held.get(key);
      if (known) return [known];
      const vectors = await ask(tenant, clean);
      if (key) held.set(key, vectors[0]!);
      for (const oldest of held.keys()) {
        if (held.size <= HELD) break;
        held.delete(oldest);
      }
      return vectors;
    },
  };
}

/** The library is loaded at the first call: where no model is configured it costs no start-up time. */
async function embedded(
  { model, key, baseUrl, dimensions }: OpenAiEmbedderOptions,
  texts: readonly string[],
  send: typeof fetch,
): Promise<number[][]> {
  const { OpenAIEmbeddings } = await import('@langchain/openai');
  const client = new OpenAIEmbeddings({
    model,
    apiKey: key,
    dimensions,
    maxRetries: 0,
    batchSize: texts.length,
    stripNewLines: false,
    configuration: { baseURL: baseUrl, fetch: send, maxRetries: 0, logLevel: 'off', dangerouslyAllowBrowser: true },
  });
  const vectors = await client.embedDocuments([...texts]);
  const isRight = vectors.length === texts.length && vectors.every((vector) => isVector(vector, dimensions));
  if (!isRight) throw new Error(`not ${texts.length} vectors of ${dimensions} numbers`);
  return vectors;
}

const isVector = (value: unknown, dimensions: number): boolean =>
  Array.isArray(value) && value.length === dimensions && value.every(Number.isFinite) && value.some((n) => n !== 0);

function unit(values: number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}
