import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '../../worker/crypto/vault.ts';
import { openDatabase } from '../../worker/d1/database.ts';
import { createTokenLocks } from '../../worker/d1/leases.ts';
import { createSecretStore } from '../../worker/d1/secrets.ts';
import { AuthLost, RetryLater } from '../../worker/loop/ports/errors.ts';
import { createZendeskClient } from '../../worker/zendesk/client.ts';
import { createTokens } from '../../worker/zendesk/connection/tokens.ts';
import { aTenant } from '../contracts/examples.ts';

const KEY = { id: 'k1', bytes: new Uint8Array(32) };
const PARALLEL = 20;
const tenant = aTenant('zendesk:8001');
const now = () => Date.now();

/** Zendesk's token endpoint: a pair is good once, and a refresh deletes it with the answer. */
let live: { accessToken: string; refreshToken: string };
let refreshes: number;
let failure: (() => Promise<Response>) | null;

async function vendor(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  if (!String(input).endsWith('/oauth/tokens')) {
    const isGood = new Headers(init?.headers).get('authorization') === `Bearer ${live.accessToken}`;
    return isGood ? Response.json({ ok: true }) : Response.json({ error: 'invalid_token' }, { status: 401 });
  }
  refreshes += 1;
  const { refresh_token: sent } = JSON.parse(String(init?.body)) as { refresh_token: string };
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (sent !== live.refreshToken) return Response.json({ error: 'invalid_grant' }, { status: 400 });
  live = { accessToken: `access-${refreshes}`, refreshToken: `refresh-${refreshes}` };
  if (failure) return failure();
  return Response.json({ access_token: live.accessToken, refresh_token: live.refreshToken, expires_in: 1800 });
}

/** The tokens as one isolate has them: its own memory over the one database. */
function isolate() {
  const db = openDatabase(env.DB);
  return createTokens({
    vault: createVault(createSecretStore(db, now), KEY, now),
    locks: createTokenLocks(db),
    app: { clientId: 'mend', clientSecret: 'secret' },
    clientOf: () => createZendeskClient({ baseUrl: tenant.baseUrl, token: null, fetch: vendor }),
    now,
  });
}

const pair = (expiresInMs: number) => ({
  ...live,
  scope: 'read',
  expiresAt: Date.now() + expiresInMs,
  refreshExpiresAt: null,
});

beforeEach(async () => {
  live = { accessToken: 'access-0', refreshToken: 'refresh-0' };
  refreshes = 0;
  failure = null;
  await env.DB.prepare('DELETE FROM token_locks').run();
});

describe('the tokens of an account', () => {
  it('are renewed by one call when twenty isolates need them at once', async () => {
    await isolate().keep(tenant.id, pair(60_000));
    const got = await Promise.all(Array.from({ length: PARALLEL }, () => isolate().current(tenant)));
    expect([new Set(got), refreshes]).toEqual([new Set(['access-1']), 1]);
    expect(await isolate().current(tenant)).toBe('access-1');
    expect(refreshes).toBe(1);
  });

  it('are renewed by one call when twenty requests are refused at once', async () => {
    await isolate().keep(tenant.id, pair(1_800_000));
    live = { ...live, accessToken: 'revoked elsewhere' };
    const ask = () => {
      const tokens = isolate();
      const renew = (refused: string) => tokens.renew(tenant, refused);
      const client = createZendeskClient({
        baseUrl: tenant.baseUrl,
        token: () => tokens.current(tenant),
        renew,
        fetch: vendor,
      });
      return client.request('/api/v2/users/me');
    };
    const answers = await Promise.all(Array.from({ length: PARALLEL }, ask));
    expect([answers.length, refreshes]).toEqual([PARALLEL, 1]);
  });

  it('that another isolate has renewed are taken, and not renewed again', async () => {
    const [first, second] = [isolate(), isolate()];
    await first.keep(tenant.id, pair(1_800_000));
    expect(await second.current(tenant)).toBe('access-0');
    expect(await first.renew(tenant, 'access-0')).toBe('access-1');
    expect(await second.renew(tenant, 'access-0')).toBe('access-1');
    expect(refreshes).toBe(1);
  });

  it('are lost where the answer to a refresh is lost: an admin has to connect again', async () => {
    await isolate().keep(tenant.id, pair(60_000));
    failure = async () => new Response('gone', { status: 502 });
    await expect(isolate().current(tenant)).rejects.toBeInstanceOf(RetryLater);
    failure = null;
    await expect(isolate().current(tenant)).rejects.toBeInstanceOf(AuthLost);
  });

  it('are in the database as envelopes alone, and open for no other account', async () => {
    await isolate().keep(tenant.id, pair(60_000));
    const row = await env.DB.prepare(`SELECT sealed FROM secrets WHERE tenant = ? AND name = 'oauth'`)
      .bind(tenant.id)
      .first<{ sealed: string }>();
    expect(row?.sealed).toMatch(/^v1\.k1\./);
    expect(row?.sealed).not.toContain('access-0');
    await env.DB.prepare(
      `INSERT INTO secrets (tenant, name, sealed, updated_at) VALUES ('zendesk:8002', 'oauth', ?, 0)`,
    )
      .bind(row?.sealed ?? '')
      .run();
    await expect(isolate().current(aTenant('zendesk:8002'))).rejects.toThrow('cannot be opened');
  });
});
