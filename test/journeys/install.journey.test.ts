import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIntercom, SANDBOX_CLIENT as INTERCOM_CLIENT, type Intercom } from '../sandbox/intercom/driver.ts';
import { type Mend, startMend } from '../sandbox/mend/mend.ts';
import { createZendesk, SANDBOX_CLIENT as ZENDESK_CLIENT, type Zendesk } from '../sandbox/zendesk/driver.ts';

const DAY_MS = 24 * 3_600_000;
const QUESTIONS = 4;

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
  seedZendesk();
  seedIntercom();
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

function seedZendesk(): void {
  const section = zendesk.addSection({ name: 'Guides' });
  zendesk.addArticle({ section, title: 'Export a report', body: '<p>Open Reports and press Export.</p>' });
  const agent = zendesk.addUser({ name: 'Mia', role: 'agent' });
  for (let i = 0; i < QUESTIONS; i++) {
    const at = now - (i + 1) * DAY_MS;
    const requester = zendesk.addUser({ name: `Customer ${i}`, email: `c${i}@org${i}.example`, at });
    const ticket = zendesk.openTicket({ requester, subject: 'Export', comment: 'How do I export my report?', at });
    const body = 'Open Reports, then press Export at the top right.';
    zendesk.addComment({ ticket, author: agent, body, at: at + 60_000 });
    zendesk.setStatus({ ticket, status: 'solved', by: agent, at: at + 120_000 });
  }
}

function seedIntercom(): void {
  intercom.addArticle({ title: 'Export a report', body: '<p>Open Reports and press Export.</p>' });
}

/** Follows a sign-in as a browser would: Mend's start, the vendor's page of consent, Mend's callback. */
async function signIn(vendor: string, query: string) {
  const begun = await fetch(`${mend.url}/oauth/${vendor}/start?${query}`, { redirect: 'manual' });
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const consent = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
  const back = consent.headers.get('location') ?? '';
  return { begun, cookie, back, come: (sent = cookie, url = back) => comeBack(url, sent) };
}

async function comeBack(url: string, cookie: string) {
  const response = await fetch(url, { headers: { accept: 'application/json', cookie } });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

describe('a Zendesk account', () => {
  const query = () => `subdomain=sandbox&base=${encodeURIComponent(zendeskUrl)}`;
  let tenant = '';

  it('is connected by what its admin allows, once, and by nobody else’s browser', async () => {
    const { begun, back, cookie, come } = await signIn('zendesk', query());
    expect(begun.status).toBe(302);
    expect(begun.headers.get('set-cookie')).toMatch(
      /^__Host-mend-sign-in=v1\.[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const asked = new URL(begun.headers.get('location') ?? '').searchParams;
    expect([asked.get('code_challenge_method'), asked.get('code_challenge')?.length]).toEqual(['S256', 43]);
    expect(await come('')).toMatchObject({ status: 400 });
    const other = await signIn('zendesk', query());
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
    const { come } = await signIn('zendesk', query());
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
    const { cookie, back } = await signIn('zendesk', query());
    const denied = new URL(back);
    denied.searchParams.delete('code');
    denied.searchParams.set('error', 'access_denied');
    expect(await comeBack(denied.toString(), cookie)).toMatchObject({
      status: 422,
      body: { error: expect.stringContaining('Nothing was connected') },
    });
    const again = await signIn('zendesk', query());
    const forged = new URL(again.back);
    forged.searchParams.set('code', 'made-up');
    expect(await comeBack(forged.toString(), again.cookie)).toMatchObject({ status: 422 });
  });
});

describe('an Intercom workspace', () => {
  let tenant = '';

  it('is connected by what its admin allows, and read', async () => {
    const { come } = await signIn('intercom', `base=${encodeURIComponent(intercomUrl)}`);
    const { status, body } = await come();
    expect([status, body.tenant]).toEqual([200, `intercom:${intercom.workspace.id}`]);
    tenant = body.tenant ?? '';
    await mend.untilIdle(tenant);
    expect((await mend.api<Progress>(`/tenants/${tenant}`)).progress.backfill?.isDone).toBe(true);
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
