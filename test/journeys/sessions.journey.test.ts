import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Boot } from '../../shared/viewer.ts';
import { createConsoleLinks } from '../../worker/crypto/console-links.ts';
import { createIntercom, type Intercom } from '../sandbox/intercom/driver.ts';
import { buildApps } from '../sandbox/mend/apps.ts';
import { type Mend, sandboxVars, startMend } from '../sandbox/mend/mend.ts';
import { appKey, SANDBOX_APP } from '../sandbox/zendesk/access/apps.ts';
import { NO_LIMITS } from '../sandbox/zendesk/access/rate-limit.ts';
import { createZendesk, type Zendesk } from '../sandbox/zendesk/driver.ts';
import { signed } from '../zendesk/connection/opening.ts';
import { openBrowser } from './harness/browser.ts';

const NEIGHBOUR_APP = { appId: SANDBOX_APP.appId, installationId: 99_000_001 };

/** In workerd, with D1 and both helpdesks over HTTP. */
describe('who is asking', () => {
  let mend: Mend;
  let zendesk: Zendesk;
  let neighbour: Zendesk;
  let intercom: Intercom;
  let workspace = '';
  let browser: Browser;
  const log: string[] = [];

  beforeAll(async () => {
    await buildApps();
    zendesk = createZendesk({ limits: NO_LIMITS });
    neighbour = createZendesk({ limits: NO_LIMITS, account: { id: 31_000_000, subdomain: 'neighbour' } });
    neighbour.apps.installations.splice(0, 1, NEIGHBOUR_APP);
    intercom = createIntercom();
    [mend, browser] = await Promise.all([startMend({ onLog: (line) => void log.push(line) }), openBrowser()]);
    await mend.setClock(Date.now());
    for (const helpdesk of [zendesk, neighbour]) {
      const { id, subdomain } = helpdesk.account;
      const token = helpdesk.issueToken({ expiresIn: 172_800 }).accessToken;
      const { url: baseUrl } = await helpdesk.listen();
      const body = { accountId: String(id), subdomain, baseUrl, token, policy: {} };
      await mend.untilIdle((await mend.api<{ tenant: string }>('/tenants/zendesk', { method: 'POST', body })).tenant);
    }
    const { url: baseUrl } = await intercom.listen();
    const body = { baseUrl, token: intercom.issueToken().accessToken, policy: {} };
    workspace = (await mend.api<{ tenant: string }>('/tenants/intercom', { method: 'POST', body })).tenant;
    await mend.untilIdle(workspace);
  });
  afterAll(async () => {
    await browser?.close();
    await mend?.dispose();
    await Promise.all([zendesk?.close(), neighbour?.close(), intercom?.close()]);
  });

  const post = (token: string, headers: Record<string, string> = {}) =>
    fetch(`${mend.url}/zendesk/sidebar`, { method: 'POST', headers, body: new URLSearchParams({ token }) });
  const bootOf = async (response: Response): Promise<Boot> => {
    expect(response.status).toBe(200);
    return JSON.parse(/id="boot">(.*?)<\/script>/.exec(await response.text())?.[1] ?? '');
  };
  const renew = async (bearer: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${mend.url}/app/session`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, origin: mend.url, 'x-mend-nonce': crypto.randomUUID(), ...headers },
    });
    return { status: response.status, body: (await response.json()) as Boot };
  };
  const forgetChecks = async () => {
    const db = await mend.database();
    await db.prepare('UPDATE sessions SET checked_at = checked_at - 300000').run();
  };

  it('an opening becomes a session, the same one when its frame is loaded again', async () => {
    const agent = zendesk.addUser({ name: 'Ann', role: 'agent', locale: 'de' });
    const token = await zendesk.apps.sign(agent);
    const [first, again] = [await bootOf(await post(token)), await bootOf(await post(token))];
    expect(again.sessionId).toBe(first.sessionId);
    expect(first.viewer).toEqual({
      tenant: `zendesk:${zendesk.account.id}`,
      userId: String(agent.id),
      name: 'Ann',
      role: 'agent',
      locale: 'de',
    });
    expect((await renew(first.bearer)).status).toBe(200);
  });

  it('no forged opening is let in, and none makes the worker fail', async () => {
    const agent = zendesk.addUser({ name: 'Ann', role: 'agent' });
    const good = zendesk.apps.claims(agent);
    const [header, payload, signature] = (await signed(good)).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const theirs = neighbour.apps.claims(agent, NEIGHBOUR_APP);
    const forged = [
      `${none}.${payload}.`,
      `${none}.${payload}.${signature}`,
      `${header}.${payload}.${signature}x`,
      await signed(good, { appId: 666 }),
      await signed({ ...good, exp: good.iat - 60, iat: good.iat - 360 }),
      await signed({ ...good, iss: 'neighbour.zendesk.com' }),
      await signed({ ...good, aud: theirs.aud }),
      await signed({ ...theirs, sub: good.sub }),
      await signed({ ...good, sub: 'https://sandbox.zendesk.com/api/v2/users/1.json', role: 'admin' }),
      'x'.repeat(100_000),
      '',
    ];
    for (const [i, token] of forged.entries())
      expect([i, (await post(token)).status]).toEqual([i, expect.toSatisfy((s: number) => s >= 400 && s < 500)]);
    expect((await post(await signed(good), { origin: 'https://evil.example' })).status).toBe(403);
    const claims = { ...good, role: 'admin', context: { product: 'support', location: 'nav_bar', role: 'admin' } };
    expect((await bootOf(await post(await signed(claims)))).viewer.role).toBe('agent');
  });

  it('an opening is of one account: its bearer is no other’s', async () => {
    const [ann, bo] = [
      zendesk.addUser({ name: 'Ann', role: 'agent' }),
      neighbour.addUser({ name: 'Bo', role: 'admin' }),
    ];
    const mine = await bootOf(await post(await zendesk.apps.sign(ann)));
    const theirs = await bootOf(await post(await neighbour.apps.sign(bo, NEIGHBOUR_APP)));
    expect([mine.viewer.tenant, theirs.viewer.tenant]).toEqual(['zendesk:22129848', 'zendesk:31000000']);
    expect((await renew(theirs.bearer)).body.viewer).toMatchObject({ tenant: 'zendesk:31000000', role: 'admin' });
  });

  it('a person who loses their place loses their right within five minutes, and for good', async () => {
    const lead = zendesk.addUser({ name: 'Lea', role: 'agent', isModerator: true });
    const { bearer, viewer } = await bootOf(await post(await zendesk.apps.sign(lead)));
    expect(viewer.role).toBe('lead');
    zendesk.setStanding({ user: lead, isModerator: false });
    expect((await renew(bearer)).body.viewer.role).toBe('lead');
    await forgetChecks();
    expect((await renew(bearer)).body.viewer.role).toBe('agent');
    zendesk.setStanding({ user: lead, isSuspended: true });
    await forgetChecks();
    expect((await renew(bearer)).status).toBe(403);
    zendesk.setStanding({ user: lead, isSuspended: false });
    expect((await renew(bearer)).status).toBe(401);
  });

  it('a change is taken from our own page alone, and once', async () => {
    const [agent, customer] = [zendesk.addUser({ name: 'A', role: 'agent' }), zendesk.addUser({ name: 'C' })];
    const ticket = zendesk.openTicket({ requester: customer, subject: 's', comment: 'c' });
    const { bearer } = await bootOf(await post(await zendesk.apps.sign(agent)));
    const nonce = crypto.randomUUID();
    const tell = async () => {
      const response = await fetch(`${mend.url}/app/advice/${ticket.id}/outcomes`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, origin: mend.url, 'x-mend-nonce': nonce },
        body: JSON.stringify({ kind: 'shown', questionId: null }),
      });
      return response.status;
    };
    const statuses = await Promise.all([tell(), tell(), tell()]);
    expect(statuses.sort()).toEqual([201, 409, 409]);
    for (const origin of ['https://evil.example', 'null', 'https://sandbox.zendesk.com'])
      expect((await renew(bearer, { origin })).status).toBe(403);
  });

  it('the console opens in a tab by a link, and stays when the tab is loaded again', async () => {
    const key = new Uint8Array(Buffer.from(sandboxVars('').SEAL_KEY ?? '', 'base64'));
    const link = await createConsoleLinks(key, () => Date.now()).issue({
      tenant: workspace,
      userId: intercom.admin.id,
    });
    const url = `${mend.url}/intercom/console?link=${link}`;
    const page = await (await browser.newContext()).newPage();
    const violations: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && violations.push(message.text())));
    expect((await page.goto(url))?.status()).toBe(200);
    expect(page.url()).not.toContain('link=');
    expect(await page.evaluate(() => document.querySelector('#boot'))).toBeNull();
    expect((await page.reload())?.status()).toBe(200);
    expect(violations.filter((words) => /Content Security|Trusted/.test(words))).toEqual([]);
    const thief = await (await browser.newContext()).newPage();
    expect((await thief.goto(page.url()))?.status()).toBe(401);
    expect((await thief.goto(url))?.status()).toBe(401);
    expect(await thief.locator('h1').innerText()).toBe('This link was used');
    await Promise.all([page.context().close(), thief.context().close()]);
  });

  it('a fault of ours is a page that says so, and what is logged of it holds no token, bearer or key', async () => {
    const db = await mend.database();
    const token = await zendesk.apps.sign(zendesk.addUser({ name: 'Ann', role: 'agent' }));
    await db.prepare('ALTER TABLE sessions RENAME TO away').run();
    const response = await post(token);
    await db.prepare('ALTER TABLE away RENAME TO sessions').run();
    expect([response.status, (await response.text()).includes('Something went wrong')]).toEqual([500, true]);
    await expect.poll(() => log.join('\n')).toContain('request failed');
    const written = log.join('\n');
    expect(written).not.toMatch(/eyJ[A-Za-z0-9_-]{10}/);
    expect(written).not.toContain(appKey(SANDBOX_APP.appId).publicKey.split('\n')[1]);
  });
});
