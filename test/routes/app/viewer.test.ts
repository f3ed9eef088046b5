import { beforeEach, describe, expect, it } from 'vitest';
import { ROLES } from '../../../shared/viewer.ts';
import { createBearers } from '../../../worker/crypto/bearers.ts';
import { type Approved, approvedWorld, GAP_ID } from '../../loop/world/approved.ts';
import { OTHER, stored, TENANT } from '../../loop/world/world.ts';
import { createOperator, type People, PUBLIC_URL } from '../services.ts';

let world: Approved;
let people: People;
let operator: ReturnType<typeof createOperator>;
let made = 0;
beforeEach(async () => {
  world = await approvedWorld({ state: 'in_review', actor: null });
  people = { persons: new Map(), open: new Map() };
  operator = createOperator(world, people);
});

async function bearerOf(role: (typeof ROLES)[number], tenant = TENANT): Promise<string> {
  people.persons.set(`${tenant}/${role}`, { userId: role, name: role, locale: 'en', role });
  made += 1;
  const proof = { tenant, userId: role, id: `p${made}`, seal: 's', isReusable: true };
  return (await operator.services.sessions.begin(proof)).bearer;
}
function ask(method: string, path: string, headers: Record<string, string> = {}, body: unknown = {}) {
  made += 1;
  return operator.app.request(`${PUBLIC_URL}${path}`, {
    method,
    headers: {
      origin: PUBLIC_URL,
      'content-type': 'application/json',
      'x-mend-nonce': `nonce-of-this-test-${made}`,
      ...headers,
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
}
const shown = () => ({ patchHash: world.fix.patchHash, baseHash: world.fix.baseHash, tookMs: 4_000 });
const renew = (headers: Record<string, string>) => ask('POST', '/app/session', headers);
const IDS: Record<string, string> = { id: 'f', gap: GAP_ID, fix: 'f', conversation: 'a', locale: 'en-us' };
/** Every route of the apps, with ids of the one tenant in its path. */
const routes = () =>
  operator.app.routes
    .filter(({ path, method }) => path.startsWith('/app/') && method !== 'ALL')
    .map(({ method, path }) => ({
      method,
      path: path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name) => IDS[name] ?? GAP_ID),
    }));

describe('every route of the apps', () => {
  it('is one that a bearer guards', async () => {
    expect(routes().length).toBeGreaterThan(3);
    for (const { method, path } of routes())
      for (const authorization of ['', 'Bearer ', 'Bearer x.y.z', 'Basic YTpi', `Bearer ${'x'.repeat(10_000)}`])
        expect([method, path, (await ask(method, path, { authorization })).status]).toEqual([method, path, 401]);
    expect((await ask('GET', '/app/nothing')).status).toBe(401);
  });

  it('answers no one of another tenant with anything of ours, and changes nothing of ours for them', async () => {
    const before = stored(world.shelf, TENANT);
    const words = [
      world.fix.title,
      world.fix.bodyHtml
        .replace(/<[^>]+>/g, ' ')
        .trim()
        .slice(0, 40),
    ];
    for (const role of ROLES) {
      const authorization = `Bearer ${await bearerOf(role, OTHER)}`;
      for (const { method, path } of routes()) {
        const response = await ask(method, path, { authorization }, shown());
        const text = await response.text();
        expect([method, path, response.status < 500]).toEqual([method, path, true]);
        for (const word of words) expect([method, path, text.includes(word)]).toEqual([method, path, false]);
      }
    }
    expect(stored(world.shelf, TENANT)).toBe(before);
  });

  it('that changes something refuses other pages, a missing nonce and one that was used', async () => {
    const authorization = `Bearer ${await bearerOf('admin')}`;
    for (const { method, path } of routes().filter((route) => route.method !== 'GET')) {
      const status = async (headers: Record<string, string>) =>
        (await ask(method, path, { authorization, ...headers })).status;
      for (const origin of [
        'https://evil.example',
        'null',
        '',
        'https://acme.zendesk.com',
        `${PUBLIC_URL}.evil.example`,
      ])
        expect([path, origin, await status({ origin })]).toEqual([path, origin, 403]);
      for (const site of ['cross-site', 'same-site', 'none'])
        expect([path, site, await status({ 'sec-fetch-site': site })]).toEqual([path, site, 403]);
      if (/session$|check$/.test(path)) continue;
      for (const nonce of ['', 'short', 'x'.repeat(65), 'with spaces in it ok', '<script>alert(1)</script>'])
        expect([path, nonce, await status({ 'x-mend-nonce': nonce })]).toEqual([path, nonce, 400]);
      const nonce = `used-twice-${method}-${path}`.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, 64);
      await status({ 'x-mend-nonce': nonce });
      expect([path, await status({ 'x-mend-nonce': nonce })]).toEqual([path, 409]);
    }
  });
});

