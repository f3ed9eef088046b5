import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { factsWith } from '../../shared/context/product-facts.ts';
import { createContextEndpoint, MAX_AGE_MS } from '../../worker/context/endpoint.ts';
import { Invalid, NotFound, Permanent, RetryLater } from '../../worker/loop/ports/errors.ts';
import { checkEndpoint } from '../bench/context/check.ts';
import { memorySecrets } from '../loop/memory/accounts.ts';
import { createShelf } from '../loop/memory/shelf.ts';
import { createContextServer } from '../sandbox/product/context-server.ts';

const TENANT = 'zendesk:1';
const ADA = { helpdeskId: '7', email: 'ada@acme.example', organization: 'Acme', conversation: { id: '1', at: 0 } };
const KNOWN = { as_of: '2026-11-04T09:00:00Z', plan: { name: 'pro' } };

function endpointOver(send: typeof fetch | undefined, isLoopbackAllowed = true) {
  const shelf = createShelf();
  const options = { secrets: memorySecrets(shelf), sealKey: { id: 'k', bytes: new Uint8Array(32) }, isLoopbackAllowed };
  return { shelf, endpoint: createContextEndpoint({ ...options, now: Date.now, ...(send ? { fetch: send } : {}) }) };
}

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** The reference endpoint on this machine, connected. */
async function reference() {
  const { endpoint } = endpointOver(undefined);
  let secret = '';
  const server = createContextServer(
    () => secret,
    ({ email }) => (email === ADA.email ? KNOWN : null),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mend/context`;
  secret = (await endpoint.connect(TENANT, url)).secret;
  return { endpoint, url, secret };
}

describe('the context endpoint', () => {
  it('is asked signed, and its answer is used as long as it says', async () => {
    const { endpoint } = await reference();
    expect(await endpoint.ask(TENANT, ADA)).toEqual({ facts: KNOWN, maxAgeMs: 300_000 });
    expect(await endpoint.ask(TENANT, { ...ADA, email: 'nobody@acme.example' })).toEqual({
      facts: null,
      maxAgeMs: 300_000,
    });
    await endpoint.disconnect(TENANT);
    await expect(endpoint.ask(TENANT, ADA)).rejects.toThrow(NotFound);
  });

  it('is found right by the check of the docs, and wrong where it refuses no signature', async () => {
    const { url, secret } = await reference();
    const customer = { id: '7', email: ADA.email };
    const findings = await checkEndpoint({ url, secret, customer, isLocal: true });
    expect(findings.filter(({ isRight }) => !isRight)).toEqual([]);
    expect(findings).toHaveLength(6);
    const wrong = await checkEndpoint({
      url,
      secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      customer,
      isLocal: true,
    });
    expect(wrong.filter(({ isRight }) => !isRight).map(({ what }) => what)).toEqual([
      'the context endpoint answered 401',
      'a customer nobody knows: the context endpoint answered 401',
    ]);
    expect(await checkEndpoint({ url, secret, customer, isLocal: false })).toEqual([
      { isRight: false, what: expect.stringContaining('https') },
    ]);
  });

  it.each([
    ['http://acme.com/x', Invalid],
    ['https://10.0.0.1/x', Invalid],
    ['https://intranet.corp/x', Invalid],
  ])('must be public: %s', async (url, kind) => {
    await expect(endpointOver(fetch, false).endpoint.connect(TENANT, url)).rejects.toThrow(kind);
  });

  const answers: [string, () => Response, unknown][] = [
    ['503', () => new Response('', { status: 503 }), RetryLater],
    ['429', () => new Response('', { status: 429 }), RetryLater],
    ['a redirect', () => new Response('', { status: 302, headers: { location: 'https://acme.com' } }), Permanent],
    ['401', () => new Response('', { status: 401 }), Permanent],
    ['no JSON', () => new Response('<html>'), Permanent],
    ['another form', () => Response.json({ features: [] }), Permanent],
    ['17 KB', () => Response.json({ ...KNOWN, more: 'x'.repeat(17_000) }), Permanent],
    ['no connection', () => Promise.reject(new Error('reset')) as unknown as Response, RetryLater],
  ];
  it.each(answers)('that answers %s is no answer', async (_, answer, kind) => {
    const { endpoint } = endpointOver(async () => answer());
    await endpoint.connect(TENANT, 'https://acme.com/mend');
    await expect(endpoint.ask(TENANT, ADA)).rejects.toThrow(kind as ErrorConstructor);
  });

  it('says for how long, at most ten minutes, a minute where it says nothing, and not at all', async () => {
    for (const [header, ms] of [
      ['max-age=999999', MAX_AGE_MS],
      [null, 60_000],
      ['no-store', 0],
      ['private, max-age=30', 30_000],
    ] as const) {
      const { endpoint } = endpointOver(async () =>
        Response.json(KNOWN, header ? { headers: { 'cache-control': header } } : {}),
      );
      await endpoint.connect(TENANT, 'https://acme.com/mend');
      expect((await endpoint.ask(TENANT, ADA)).maxAgeMs).toBe(ms);
    }
  });
});

it('publishes the schema that the worker holds answers to', () => {
  const published = JSON.parse(readFileSync('docs/context/facts.schema.json', 'utf8'));
  expect(published).toEqual(
    z.toJSONSchema(
      factsWith((row) => z.array(row)),
      { io: 'input' },
    ),
  );
});
