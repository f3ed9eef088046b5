import { describe, expect, it } from 'vitest';
import type { Tenant } from '../../../shared/tenant.ts';
import { rateHeaders } from '../../../worker/intercom/client.ts';
import { createIntercomConnections } from '../../../worker/intercom/connection/connections.ts';
import { authorizeUrl, readUninstall } from '../../../worker/intercom/connection/oauth.ts';
import { regionOf, workspaceBaseUrl } from '../../../worker/intercom/connection/regions.ts';
import { AuthLost, Invalid, NotFound } from '../../../worker/loop/ports/errors.ts';
import type { SecretStore, TenantStore } from '../../../worker/loop/ports/stores/tenants.ts';
import { failure } from '../../contracts/helpdesk/stage.ts';
import { deliver, notification, SECRET, WORKSPACE } from '../webhooks/deliveries.ts';

const TOKEN = 'dG9rOmFfdG9rZW5fb2ZfYV93b3Jrc3BhY2U=';
const NOW = Date.parse('2026-11-02T08:00:00Z');

interface Call {
  url: string;
  authorization: string | null;
  body: string;
}

/** A deployment whose vendor answers as told by URL; what is asked and stored is kept. */
function deployment(answers: Record<string, (call: Call) => Response>) {
  const calls: Call[] = [];
  const stored = new Map<string, string>();
  const tenants = new Map<string, Tenant>();
  const secrets: SecretStore = {
    get: async (tenant, name) => stored.get(`${tenant}/${name}`) ?? null,
    put: async (tenant, name, sealed) => void stored.set(`${tenant}/${name}`, sealed),
    remove: async (tenant, name) => void stored.delete(`${tenant}/${name}`),
  };
  const find: TenantStore['find'] = async (id) => tenants.get(id) ?? null;
  const refuse = async () => {
    throw new Error('not of interest here');
  };
  const rest = { list: refuse, ofSubdomain: refuse, inStateSince: refuse, put: refuse, setState: refuse };
  const store: TenantStore = { find, ...rest, policy: refuse, setPolicy: refuse };
  const connections = createIntercomConnections({
    secrets,
    tenants: store,
    sealKey: { id: 'k1', bytes: new Uint8Array(32) },
    clientSecrets: [SECRET, 'the-one-before'],
    isLoopbackAllowed: false,
    now: () => NOW,
    eventNow: () => NOW,
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      const url = String(input);
      const call = { url, authorization: headers.get('authorization'), body: String(init?.body ?? '') };
      calls.push(call);
      return (
        answers[url]?.(call) ??
        Response.json({ type: 'error.list', errors: [{ code: 'unauthorized' }] }, { status: 401 })
      );
    },
  });
  return { connections, calls, stored, tenants };
}

const me = (region: string) => () =>
  Response.json({ type: 'admin', id: '991267', app: { type: 'app', id_code: WORKSPACE, name: 'Acme', region } });
const EU_ME = 'https://api.eu.intercom.io/me';

describe('connecting an Intercom workspace', () => {
  it('finds where the token is good, whose it is, and stores nothing in plain text', async () => {
    const { connections, calls, stored } = deployment({ [EU_ME]: me('EU') });
    const tenant = await connections.connect({ token: TOKEN, locale: 'en' });
    expect(tenant).toEqual({
      id: `intercom:${WORKSPACE}`,
      vendor: 'intercom',
      accountId: WORKSPACE,
      subdomain: WORKSPACE,
      baseUrl: 'https://api.eu.intercom.io',
      state: 'active',
      locale: 'en',
      createdAt: NOW,
    });
    expect(calls.map(({ url }) => url)).toEqual(['https://api.intercom.io/me', EU_ME]);
    expect([...stored.keys()]).toContain(`intercom:${WORKSPACE}/access_token`);
    expect(JSON.stringify([...stored.values()])).not.toContain(TOKEN);
  });

  it('exchanges a code without telling anyone what was refused', async () => {
    const exchange = 'https://api.intercom.io/auth/eagle/token';
    const good = deployment({
      [exchange]: () => Response.json({ token_type: 'Bearer', access_token: TOKEN }),
      'https://api.intercom.io/me': me('US'),
    });
    await good.connections.connectByCode({ clientId: 'client' }, 'the-code', { locale: 'en' });
    expect(good.calls[0]).toMatchObject({ url: exchange, authorization: null });
    expect(JSON.parse(good.calls[0]?.body ?? '')).toEqual({
      code: 'the-code',
      client_id: 'client',
      client_secret: SECRET,
    });
    const bad = deployment({ [exchange]: ({ body }) => new Response(`refused: ${body}`, { status: 400 }) });
    const error = await failure(bad.connections.connectByCode({ clientId: 'client' }, 'the-code', { locale: 'en' }));
    expect(error).toBeInstanceOf(AuthLost);
    expect(error.message).not.toMatch(/the-code|secret/);
  });

  it('is refused with a token that is good nowhere, and sends it to no other host', async () => {
    const { connections, calls } = deployment({});
    expect(await failure(connections.connect({ token: TOKEN, locale: 'en' }))).toBeInstanceOf(AuthLost);
    expect(calls).toHaveLength(3);
    const elsewhere = { token: TOKEN, locale: 'en', baseUrl: 'https://api.intercom.io.evil.example' };
    expect(await failure(connections.connect(elsewhere))).toBeInstanceOf(Invalid);
    expect(calls).toHaveLength(3);
  });

  it('ends when the vendor says so, not when a stranger does', async () => {
    let isRevoked = false;
    const answer = () => (isRevoked ? new Response('{}', { status: 401 }) : me('EU')());
    const { connections, tenants } = deployment({ [EU_ME]: answer });
    const tenant = await connections.connect({ token: TOKEN, locale: 'en' });
    tenants.set(tenant.id, tenant);
    expect(readUninstall({ app_id: WORKSPACE })).toBe(WORKSPACE);
    expect(await connections.confirmUninstalled(tenant.id)).toBe(false);
    isRevoked = true;
    expect(await connections.confirmUninstalled(tenant.id)).toBe(true);
    for (const body of [null, {}, { app_id: 7 }, { app_id: '../x' }]) expect(readUninstall(body)).toBeNull();
  });

  it('of another vendor’s tenant or of none gives no helpdesk', async () => {
    const { connections } = deployment({});
    expect(await failure(connections.helpdesk('intercom:nobody'))).toBeInstanceOf(NotFound);
  });
});

