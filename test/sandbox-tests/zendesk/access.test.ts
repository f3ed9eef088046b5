import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createZendesk, SANDBOX_CLIENT } from '../../sandbox/zendesk/driver.ts';
import { client, testClock } from '../client.ts';

const { identifier, secret, redirectUris } = SANDBOX_CLIENT;
const redirectUri = redirectUris[0] ?? '';
const verifier = 'a-verifier-of-enough-length-for-the-rule-of-43-chars';
const challenge = createHash('sha256').update(verifier).digest('base64url');

async function code(zendesk: ReturnType<typeof createZendesk>, scope = 'read write'): Promise<string> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: identifier,
    redirect_uri: redirectUri,
    scope,
    state: 's1',
  });
  query.set('code_challenge', challenge);
  query.set('code_challenge_method', 'S256');
  const response = await zendesk.fetch(new Request(`http://127.0.0.1/oauth/authorizations/new?${query}`));
  const target = new URL(response.headers.get('location') ?? '');
  expect(target.searchParams.get('state')).toBe('s1');
  return target.searchParams.get('code') ?? '';
}

const exchange = (zendesk: ReturnType<typeof createZendesk>, body: Record<string, unknown>) =>
  client(zendesk, { token: 'none' })('POST', '/oauth/tokens', {
    client_id: identifier,
    client_secret: secret,
    ...body,
  });

const byCode = (value: string) => ({
  grant_type: 'authorization_code',
  code: value,
  redirect_uri: redirectUri,
  code_verifier: verifier,
});

describe('access', () => {
  it('trades a code for a pair once, with the right verifier, within 120 seconds', async () => {
    const wallClock = testClock();
    const zendesk = createZendesk({ wallClock });
    const good = await code(zendesk, 'tickets:read');
    const pair = await exchange(zendesk, { ...byCode(good), expires_in: 600 });
    expect(pair.body).toMatchObject({ token_type: 'bearer', scope: 'tickets:read', expires_in: 600 });
    expect((await exchange(zendesk, byCode(good))).body.error).toBe('invalid_grant');
    expect((await exchange(zendesk, { ...byCode(await code(zendesk)), code_verifier: 'wrong' })).status).toBe(400);
    expect((await exchange(zendesk, { ...byCode(await code(zendesk)), client_secret: 'wrong' })).status).toBe(401);
    const late = await code(zendesk);
    wallClock.move(121);
    expect((await exchange(zendesk, byCode(late))).body.error).toBe('invalid_grant');
    expect((await exchange(zendesk, { ...byCode(await code(zendesk)), expires_in: 10 })).status).toBe(400);
  });

  it('kills the old pair when it is refreshed', async () => {
    const zendesk = createZendesk();
    const old = (await exchange(zendesk, byCode(await code(zendesk)))).body;
    const renewed = await exchange(zendesk, { grant_type: 'refresh_token', refresh_token: old.refresh_token });
    expect(renewed.status).toBe(200);
    expect((await client(zendesk, { token: old.access_token })('GET', '/api/v2/users/me')).status).toBe(401);
    expect((await exchange(zendesk, { grant_type: 'refresh_token', refresh_token: old.refresh_token })).status).toBe(
      400,
    );
    const call = client(zendesk, { token: renewed.body.access_token });
    expect((await call('GET', '/api/v2/oauth/tokens/current')).body.token).toMatchObject({ scopes: ['read', 'write'] });
    expect((await call('DELETE', '/api/v2/oauth/tokens/current')).status).toBe(204);
    expect((await call('GET', '/api/v2/users/me')).body.error).toBe('invalid_token');
  });

  it('refuses no token, an expired one, and a scope that does not reach', async () => {
    const wallClock = testClock();
    const zendesk = createZendesk({ wallClock });
    const bare = await zendesk.fetch(new Request('http://127.0.0.1/api/v2/users/me'));
    expect(bare.status).toBe(401);
    expect(await bare.json()).toEqual({ error: "Couldn't authenticate you" });
    const call = client(zendesk, { scope: 'tickets:read hc:write' });
    expect((await call('GET', '/api/v2/tickets/1')).status).toBe(404);
    expect((await call('PUT', '/api/v2/tickets/1', {})).status).toBe(403);
    expect((await call('GET', '/api/v2/help_center/articles')).body.description).toContain('hc:read');
    wallClock.move(1801);
    expect((await call('GET', '/api/v2/tickets/1')).status).toBe(401);
  });
});

describe('rate limits', () => {
  it('counts down a minute, then answers 429 with Retry-After until it is over', async () => {
    const wallClock = testClock();
    const zendesk = createZendesk({ wallClock, limits: { perMinute: 2 } });
    const call = client(zendesk);
    expect((await call('GET', '/api/v2/users/me')).headers.get('x-rate-limit-remaining')).toBe('1');
    wallClock.move(20);
    await call('GET', '/api/v2/users/me');
    const refused = await call('GET', '/api/v2/users/me');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(refused.headers.get('ratelimit-remaining')).toBe('0');
    expect((await call('GET', '/api/v2/help_center/locales')).status).toBe(200);
    wallClock.move(40);
    expect((await call('GET', '/api/v2/users/me')).status).toBe(200);
  });

  it('limits exports to ten a minute and updates of one ticket to thirty in ten minutes', async () => {
    const zendesk = createZendesk({ wallClock: testClock(), limits: { perMinute: Number.POSITIVE_INFINITY } });
    const ticket = zendesk.openTicket({ requester: zendesk.addUser({ name: 'Cleo' }), subject: 'a', comment: 'b' });
    const call = client(zendesk);
    const exported = [];
    for (let n = 0; n < 11; n += 1)
      exported.push((await call('GET', '/api/v2/incremental/tickets/cursor?start_time=0')).status);
    expect(exported.filter((status) => status === 200)).toHaveLength(10);
    const updated = [];
    for (let n = 0; n < 31; n += 1)
      updated.push((await call('PUT', `/api/v2/tickets/${ticket.id}`, { ticket: { subject: `s${n}` } })).status);
    expect(updated.filter((status) => status === 200)).toHaveLength(30);
  });
});
