import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Checklist } from '../../shared/checklist.ts';
import { createIntercom, SANDBOX_CLIENT as INTERCOM_CLIENT, type Intercom } from '../sandbox/intercom/driver.ts';
import { type Mend, startMend } from '../sandbox/mend/mend.ts';
import { createZendesk, SANDBOX_CLIENT as ZENDESK_CLIENT, type Zendesk } from '../sandbox/zendesk/driver.ts';
import { comeBack, QUESTIONS, seedIntercom, seedZendesk, signIn } from './harness/signing-in.ts';

interface Progress {
  tenant: { state: string; locale: string };
  progress: { backfill: { done: number; isDone: boolean } | null };
}

let mend: Mend;
let zendesk: Zendesk;
let intercom: Intercom;
let zendeskUrl: string;
let intercomUrl: string;
let now: number;
const log: string[] = [];

beforeAll(async () => {
  now = Date.now();
  zendesk = createZendesk({ limits: { incrementalPerMinute: 1_000 } });
  intercom = createIntercom();
  seedZendesk(zendesk, now);
  seedIntercom(intercom);
  zendeskUrl = (await zendesk.listen()).url;
  intercomUrl = (await intercom.listen()).url;
  mend = await startMend({
    vars: {
      ZENDESK_CLIENT_ID: ZENDESK_CLIENT.identifier,
      ZENDESK_CLIENT_SECRET: ZENDESK_CLIENT.secret,
      ZENDESK_MARKETPLACE_NAME: 'Mend',
      ZENDESK_MARKETPLACE_ORGANIZATION_ID: '12',
      ZENDESK_MARKETPLACE_APP_ID: '34',
      INTERCOM_CLIENT_ID: INTERCOM_CLIENT.id,
      INTERCOM_CLIENT_SECRET: INTERCOM_CLIENT.secret,
    },
    onLog: (line) => log.push(line),
  });
  const { identifier, secret } = ZENDESK_CLIENT;
  zendesk.oauth.addClient({ identifier, secret, redirectUris: [`${mend.url}/oauth/zendesk/callback`] });
  intercom.oauth.client.redirectUris.push(`${mend.url}/oauth/intercom/callback`);
  await mend.setClock(now);
});
afterAll(async () => {
  await mend?.dispose();
  await zendesk?.close();
  await intercom?.close();
});