describe('what the app receives', () => {
  it('is of the workspace that the signed body names, known or not, under either live secret', async () => {
    const { connections } = deployment({});
    for (const signedWith of [SECRET, 'the-one-before']) {
      const { headers, rawBody } = deliver({ signedWith });
      expect(await connections.receive(headers, rawBody)).toMatchObject({
        tenant: `intercom:${WORKSPACE}`,
        message: { type: 'observe', moment: 'opened' },
      });
    }
  });

  it('is refused unsigned, and ignored where it means nothing', async () => {
    const { connections } = deployment({});
    const unsigned = deliver({ signature: null });
    expect(await connections.receive(unsigned.headers, unsigned.rawBody)).toEqual({
      refused: 'no_signature',
      status: 401,
    });
    for (const body of [JSON.stringify(notification('ping')), 'no JSON']) {
      const { headers, rawBody } = deliver({ body });
      expect(await connections.receive(headers, rawBody)).toHaveProperty('ignored');
    }
  });
});

describe('where and how Intercom is asked', () => {
  it('is in three regions, written exactly so', () => {
    for (const base of ['https://api.intercom.io', 'https://api.eu.intercom.io', 'https://api.au.intercom.io'])
      expect(workspaceBaseUrl(base)).toBe(base);
    const others = [
      'http://api.intercom.io',
      'https://api.intercom.io/',
      'https://api.us.intercom.io',
      'http://127.0.0.1:80',
    ];
    for (const base of others) expect(() => workspaceBaseUrl(base)).toThrow(Invalid);
    expect(workspaceBaseUrl('http://127.0.0.1:8080', { allowLocal: true })).toBe('http://127.0.0.1:8080');
    expect(['US', 'eu', ' AU ', 'XX', null].map(regionOf)).toEqual(['us', 'eu', 'au', null, null]);
  });

  it('sends the admin to their region with a state', () => {
    const url = new URL(authorizeUrl({ clientId: 'c' }, 's t', 'https://mend.example/oauth/intercom', 'eu'));
    expect(url.origin + url.pathname).toBe('https://app.eu.intercom.com/oauth');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'c',
      state: 's t',
      redirect_uri: 'https://mend.example/oauth/intercom',
    });
  });

  it('reads the window’s end as a time, and takes it for the pause of a 429', () => {
    const limit = (reset: string, more = {}) =>
      new Headers({ 'x-ratelimit-limit': '166', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset, ...more });
    const read = (headers: Headers, status: number) => {
      const found = rateHeaders(headers, status, NOW);
      return ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after'].map((name) =>
        found.get(name),
      );
    };
    expect(read(limit(String(NOW / 1_000 + 7)), 200)).toEqual(['166', '0', '7', null]);
    expect(read(limit(String(NOW / 1_000 + 7)), 429)).toEqual(['166', '0', '7', '7']);
    expect(read(limit(String(NOW / 1_000 - 7)), 429)).toEqual(['166', '0', '1', '1']);
    expect(read(limit('soon'), 429)).toEqual(['166', '0', null, null]);
    expect(read(limit(String(NOW / 1_000 + 7), { 'retry-after': '3' }), 429)).toEqual(['166', '0', '7', '3']);
  });
});
