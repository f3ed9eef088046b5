import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from '../sandbox/models/server.ts';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer('good');
});
afterAll(() => server.close());

const post = (path: string, body: unknown) =>
  fetch(`${server.url}${path}`, { method: 'POST', body: JSON.stringify(body) });

it('streams the same words that it sends at once', async () => {
  const user = 'BEGIN DATA x\n{"title":"a title","quotes":[]}\nEND DATA x';
  const request = { model: 'm', messages: [{ role: 'user', content: user }] };
  const whole = (await (await post('/chat/completions', request)).json()) as {
    choices: { message: { content: string } }[];
  };
  const lines = (await (await post('/chat/completions', { ...request, stream: true })).text()).trim().split('\n\n');
  expect(lines.at(-1)).toBe('data: [DONE]');
  const pieces = lines.slice(0, -1).map((line) => JSON.parse(line.slice(6)).choices[0].delta.content ?? '');
  expect(pieces.join('')).toBe(whole.choices[0]!.message.content);
});

it('embeds the same text as the same vector of length one, and shared words as near ones', async () => {
  const input = ['reset my password', 'reset my password', 'password reset link', 'export calendar feed'];
  const answer = (await (await post('/embeddings', { model: 'e', input, encoding_format: 'float' })).json()) as {
    data: { embedding: number[] }[];
  };
  const [a, b, near, far] = answer.data.map(({ embedding }) => embedding);
  const dot = (x: number[], y: number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  expect(a).toEqual(b);
  expect(dot(a!, a!)).toBeCloseTo(1);
  expect(dot(a!, near!)).toBeGreaterThan(dot(a!, far!));
  const packed = (await (
    await post('/embeddings', { model: 'e', input: 'x', encoding_format: 'base64', dimensions: 8 })
  ).json()) as {
    data: { embedding: string }[];
  };
  expect(Buffer.from(packed.data[0]!.embedding, 'base64')).toHaveLength(32);
});

it('refuses what is no request and remembers it', async () => {
  expect((await post('/chat/completions', { nothing: true })).status).toBe(400);
  expect((await post('/models', {})).status).toBe(404);
  expect(server.prompts.at(-1)!.path).toBe('/v1/models');
});
