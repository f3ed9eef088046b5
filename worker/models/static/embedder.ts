import { meaningOf, readStaticModel, type StaticModel } from '../../core/meaning/static-model.ts';
import { Permanent } from '../../loop/ports/errors.ts';
import type { Embedder } from '../../loop/ports/writer.ts';

/** The model that ships with the worker: its place among the assets is its name. tools/meaning makes it. */
const MODEL = 'minilm-192';
const DIMENSIONS = 192;

/**
 * The static sentence model, from the worker's own assets: no account, no call, and the same vector for the same text. It is
 * read once an isolate, at the first text. Its vocabulary is English. `asset` answers
 * null or a failure where the worker was deployed without its assets: then Permanent is thrown.
 */
export function createStaticEmbedder(asset: (path: string) => Promise<Response | null>): Embedder {
  let held: StaticModel | null = null;
  const read = async (): Promise<StaticModel> => {
    const path = `/models/${MODEL}.bin`;
    const answer = await asset(path);
    if (!answer?.ok) throw new Permanent(`embeddings: the worker's assets have no ${path} (npm run build:apps)`);
    const model = readStaticModel(await answer.arrayBuffer());
    if (model.dimensions !== DIMENSIONS)
      throw new Permanent(`embeddings: ${path} has vectors of ${model.dimensions} numbers, not ${DIMENSIONS}`);
    return model;
  };
  return {
    model: MODEL,
    dimensions: DIMENSIONS,
    languages: ['en'],
    async embed(_tenant, texts) {
      // The model is held, never its promise: workerd ends a request that waits for another one's reading.
      const model = held ?? (await read());
      held = model;
      return texts.map((text) => meaningOf(model, text));
    },
  };
}
