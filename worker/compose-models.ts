import type { Database } from './d1/database.ts';
import { createVectorLedger, createVectorScan } from './d1/knowledge/vectors.ts';
import { createAnswerStore } from './d1/model-answers.ts';
import { createSpendStore } from './d1/model-spend.ts';
import type { Vars } from './env.ts';
import type { Ports } from './loop/ports/ports.ts';
import type { Embedder, Writer } from './loop/ports/writer.ts';
import { createOpenAiEmbedder } from './models/openai/embedder.ts';
import { createOpenAiWriter } from './models/openai/writer.ts';
import { createStaticEmbedder } from './models/static/embedder.ts';
import { createWorkersAiEmbedder, type WorkersAi } from './models/workers-ai/embedder.ts';
import { createVectorizeVectors } from './vectorize/vectors.ts';

/** The model that the environment names, null where it names none. */
export function writerOf(vars: Vars, db: Database, now: () => number): Writer | null {
  const { MODEL_BASE_URL: baseUrl, MODEL_ID: model, MODEL_KEY: key } = vars;
  if (baseUrl === undefined || model === undefined || key === undefined) return null;
  return createOpenAiWriter({
    settings: {
      baseUrl,
      model,
      key,
      timeoutMs: vars.MODEL_TIMEOUT_MS,
      patienceMs: vars.MODEL_PATIENCE_MS,
      method: vars.MODEL_OUTPUT,
      caps: {
        tenant: { calls: vars.MODEL_TENANT_CALLS, tokens: vars.MODEL_TENANT_TOKENS },
        global: { calls: vars.MODEL_GLOBAL_CALLS, tokens: vars.MODEL_GLOBAL_TOKENS },
      },
    },
    spend: createSpendStore(db),
    answers: createAnswerStore(db),
    now,
    isLoopbackAllowed: vars.ALLOW_LOOPBACK === 'yes',
  });
}

/** What turns texts into vectors, as the environment names it; null where it names nothing. */
export function embedderOf(
  vars: Vars,
  ai: WorkersAi | undefined,
  db: Database,
  asset: (path: string) => Promise<Response | null>,
  now: () => number,
): Embedder | null {
  const { EMBEDDING_ID: model, EMBEDDING_DIMENSIONS: dimensions } = vars;
  const [baseUrl, key] = [vars.EMBEDDING_BASE_URL ?? vars.MODEL_BASE_URL, vars.EMBEDDING_KEY ?? vars.MODEL_KEY];
  const spending = { spend: createSpendStore(db), now };
  switch (vars.EMBEDDER ?? (model === undefined ? 'none' : 'endpoint')) {
    case 'static':
      return createStaticEmbedder(asset);
    case 'workers-ai':
      return ai && model !== undefined ? createWorkersAiEmbedder({ ai, model, dimensions, ...spending }) : null;
    case 'endpoint': {
      if (model === undefined || baseUrl === undefined || key === undefined) return null;
      const isLoopbackAllowed = vars.ALLOW_LOOPBACK === 'yes';
      return createOpenAiEmbedder({ baseUrl, key, model, dimensions, isLoopbackAllowed, ...spending });
    }
    case 'none':
      return null;
  }
}

/** The embedder with its vectors: in Vectorize where there is an index, else in D1. */
export function denseOf(index: Vectorize | undefined, db: Database, embedder: Embedder | null): Ports['dense'] | null {
  if (!embedder) return null;
  const space = `${embedder.model}/${embedder.dimensions}`;
  return {
    embedder,
    vectors: index ? createVectorizeVectors(index, createVectorLedger(db, space)) : createVectorScan(db, space),
  };
}
