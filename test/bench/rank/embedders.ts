import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Embedder } from '../../../worker/loop/ports/writer.ts';
import { createOpenAiEmbedder } from '../../../worker/models/openai/embedder.ts';
import { createStaticEmbedder } from '../../../worker/models/static/embedder.ts';
import { MODEL_ASSETS } from '../../sandbox/mend/bundle.ts';

/** No cap: it is a measurement, of an endpoint of one's own. */
const SPEND = { reserve: async () => true, settle: async () => undefined };

/**
 * The embedder that a command names: none, the static one, or an endpoint's address, whose key, model id and length are in
 * `EMBEDDING_KEY`, `EMBEDDING_ID` and `EMBEDDING_DIMENSIONS`, as the worker's own variables.
 */
export function embedderNamed(name: string): Embedder | null {
  if (name === 'none') return null;
  if (name === 'static')
    return createStaticEmbedder(async (path) => new Response(await readFile(join(MODEL_ASSETS, path))));
  const { EMBEDDING_KEY: key = 'none', EMBEDDING_ID: model = 'full', EMBEDDING_DIMENSIONS: size = '384' } = process.env;
  return createOpenAiEmbedder({
    baseUrl: name,
    key,
    model,
    dimensions: Number(size),
    spend: SPEND,
    now: () => Date.now(),
    isLoopbackAllowed: true,
  });
}

/** Texts put to an embedder at once: a full encoder on one core ends with them in a few seconds. */
const A_CALL = 8;

/** A vector a text, in order, some at a time. */
export async function vectorsOf(embedder: Embedder, texts: readonly string[]): Promise<(Float32Array | null)[]> {
  const vectors: (Float32Array | null)[] = [];
  for (let from = 0; from < texts.length; from += A_CALL)
    vectors.push(...(await embedder.embed('bench', texts.slice(from, from + A_CALL))));
  return vectors;
}