describe('a Zendesk account', () => {
  const query = () => `subdomain=sandbox&base=${encodeURIComponent(zendeskUrl)}`;
  let tenant = '';

  it('is connected by what its admin allows, once, and by nobody else’s browser', async () => {
    const { begun, back, cookie, come } = await signIn(mend.url, 'zendesk', query());
    expect(begun.status).toBe(302);
    expect(begun.headers.get('set-cookie')).toMatch(
      /^__Host-mend-sign-in=v1\.[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const asked = new URL(begun.headers.get('location') ?? '').searchParams;
    expect([asked.get('code_challenge_method'), asked.get('code_challenge')?.length]).toEqual(['S256', 43]);
    expect(await come('')).toMatchObject({ status: 400 });
    const other = await signIn(mend.url, 'zendesk', query());
    expect(await come(other.cookie)).toMatchObject({ status: 400 });
    const { status, body } = await come();
    expect([status, body.tenant]).toEqual([200, `zendesk:${zendesk.account.id}`]);
    tenant = body.tenant ?? '';
    expect(await comeBack(back, cookie)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('already') },
    });
    expect(await mend.api<Progress>(`/tenants/${tenant}`)).toMatchObject({
      tenant: { state: 'active', locale: 'en-us' },
    });
  });

  it('gives value: its articles and its past are read, and its webhook is there', async () => {
    await mend.untilIdle(tenant);
    const { progress } = await mend.api<Progress>(`/tenants/${tenant}`);
    expect(progress.backfill).toMatchObject({ done: QUESTIONS, isDone: true });
    const { observations } = await mend.api<{ observations: unknown[] }>(`/tenants/${tenant}/observations`);
    expect(observations.length).toBe(QUESTIONS);
    expect(zendesk.webhooks.list().map(({ endpoint, status }) => [endpoint, status])).toEqual([
      [`${mend.url}/webhooks/zendesk/${zendesk.account.id}`, 'active'],
    ]);
  });

  it('proves its connection, a signed event of its own included', async () => {
    const list = () => mend.api<Checklist>(`/tenants/${tenant}/checklist`);
    const end = Date.now() + 10_000;
    while (!(await list()).isReady && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
    const { checks, isReady } = await mend.api<Checklist>(`/tenants/${tenant}/checklist`, { method: 'POST' });
    expect(checks.filter(({ state }) => state !== 'proved')).toEqual([]);
    expect(checks.map(({ check }) => check)).toEqual([
      'token',
      'scopes',
      'webhook',
      'help_center',
      'publish_right',
      'event',
      'articles',
      'backfill',
    ]);
    expect(isReady).toBe(true);
  });

  it('has its webhook put right, and who did it is told', async () => {
    const [webhook] = zendesk.webhooks.list();
    if (!webhook) throw new Error('there is no webhook');
    webhook.status = 'inactive';
    webhook.endpoint = 'https://elsewhere.example/hook';
    await mend.setClock(now + 60_000);
    await mend.cron('7 * * * *');
    await mend.untilIdle(tenant);
    expect(zendesk.webhooks.list()).toMatchObject([
      { status: 'active', endpoint: `${mend.url}/webhooks/zendesk/${zendesk.account.id}` },
    ]);
    const { activity } = await mend.api<{ activity: { what: string; reason: { text: string } }[] }>(
      `/tenants/${tenant}/activity`,
    );
    expect(activity.find(({ what }) => what === 'webhook repaired')?.reason.text).toContain(
      'pointed elsewhere and was inactive',
    );
  });

  it('goes on by itself when its token is over: it is renewed', async () => {
    const database = await mend.database();
    const envelope = () =>
      database.prepare(`SELECT sealed FROM secrets WHERE tenant = ? AND name = 'oauth'`).bind(tenant).first();
    const before = await envelope();
    for (const token of zendesk.oauth.accessTokens()) zendesk.oauth.expire(token);
    await mend.setClock(now + 120_000);
    await mend.cron('*/5 * * * *');
    await mend.untilIdle(tenant);
    expect(await mend.api<Progress>(`/tenants/${tenant}`)).toMatchObject({ tenant: { state: 'active' } });
    expect(await envelope()).not.toEqual(before);
  });

  it('is asked nothing more once it is disconnected: no webhook, no token, no call', async () => {
    const gone = await mend.api<{ status: string }>(`/tenants/${tenant}`, {
      method: 'DELETE',
      body: { actor: 'ada', reason: 'trial over' },
    });
    expect(gone.status).toBe('disconnected');
    expect(zendesk.webhooks.list()).toEqual([]);
    const calls = zendesk.requests.length;
    await mend.setClock(now + 3_600_000);
    for (const cron of ['*/5 * * * *', '*/15 * * * *', '7 * * * *']) await mend.cron(cron);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(zendesk.requests.length).toBe(calls);
    const database = await mend.database();
    const left = await database.prepare('SELECT count(*) AS n FROM secrets WHERE tenant = ?').bind(tenant).first();
    expect(left).toEqual({ n: 0 });
    expect(await mend.api<Progress>(`/tenants/${tenant}`)).toMatchObject({ tenant: { state: 'closing' } });
  });

  it('that comes back in time goes on where it was', async () => {
    const { come } = await signIn(mend.url, 'zendesk', query());
    expect(await come()).toMatchObject({ status: 200, body: { tenant } });
    const { observations } = await mend.api<{ observations: unknown[] }>(`/tenants/${tenant}/observations`);
    expect(observations.length).toBe(QUESTIONS);
    expect(zendesk.webhooks.list().length).toBe(1);
  });

  it('is told clearly why it is not connected', async () => {
    const start = (query: string) => fetch(`${mend.url}/oauth/zendesk/start?${query}`, { redirect: 'manual' });
    const refused = [
      await start('subdomain=a.b'),
      await start('subdomain=acme&base=https://evil.example'),
      await start(''),
      await fetch(`${mend.url}/oauth/slack/start`),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 404]);
    const page = await refused[0]?.text();
    expect(page).toContain('<h1>Not connected</h1>');
    const { cookie, back } = await signIn(mend.url, 'zendesk', query());
    const denied = new URL(back);
    denied.searchParams.delete('code');
    denied.searchParams.set('error', 'access_denied');
    expect(await comeBack(denied.toString(), cookie)).toMatchObject({
      status: 422,
      body: { error: expect.stringContaining('Nothing was connected') },
    });
    const again = await signIn(mend.url, 'zendesk', query());
    const forged = new URL(again.back);
    forged.searchParams.set('code', 'made-up');
    expect(await comeBack(forged.toString(), again.cookie)).toMatchObject({ status: 422 });
  });
});

describe('an Intercom workspace', () => {
  let tenant = '';

  it('is connected by what its admin allows, and read', async () => {
    const { come } = await signIn(mend.url, 'intercom', `base=${encodeURIComponent(intercomUrl)}`);
    const { status, body } = await come();
    expect([status, body.tenant]).toEqual([200, `intercom:${intercom.workspace.id}`]);
    tenant = body.tenant ?? '';
    await mend.untilIdle(tenant);
    expect((await mend.api<Progress>(`/tenants/${tenant}`)).progress.backfill?.isDone).toBe(true);
    const { checks } = await mend.api<Checklist>(`/tenants/${tenant}/checklist`, { method: 'POST' });
    expect(Object.fromEntries(checks.map(({ check, state }) => [check, state]))).toEqual({
      token: 'proved',
      scopes: 'proved',
      help_center: 'proved',
      publish_right: 'proved',
      event: 'waiting',
      topics: 'waiting',
      articles: 'proved',
      backfill: 'proved',
    });
  });

  it('is left only when Intercom itself says so', async () => {
    const tell = async (body: unknown) => {
      const response = await fetch(`${mend.url}/uninstall/intercom`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return [response.status, ((await response.json()) as { status: string }).status];
    };
    expect(await tell({ app_id: 'nobody' })).toEqual([200, 'ignored']);
    intercom.uninstall();
    expect(await tell({ app_id: intercom.workspace.id })).toEqual([200, 'disconnected']);
    expect(await mend.api<Progress>(`/tenants/${tenant}`)).toMatchObject({ tenant: { state: 'closing' } });
    const calls = intercom.requests.length;
    await mend.cron('*/5 * * * *');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(intercom.requests.length).toBe(calls);
  });
});

it('writes no token, code or secret to its log', () => {
  expect(log.join('\n')).not.toMatch(/sandbox-client-secret|Bearer |code=/);
});
