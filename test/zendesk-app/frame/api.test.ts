import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../shared/said/said.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { type Browser, createApi } from '../../../zendesk-app/frame/api.ts';
import type { Boot } from '../../../zendesk-app/frame/boot.ts';

const boot: Boot = {
  bearer: 'first',
  expiresAt: 15 * MINUTE_MS,
  endsAt: 480 * MINUTE_MS,
  sessionId: 's',
  viewer: { tenant: 'zendesk:1', userId: '7', name: 'Ada', role: 'lead', locale: 'en' },
};

interface Asked {
  path: string;
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** A client over answers given by path; what was asked is kept. */
function client(answers: Record<string, () => Response | Promise<Response>>, over: Partial<Browser> = {}) {
  const asked: Asked[] = [];
  const clock = { now: 0 };
  let nonces = 0;
  const api = createApi(boot, {
    async fetch(path, init) {
      asked.push({
        path,
        method: init.method ?? 'GET',
        headers: init.headers as Record<string, string>,
        body: init.body as string | undefined,
      });
      return answers[path]?.() ?? new Response('{"error":"nothing here"}', { status: 404 });
    },
    now: () => clock.now,
    nonce: () => `nonce ${++nonces}`,
    isOnline: () => true,
    ...over,
  });
  return { api, asked, at: (ms: number) => Object.assign(clock, { now: ms }) };
}

const json = (body: unknown, status = 200, headers = {}) => new Response(JSON.stringify(body), { status, headers });

describe('the client of the worker', () => {
  it('sends the bearer in a header, and a nonce of its own with each change', async () => {
    const { api, asked } = client({ '/app/x': () => json({ ok: 1 }) });
    await api.get('/app/x');
    await api.send('POST', '/app/x', { a: 1 });
    await api.send('POST', '/app/x', { a: 1 });
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer first', 'Bearer first']);
    expect(asked.map(({ headers }) => headers['x-mend-nonce'])).toEqual([undefined, 'nonce 1', 'nonce 2']);
    expect(asked[1]?.body).toBe('{"a":1}');
  });

  it('renews the bearer once before it runs out, however many ask at once', async () => {
    const { api, asked, at } = client({
      '/app/session': () => json({ bearer: 'second', expiresAt: 28 * MINUTE_MS }),
      '/app/x': () => json({}),
    });
    at(13 * MINUTE_MS);
    await Promise.all([api.get('/app/x'), api.get('/app/x'), api.get('/app/x')]);
    expect(asked.map(({ path }) => path)).toEqual(['/app/session', '/app/x', '/app/x', '/app/x']);
    expect(asked[1]?.headers.authorization).toBe('Bearer second');
  });

  it('asks to open the app again when the session ended', async () => {
    const { api, at } = client({ '/app/session': () => json({ error: 'session ended' }, 401) });
    at(16 * MINUTE_MS);
    await expect(api.get('/app/x')).rejects.toMatchObject({ kind: 'reopen', said: asWritten('session ended') });
  });

  it.each([
    [401, 'reopen'],
    [403, 'no_rights'],
    [404, 'gone'],
    [409, 'moved'],
    [400, 'refused'],
    [422, 'refused'],
    [429, 'down'],
    [500, 'down'],
    [503, 'down'],
  ])('tells what to do about an answer of %i: %s', async (status, kind) => {
    const { api } = client({ '/app/x': () => json({ error: 'why' }, status) });
    await expect(api.get('/app/x')).rejects.toMatchObject({ kind, said: asWritten('why') });
  });

  it('tells a network that is off from a worker that does not answer', async () => {
    const dead = { fetch: () => Promise.reject(new TypeError('Failed to fetch')) };
    await expect(client({}, dead).api.get('/app/x')).rejects.toMatchObject({ kind: 'down' });
    await expect(client({}, { ...dead, isOnline: () => false }).api.get('/app/x')).rejects.toMatchObject({
      kind: 'offline',
    });
  });

  it('takes a page of HTML for no answer', async () => {
    const { api } = client({ '/app/x': () => new Response('<h1>proxy</h1>') });
    await expect(api.get('/app/x')).rejects.toMatchObject({ kind: 'down' });
  });

  it('says how long a busy worker asked to wait', async () => {
    const { api } = client({ '/app/x': () => json({ error: 'busy' }, 503, { 'retry-after': '7' }) });
    await expect(api.get('/app/x')).rejects.toMatchObject({ retryAfterMs: 7000 });
  });
});
