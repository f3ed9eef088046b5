import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOfManifest } from '../sandbox/host/manifest.ts';
import { createHostServer, type HostServer } from '../sandbox/host/server.ts';
import { buildApps } from '../sandbox/mend/apps.ts';
import { type Mend, startMend } from '../sandbox/mend/mend.ts';
import { SANDBOX_APP } from '../sandbox/zendesk/access/apps.ts';
import { NO_LIMITS } from '../sandbox/zendesk/access/rate-limit.ts';
import { createZendesk, type Zendesk } from '../sandbox/zendesk/driver.ts';
import { bundle } from './fixture-app/server.ts';
import { openBrowser } from './harness/browser.ts';
import { appFrame, PATIENCE_MS } from './harness/desk.ts';
import { leaveProduction, MEND, routeProduction, SDK, ZENDESK } from './harness/production.ts';
import { type Watch, watch } from './harness/watch.ts';

const EVIL = 'https://evil.example';

describe('at production’s addresses', () => {
  let browser: Browser;
  let zendesk: Zendesk;
  let mend: Mend;
  let host: HostServer;
  let hostUrl = '';
  let sdk = '';
  let ticket = 0;

  beforeAll(async () => {
    [browser, sdk] = await Promise.all([openBrowser(), bundle('sdk.js'), buildApps()]);
    zendesk = createZendesk({ account: { subdomain: 'shiftloom' }, limits: NO_LIMITS });
    zendesk.addUser({ name: 'Ada Agent', email: 'ada@shiftloom.example', role: 'agent' });
    const customer = zendesk.addUser({ name: 'Cleo Customer', email: 'cleo@customer.example' });
    ticket = zendesk.openTicket({
      requester: customer,
      subject: 'Where is my rota?',
      comment: 'I can not find it.',
    }).id;
    const [{ url: baseUrl }, worker] = await Promise.all([
      zendesk.listen(),
      startMend({ vars: { PUBLIC_URL: MEND, FRAME_ANCESTORS: 'https://*.zendesk.com' } }),
    ]);
    mend = worker;
    await mend.setClock(Date.now());
    const { id, subdomain } = zendesk.account;
    const token = zendesk.issueToken({ expiresIn: 172_800 }).accessToken;
    const body = { accountId: String(id), subdomain, baseUrl, token, policy: {} };
    const { tenant } = await mend.api<{ tenant: string }>('/tenants/zendesk', { method: 'POST', body });
    await mend.untilIdle(tenant);
    const manifest = JSON.parse(await readFile(new URL('../../manifest.json', import.meta.url), 'utf8'));
    const ids = { id: SANDBOX_APP.appId, installationId: SANDBOX_APP.installationId };
    host = createHostServer({
      zendesk,
      apps: [appOfManifest(manifest, MEND, ids)],
      sign: ({ user, location }) => zendesk.apps.sign(user.id, SANDBOX_APP, location),
    });
    hostUrl = await host.listen(0);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
    await mend?.dispose();
    await zendesk?.close();
  });

  async function openAt(helpdesk: string): Promise<{ page: Page; seen: Watch }> {
    const context = await browser.newContext();
    await routeProduction(context, { host: hostUrl, mend: mend.url, helpdesk, sdk });
    const page = await context.newPage();
    const seen = await watch(page, [helpdesk, MEND, new URL(SDK).origin]);
    await page.goto(`${helpdesk}/#/tickets/${ticket}`);
    return { page, seen };
  }

  it('opens in Zendesk’s frame under its policy, and complains of nothing', async () => {
    const { page, seen } = await openAt(ZENDESK);
    const frame = await appFrame(page, '/zendesk/sidebar');
    expect(await frame.evaluate(() => document.querySelector('#boot'))).toBeNull();
    await leaveProduction(page.context());
    expect([seen.violations, seen.errors, seen.foreign]).toEqual([[], [], []]);
  });

  it('is not shown in anybody else’s frame', async () => {
    const { page, seen } = await openAt(EVIL);
    await expect
      .poll(() => seen.errors.join(' '), { timeout: PATIENCE_MS })
      .toMatch(/frame-ancestors|refused to connect|Framing/i);
    expect(page.frames().some((frame) => frame.url().startsWith(MEND))).toBe(false);
    await leaveProduction(page.context());
  });

  it('runs nothing that gets into the page: inline script, style, handlers and foreign scripts are refused and reported', async () => {
    const { page, seen } = await openAt(ZENDESK);
    const frame = await appFrame(page, '/zendesk/sidebar');
    const ran = await frame.evaluate(async () => {
      const script = document.createElement('script');
      Object.assign(window, { ran: [] });
      try {
        script.text = 'window.ran.push("inline")';
      } catch {
        // Trusted Types refuse the text itself.
      }
      const style = document.createElement('style');
      style.textContent = 'body { outline: 9px solid red }';
      const image = document.createElement('img');
      image.setAttribute('src', 'data:,x');
      try {
        image.setAttribute('onerror', 'window.ran.push("handler")');
      } catch {
        // Trusted Types refuse the handler itself.
      }
      document.head.replaceChildren(...document.head.childNodes, script, style);
      document.body.replaceChildren(...document.body.childNodes, image);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return [(window as unknown as { ran: string[] }).ran, getComputedStyle(document.body).outlineWidth];
    });
    expect(ran[0]).toEqual([]);
    expect(ran[1]).not.toBe('9px');
    expect(seen.violations.some((words) => words.startsWith('style-src'))).toBe(true);
    await leaveProduction(page.context());
  });
});
