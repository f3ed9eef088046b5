import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createJsonClient, type JsonClientOptions } from '../../worker/http/client.ts';
import { AuthLost, Invalid, NotFound, Permanent, RetryLater } from '../../worker/loop/ports/errors.ts';
import { json, serve, type TestServer } from './server.ts';

const servers: TestServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function start(
  answer: (response: ServerResponse, path: string) => void,
  options: Partial<JsonClientOptions> = {},
) {
  const server = await serve((request, response) => answer(response, request.url ?? ''));
  servers.push(server);
  const client = createJsonClient({
    baseUrl: server.url,
    authorization: () => 'Bearer canary-token',
    delayMs: (n) => n * 1_000,
    ...options,
  });
  return { server, client };
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('nothing was thrown');
  return error;
}

const STATUSES: [number, new (...args: never[]) => Error][] = [
  [301, Permanent],
  [302, Permanent],
  [307, Permanent],
  [400, Permanent],
  [401, AuthLost],
  [403, Permanent],
  [404, NotFound],
  [408, RetryLater],
  [409, Permanent],
  [410, NotFound],
  [422, Permanent],
  [429, RetryLater],
  [500, RetryLater],
  [502, RetryLater],
  [503, RetryLater],
  [504, RetryLater],
];

describe('the JSON client', () => {
  it('sends token, headers, query and body, and answers the parsed body', async () => {
    const { server, client } = await start((response) => json(response, 200, { a: [1] }), {
      headers: { 'x-app': 'mend' },
    });
    expect(await client.request('/x', { method: 'PUT', query: { 'page[size]': 100 }, body: { b: 1 } })).toEqual({
      a: [1],
    });
    expect(server.seen[0]).toMatchObject({ method: 'PUT', path: '/x?page%5Bsize%5D=100', body: '{"b":1}' });
    expect(server.seen[0]?.headers).toMatchObject({
      authorization: 'Bearer canary-token',
      'x-app': 'mend',
      'content-type': 'application/json',
    });
  });

  it('answers null where there is nothing', async () => {
    const { client } = await start((response) => void response.writeHead(204).end());
    expect(await client.request('/x', { method: 'DELETE' })).toBeNull();
  });

  it.each(STATUSES)('turns a %d into the loop’s word for it', async (status, kind) => {
    const { server, client } = await start((response) =>
      json(response, status, { error: 'why' }, { location: 'https://evil.example/' }),
    );
    const error = await failure(client.request('/x'));
    expect(error).toBeInstanceOf(kind);
    expect(error.message).toContain(String(status));
    expect(server.seen).toHaveLength(1);
  });

  it('takes a 403 for a lost right where the rim says so', async () => {
    const { client } = await start((response) => json(response, 403, { error: 'scope' }), {
      isTokenRefused: (words) => words.includes('scope'),
    });
    expect(await failure(client.request('/x'))).toBeInstanceOf(AuthLost);
  });

  it('waits as Retry-After says, in seconds or as a date', async () => {
    const now = Date.parse('2026-08-01T10:00:00Z');
    for (const [header, afterMs] of [
      ['37', 37_000],
      ['0', 1_000],
      ['Sat, 01 Aug 2026 10:02:00 GMT', 120_000],
      ['999999999', 43_200_000],
      ['soon', 1_000],
    ] as const) {
      const { client } = await start((response) => json(response, 429, {}, { 'retry-after': header }), {
        now: () => now,
      });
      expect(await failure(client.request('/x'))).toMatchObject({ afterMs });
    }
  });

  it('waits longer with each failure in a row, and afresh after a success', async () => {
    let status = 503;
    const { client } = await start((response) => json(response, status, {}));
    expect(await failure(client.request('/x'))).toMatchObject({ afterMs: 1_000 });
    expect(await failure(client.request('/x'))).toMatchObject({ afterMs: 2_000 });
    status = 200;
    await client.request('/x');
    status = 500;
    expect(await failure(client.request('/x'))).toMatchObject({ afterMs: 1_000 });
  });

  it('tries later when the connection is cut, nobody listens, or no answer comes in time', async () => {
    const cut = await start((response) => void response.socket?.destroy());
    expect(await failure(cut.client.request('/x'))).toBeInstanceOf(RetryLater);
    const slow = await start(() => {}, { timeoutMs: 50 });
    expect((await failure(slow.client.request('/x'))).message).toContain('no answer in 50 ms');
    const drip = await start((response) => void response.writeHead(200).write('{"a":'), { timeoutMs: 50 });
    expect(await failure(drip.client.request('/x'))).toBeInstanceOf(RetryLater);
    await cut.server.close();
    expect(await failure(cut.client.request('/x'))).toBeInstanceOf(RetryLater);
  });

  it('refuses an answer that is too large, announced or not, and one that is no JSON', async () => {
    const big = 'x'.repeat(2_000);
    const announced = await start(
      (response) => void response.writeHead(200, { 'content-length': String(big.length) }).end(big),
    );
    expect(await failure(announced.client.request('/x', { maxBytes: 1_000 }))).toBeInstanceOf(Permanent);
    const chunked = await start((response) => {
      response.writeHead(200).write(big);
      response.end(big);
    });
    expect((await failure(chunked.client.request('/x', { maxBytes: 3_000 }))).message).toContain(
      'larger than 3000 bytes',
    );
    const html = await start((response) => void response.writeHead(200).end('<html>'));
    expect((await failure(html.client.request('/x'))).message).toContain('not JSON');
  });

  it('keeps to half of the rate limit, a bucket at a time, until the minute is over', async () => {
    let now = 1_000_000;
    let remaining = 10;
    const limits = () => ({
      'x-rate-limit': '10',
      'x-rate-limit-remaining': String(--remaining),
      'ratelimit-reset': '30',
    });
    const { server, client } = await start((response) => json(response, 200, {}, limits()), {
      now: () => now,
      bucketOf: (path) => path.slice(0, 2),
    });
    for (let i = 0; i < 5; i++) await client.request('/a');
    expect(await failure(client.request('/a'))).toMatchObject({ name: 'RetryLater', afterMs: 30_000 });
    expect(server.seen).toHaveLength(5);
    remaining = 10;
    await client.request('/b');
    now += 30_000;
    await client.request('/a');
    expect(server.seen).toHaveLength(7);
  });

  it('uses the whole limit where a person waits', async () => {
    let remaining = 10;
    const limits = () => ({ 'ratelimit-limit': '10', 'ratelimit-remaining': String(--remaining) });
    const { client } = await start((response) => json(response, 200, {}, limits()), { share: 1, now: () => 1 });
    for (let i = 0; i < 10; i++) await client.request('/a');
    expect(await failure(client.request('/a'))).toBeInstanceOf(RetryLater);
  });

  it('sends the token to no other host, whatever the next page says', async () => {
    const send = vi.fn<typeof fetch>();
    const client = createJsonClient({
      baseUrl: 'https://acme.zendesk.com',
      authorization: () => 'Bearer canary-token',
      fetch: send,
    });
    for (const path of [
      'https://evil.example/x',
      '//evil.example',
      'https://acme.zendesk.com@evil.example/',
      'http://acme.zendesk.com/',
    ]) {
      expect(await failure(client.request(path))).toBeInstanceOf(Invalid);
    }
    expect(send).not.toHaveBeenCalled();
  });

  it('tells the vendor’s words cut short, and never the token, the query or what was sent', async () => {
    const { client } = await start((response) => json(response, 422, { error: 'because '.repeat(200) }));
    const error = await failure(
      client.request('/x', { method: 'POST', query: { q: 'canary-query' }, body: { text: 'canary-body' } }),
    );
    expect(error.message.length).toBeLessThan(400);
    expect(error.message).toContain('because');
    expect(error.message).not.toContain('canary');
  });
});
