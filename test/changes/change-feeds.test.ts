import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { createChangeFeeds } from '../../worker/changes/change-feeds.ts';
import { Invalid, NotFound, Permanent, RetryLater } from '../../worker/loop/ports/errors.ts';
import { memorySecrets } from '../loop/memory/accounts.ts';
import { createShelf } from '../loop/memory/shelf.ts';

const TENANT = 'zendesk:1';
const LOG = '## [1.0.0] - 2026-11-04\n### Added\n- A calendar feed\n';

/** Feeds over an origin in the test's hands; every request is kept. */
function world(answer: (request: Request) => Response | Promise<Response>) {
  const asked: Request[] = [];
  const shelf = createShelf();
  const feeds = createChangeFeeds({
    secrets: memorySecrets(shelf),
    sealKey: { id: 'k', bytes: new Uint8Array(32) },
    isLoopbackAllowed: false,
    now: () => 1_000,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      asked.push(request);
      return answer(request);
    },
  });
  return { feeds, asked, shelf };
}

describe('connected sources', () => {
  it('are looked at before they are kept, and read again only where they changed', async () => {
    const { feeds, asked } = world((request) =>
      request.headers.get('if-none-match') === '"a"'
        ? new Response(null, { status: 304 })
        : new Response(LOG, { headers: { etag: '"a"' } }),
    );
    const { source, changes } = await feeds.connect(TENANT, {
      kind: 'changelog',
      address: 'https://raw.acme.com/CHANGELOG.md',
    });
    expect(changes.map(({ title }) => title)).toEqual(['A calendar feed']);
    expect(await feeds.sources(TENANT)).toEqual([source]);
    expect((await feeds.read(TENANT, source.id, null))?.validator).toBe('"a"');
    expect(await feeds.read(TENANT, source.id, '"a"')).toBeNull();
    expect(asked.every(({ redirect }) => redirect === 'manual')).toBe(true);
    await expect(
      feeds.connect(TENANT, { kind: 'changelog', address: 'https://raw.acme.com/CHANGELOG.md' }),
    ).rejects.toThrow('already');
    await feeds.disconnect(TENANT, source.id);
    expect(await feeds.sources(TENANT)).toEqual([]);
    await expect(feeds.read(TENANT, source.id, null)).rejects.toThrow(NotFound);
    expect(await feeds.sources('zendesk:2')).toEqual([]);
  });

  it.each([
    'http://acme.com/feed',
    'https://127.0.0.1/feed',
    'https://localhost/feed',
    'https://metadata.acme.com/',
    'ftp://acme.com',
    'https://acme.com:8443/feed',
  ])('are at a public https address: %s', async (address) => {
    const { feeds, asked } = world(() => new Response(LOG));
    await expect(feeds.connect(TENANT, { kind: 'feed', address })).rejects.toThrow(Invalid);
    await expect(feeds.connect(TENANT, { kind: 'github', address })).rejects.toThrow('owner/name');
    expect(asked).toEqual([]);
  });

  it('send a token of GitHub to GitHub alone, sealed at rest', async () => {
    const { feeds, asked, shelf } = world(() => new Response('[]'));
    await feeds.connect(TENANT, { kind: 'github', address: 'acme/app', token: 'ghp_secret' });
    expect(asked.map(({ url, headers }) => [new URL(url).host, headers.get('authorization')])).toEqual([
      ['api.github.com', 'Bearer ghp_secret'],
    ]);
    expect(JSON.stringify([...shelf.secrets])).not.toContain('ghp_secret');
    expect(JSON.stringify(await feeds.sources(TENANT))).not.toContain('ghp_secret');
  });

  it.each([
    [new Response('', { status: 429, headers: { 'retry-after': '7' } }), RetryLater],
    [new Response('', { status: 503 }), RetryLater],
    [new Response('', { status: 404 }), NotFound],
    [new Response('', { status: 401 }), Permanent],
    [new Response('', { status: 302, headers: { location: 'https://elsewhere.com' } }), Permanent],
    [new Response('x'.repeat(1_000_001)), Permanent],
    [new Response('<html></html>'), Permanent],
  ])('say what went wrong, and are not kept', async (answer, kind) => {
    const { feeds } = world(() => answer);
    await expect(feeds.connect(TENANT, { kind: 'feed', address: 'https://acme.com/feed' })).rejects.toThrow(kind);
    expect(await feeds.sources(TENANT)).toEqual([]);
  });
});

describe('a signed change', () => {
  const body = JSON.stringify({
    id: 'r1',
    title: 'Larger import',
    text: 'A',
    kind: 'changed',
    at: '2026-11-04T09:00:00Z',
    more: 1,
  });
  const signed = (secret: string, text = body, at = new Date()) =>
    new Headers({
      'webhook-id': 'm1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('m1', at, text),
    });
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('is taken where the signature is ours, and by the newest secret alone', async () => {
    const { feeds } = world(() => new Response());
    const { secret } = await feeds.openInbound(TENANT);
    expect(await feeds.receive(TENANT, signed(secret), bytes(body))).toEqual({
      change: expect.objectContaining({
        id: 'r1',
        title: 'Larger import',
        kind: 'changed',
        at: Date.parse('2026-11-04T09:00:00Z'),
      }),
    });
    const again = await feeds.openInbound(TENANT);
    expect(await feeds.receive(TENANT, signed(secret), bytes(body))).toMatchObject({ status: 401 });
    expect(await feeds.receive(TENANT, signed(again.secret), bytes(body))).toHaveProperty('change');
    await feeds.closeInbound(TENANT);
    expect(await feeds.receive(TENANT, signed(again.secret), bytes(body))).toMatchObject({ status: 401 });
  });

  it('is refused otherwise, with the field where its form is wrong', async () => {
    const { feeds } = world(() => new Response());
    const { secret } = await feeds.openInbound(TENANT);
    const old = new Date(Date.now() - 3_600_000);
    expect(await feeds.receive(TENANT, signed(secret, body, old), bytes(body))).toMatchObject({ status: 401 });
    expect(await feeds.receive(TENANT, signed(secret), bytes(`${body} `))).toMatchObject({ status: 401 });
    expect(await feeds.receive('zendesk:2', signed(secret), bytes(body))).toMatchObject({ status: 401 });
    expect(await feeds.receive(TENANT, new Headers(), bytes(body))).toMatchObject({ status: 401 });
    for (const wrong of ['{}', '[]', '{"id":"a","title":"b","at":"tomorrow"}'])
      expect(await feeds.receive(TENANT, signed(secret, wrong), bytes(wrong))).toMatchObject({ status: 400 });
  });
});