describe('a bearer', () => {
  it('is renewed by its page alone, and says who it is by now', async () => {
    const authorization = `Bearer ${await bearerOf('agent')}`;
    people.persons.set(`${TENANT}/agent`, { userId: 'agent', name: 'Ann', locale: 'de', role: 'lead' });
    world.clock.wall += 5 * 60_000;
    const response = await renew({ authorization });
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await response.json()).toMatchObject({
      expiresAt: world.clock.wall + 15 * 60_000,
      viewer: { tenant: TENANT, name: 'Ann', locale: 'de', role: 'lead' },
    });
  });

  it('with more claims than ours gives nobody a role', async () => {
    const bearer = await bearerOf('agent');
    const [header, payload = '', signature] = bearer.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, role: 'admin', tenant: OTHER })).toString('base64url');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const token of [`${header}.${forged}.${signature}`, `${none}.${forged}.`, `${none}.${payload}.`])
      expect((await renew({ authorization: `Bearer ${token}` })).status).toBe(401);
    const asked = await ask('GET', '/app/nothing?role=admin', {
      authorization: `Bearer ${bearer}`,
      'x-mend-role': 'admin',
    });
    expect(asked.status).toBe(404);
    const renewed = await renew({ authorization: `Bearer ${bearer}` });
    expect(await renewed.json()).toMatchObject({ viewer: { tenant: TENANT, role: 'agent' } });
  });

  it('that ran out says so: 401 with the reason', async () => {
    const authorization = `Bearer ${await bearerOf('agent')}`;
    world.clock.wall += 15 * 60_000;
    const response = await renew({ authorization });
    expect([response.status, await response.json()]).toMatchObject([401, { reason: 'no_bearer' }]);
  });

  it('is no operator’s token, nor the other way round', async () => {
    const bearer = await bearerOf('admin');
    expect((await operator.call('GET', `/tenants/${TENANT}`, undefined, bearer))[0]).toBe(401);
    const key = await createBearers(new Uint8Array(32)).issue({ tenant: TENANT, sessionId: 'none' }, 9e12);
    for (const token of [operator.services.apiToken, key])
      expect((await renew({ authorization: `Bearer ${token}` })).status).toBe(401);
  });
});

describe('a role', () => {
  const decide = async (role: (typeof ROLES)[number]) => {
    const authorization = `Bearer ${await bearerOf(role)}`;
    return ask('POST', '/app/console/review/f/approve', { authorization }, shown());
  };

  it('below lead decides nothing', async () => {
    expect((await decide('agent')).status).toBe(403);
    expect((await world.states()).fix).toBe('in_review');
    expect((await decide('lead')).status).toBe(200);
    expect((await world.states()).fix).toBe('approved');
  });

  it('that was taken decides nothing after five minutes', async () => {
    const authorization = `Bearer ${await bearerOf('lead')}`;
    people.persons.set(`${TENANT}/lead`, { userId: 'lead', name: 'x', locale: 'en', role: 'agent' });
    world.clock.wall += 5 * 60_000;
    const response = await ask('POST', '/app/console/review/f/approve', { authorization }, shown());
    expect([response.status, (await world.states()).fix]).toEqual([403, 'in_review']);
  });

  it('that nobody confirms decides nothing, but reads, and stops what publishes', async () => {
    const authorization = `Bearer ${await bearerOf('admin')}`;
    people.isSilent = true;
    world.clock.wall += 6 * 60_000;
    const approved = await ask('POST', '/app/console/review/f/approve', { authorization }, shown());
    expect([approved.status, Number(approved.headers.get('retry-after')) > 0]).toEqual([503, true]);
    expect((await world.states()).fix).toBe('in_review');
    expect((await ask('GET', '/app/console/review', { authorization })).status).toBe(200);
    const stop = { isStopped: true, reason: 'wrong prices' };
    expect((await ask('POST', '/app/console/policy/stop', { authorization }, stop)).status).toBeLessThan(300);
    const goOn = await ask('POST', '/app/console/policy/stop', { authorization }, { ...stop, isStopped: false });
    expect([goOn.status, (await world.ports.tenants.policy(TENANT)).isStopped]).toEqual([503, true]);
  });
});
