import { afterEach, describe, expect, it } from 'vitest';
import { Invalid, Permanent, RetryLater } from '../../worker/loop/ports/errors.ts';
import { createOpenAiEmbedder, type OpenAiEmbedderOptions } from '../../worker/models/openai/embedder.ts';
import { createSpendInMemory } from '../loop/memory/answers.ts';
import { type ModelServer, startModelServer } from '../sandbox/models/server.ts';

let server: ModelServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const DIMENSIONS = 32;

async function embedderWith(more: Partial<OpenAiEmbedderOptions> = {}) {
  server = await startModelServer('good');
  const sent: { url: string; body: string }[] = [];
  const embedder = createOpenAiEmbedder({
    baseUrl: server.url,
    model: 'e-1',
    key: 'key-for-tests',
    dimensions: DIMENSIONS,
    spend: createSpendInMemory(),
    now: () => 0,
    isLoopbackAllowed: true,
    ...more,
    fetch: (input, init) => {
      sent.push({ url: String(input), body: String(init?.body) });
      return (more.fetch ?? globalThis.fetch)(input, init);
    },
  });
  return { embedder, sent };
}
const answering = (body: unknown, status = 200, headers: Record<string, string> = {}): typeof fetch =>
  (async () => new Response(JSON.stringify(body), { status, headers })) as typeof fetch;
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

describe('an embedding model', () => {
  it('gives a vector of length one a text, in order, by one call', async () => {
    const { embedder, sent } = await embedderWith();
    const texts = ['Export the wages file', 'Export a wages file', 'Invite a colleague'];
    const vectors = await embedder.embed('t1', texts);
    expect(vectors.map((v) => [v?.length, Math.hypot(...v!).toFixed(4)])).toEqual(
      texts.map(() => [DIMENSIONS, '1.0000']),
    );
    expect(dot(vectors[0]!, vectors[1]!)).toBeGreaterThan(dot(vectors[0]!, vectors[2]!));
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(['/v1/embeddings']);
  });

  it('sees no personal data of a question', async () => {
    const { embedder, sent } = await embedderWith();
    await embedder.embed('t1', ['My card 4111 1111 1111 1111 and ada@example.org: how do I export?']);
    expect(sent[0]?.body).toContain('how do I export');
    expect(sent[0]?.body).not.toMatch(/4111|ada@/);
  });

  it('is asked once for the same question of a tenant', async () => {
    const { embedder, sent } = await embedderWith();
    await embedder.embed('t1', ['How do I export?']);
    await embedder.embed('t1', ['How do I export?']);
    await embedder.embed('t2', ['How do I export?']);
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['is down', answering({}, 503)],
    ['asks for a pause', answering({}, 429, { 'retry-after': '90' })],
    ['resets', (async () => Promise.reject(new Error('reset'))) as typeof fetch],
  ])('is asked again later where it %s, and costs nothing', async (_case, fetch) => {
    const spend = createSpendInMemory();
    const { embedder } = await embedderWith({ fetch, spend });
    await expect(embedder.embed('t1', ['x'])).rejects.toThrow(RetryLater);
    const all = { tenant: { calls: 1, tokens: 100 }, global: { calls: 1, tokens: 100 } };
    expect(await spend.reserve('t1', '1970-01-01 embeddings', { calls: 1, tokens: 100 }, all)).toBe(true);
  });

  it.each([
    ['a vector too few', answering({ data: [], usage: {} })],
    ['vectors of another length', answering({ data: [{ index: 0, embedding: [1, 2, 3] }], usage: {} })],
    ['no numbers', answering({ data: [{ index: 0, embedding: Array(DIMENSIONS).fill(null) }], usage: {} })],
    ['a refusal of the key', answering({ error: { message: 'no' } }, 401)],
    ['a redirect', answering({}, 302, { location: 'https://evil.example' })],
  ])('is set wrongly where it answers %s', async (_case, fetch) => {
    const { embedder } = await embedderWith({ fetch });
    await expect(embedder.embed('t1', ['x'])).rejects.toThrow(Permanent);
  });

  it('waits for the next day at its spending cap', async () => {
    const none = { calls: 0, tokens: 0 };
    const { embedder, sent } = await embedderWith({ caps: { tenant: none, global: none } });
    await expect(embedder.embed('t1', ['x'])).rejects.toThrow(/spending cap/);
    expect(sent).toEqual([]);
  });

  it('refuses an address that is not public, and a length that no index takes', async () => {
    await expect(embedderWith({ baseUrl: 'https://10.0.0.1/v1' })).rejects.toThrow(Invalid);
    await expect(embedderWith({ dimensions: 2_000 })).rejects.toThrow(Invalid);
  });
});
