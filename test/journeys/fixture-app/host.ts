import type { Browser, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { HostApp } from '../../sandbox/host/contract.ts';
import { createHostServer, type HostServer } from '../../sandbox/host/server.ts';
import { createZendesk, type Zendesk } from '../../sandbox/zendesk/driver.ts';
import { openBrowser } from '../harness/browser.ts';
import { type Watch, watch } from '../harness/watch.ts';
import { type FixtureApp, startFixtureApp } from './server.ts';

interface Client {
  get(path: string | string[]): Promise<Record<string, unknown>>;
  set(path: string, value: unknown): Promise<unknown>;
  invoke(path: string, ...args: unknown[]): Promise<unknown>;
  request(options: unknown): Promise<unknown>;
  on(name: string, handler: () => unknown): void;
  context(): Promise<Record<string, unknown>>;
  metadata(): Promise<Record<string, unknown>>;
}
declare global {
  interface Window {
    client: Client;
    heard: { name: string; message: unknown }[];
    listen(name: string): void;
  }
}

const WAIT_MS = 5000;

/** What the fixture heard of an event that it listens to. */
export const heard = (frame: Frame, name: string): Promise<unknown[]> =>
  frame.evaluate((wanted) => window.heard.filter((one) => one.name === wanted).map((one) => one.message), name);

/** The helpdesk's page with two fixture apps, and a ticket anew for each test. */
export class FixtureHost {
  browser!: Browser;
  fixture!: FixtureApp;
  zendesk!: Zendesk;
  host!: HostServer;
  page!: Page;
  seen!: Watch;
  url = '';
  agent = 0;
  customer = 0;
  ticket = 0;

  async start(): Promise<void> {
    [this.browser, this.fixture] = await Promise.all([openBrowser(), startFixtureApp()]);
    const zendesk = createZendesk({ account: { subdomain: 'acme' } });
    this.zendesk = zendesk;
    this.agent = zendesk.addUser({ name: 'Ada Agent', email: 'ada@acme.example', role: 'agent' }).id;
    this.customer = zendesk.addUser({ name: 'Cleo Customer', email: 'cleo@customer.example' }).id;
    this.host = createHostServer({
      zendesk,
      apps: appsAt(this.fixture.url),
      sign: ({ user, location }) => `token-of-${user.id}-at-${location}`,
    });
    this.url = await this.host.listen(0);
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    await this.host?.close();
    await this.fixture?.close();
  }

  async open(): Promise<void> {
    const comment = 'I <b>can not</b> see it.';
    this.ticket = this.zendesk.openTicket({ requester: this.customer, subject: 'Where is my rota?', comment }).id;
    this.page = await this.browser.newPage({ viewport: { width: 1280, height: 800 } });
    this.seen = await watch(this.page, [this.url, this.fixture.url]);
  }

  async leave(): Promise<void> {
    await this.page.close();
    expect([this.seen.violations, this.seen.foreign, this.seen.dialogs]).toEqual([[], [], []]);
  }

  /** The ticket opened, and the frame of one of its apps once it is registered. */
  async openApp(path = 'sidebar', query = ''): Promise<Frame> {
    await this.page.goto(`${this.url}/${query}#/tickets/${this.ticket}`);
    return this.frameOf(path);
  }

  async frameOf(path: string): Promise<Frame> {
    const find = () => this.page.frames().findLast((frame) => new URL(frame.url()).pathname === `/${path}`);
    await expect.poll(find, { timeout: WAIT_MS }).toBeTruthy();
    const frame = find();
    if (!frame) throw new Error(`no frame ${path}`);
    await frame.waitForFunction('window.client?.ready', null, { timeout: WAIT_MS });
    return frame;
  }
}

function appsAt(url: string): HostApp[] {
  const place = (name: string, isSigned: boolean) => ({ url: `${url}/${name}`, isSigned, isFlexible: true });
  return [
    {
      id: 1,
      installationId: 11,
      name: 'Signed',
      settings: { shown: 'x' },
      locations: { ticket_sidebar: place('sidebar', true), nav_bar: place('console', true) },
    },
    { id: 2, installationId: 12, name: 'Plain', settings: {}, locations: { ticket_sidebar: place('plain', false) } },
  ];
}
