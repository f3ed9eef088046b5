import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Permanent, RetryLater } from '../../worker/loop/ports/errors.ts';
import { createOpenAiEmbedder } from '../../worker/models/openai/embedder.ts';
import { createStaticEmbedder } from '../../worker/models/static/embedder.ts';
import { createWorkersAiEmbedder, type WorkersAi } from '../../worker/models/workers-ai/embedder.ts';
import { embedderContract } from '../contracts/embedder.ts';
import { createSpendInMemory } from '../loop/memory/answers.ts';
import { MODEL_ASSETS } from '../sandbox/mend/bundle.ts';
import { embeddingsAnswer } from '../sandbox/models/embeddings.ts';
import { type ModelServer, startModelServer } from '../sandbox/models/server.ts';

const DIMENSIONS = 64;
let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer('good');
});
afterAll(() => server.close());

const spending = () => ({ spend: createSpendInMemory(), now: () => 0, dimensions: DIMENSIONS, model: 'e-1' });
/** Workers AI's answer to an embedding model, at most 100 texts a call. */
const ai = (seen: string[] = []): WorkersAi => ({
  async run(model, { text }) {
    if (text.length > 100) throw new Error('5006: Error: oneOf at / not met: maxItems 100');
    seen.push(...text);
    const { data } = embeddingsAnswer(JSON.stringify({ model, input: text })) as { data: { embedding: number[] }[] };
    return { shape: [text.length, DIMENSIONS], data: data.map(({ embedding }) => embedding) };
  },
});
const shipped = (path: string) => readFile(join(MODEL_ASSETS, path)).then((bytes) => new Response(bytes));

embedderContract('the static model', () => createStaticEmbedder(shipped));
embedderContract('an endpoint', () =>
  createOpenAiEmbedder({ ...spending(), baseUrl: server.url, key: 'k', isLoopbackAllowed: true }),
);
embedderContract('Workers AI', () => createWorkersAiEmbedder({ ...spending(), ai: ai() }));

describe('the static model', () => {
  it('is read once, and again where it could not be read', async () => {
    let [asked, isThere] = [0, false];
    const embedder = createStaticEmbedder(async (path) => {
      asked += 1;
      return isThere ? shipped(path) : new Response(null, { status: 404 });
    });
    await expect(embedder.embed('t', ['x'])).rejects.toThrow(Permanent);
    isThere = true;
    await embedder.embed('t', ['x']);
    await Promise.all([embedder.embed('t', ['y']), embedder.embed('t', ['z'])]);
    expect(asked).toBe(2);
  });

  it('is read by each of two requests that come before it is held: none waits for the other', async () => {
    let asked = 0;
    let isFirstHeldUp = true;
    const embedder = createStaticEmbedder((path) => {
      asked += 1;
      if (!isFirstHeldUp) return shipped(path);
      isFirstHeldUp = false;
      return new Promise(() => undefined);
    });
    void embedder.embed('t', ['x']);
    expect((await embedder.embed('t', ['y'])).length).toBe(1);
    expect(asked).toBe(2);
  });
});

describe('Workers AI', () => {
  it('sees no personal data', async () => {
    const seen: string[] = [];
    await createWorkersAiEmbedder({ ...spending(), ai: ai(seen) }).embed('t', [
      'I am ada@example.org, how do I export?',
    ]);
    expect(seen.join()).toContain('how do I export');
    expect(seen.join()).not.toContain('ada@');
  });

  it('is asked again later where it fails, waits at its cap, and is set wrongly where its vectors are', async () => {
    const failing = { run: () => Promise.reject(new Error('3040: Capacity temporarily exceeded')) };
    const embed = (more: object) => createWorkersAiEmbedder({ ...spending(), ai: ai(), ...more }).embed('t', ['x']);
    const none = { calls: 0, tokens: 0 };
    await expect(embed({ ai: failing })).rejects.toThrow(RetryLater);
    await expect(embed({ caps: { tenant: none, global: none } })).rejects.toThrow(/spending cap/);
    await expect(embed({ dimensions: 8 })).rejects.toThrow(Permanent);
    await expect(embed({ ai: { run: async () => ({ data: null }) } })).rejects.toThrow(Permanent);
  });
});
