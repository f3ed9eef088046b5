import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HostApp } from '../sandbox/host/contract.ts';
import { createHostServer, type HostServer } from '../sandbox/host/server.ts';
import { createZendesk, type Zendesk } from '../sandbox/zendesk/driver.ts';
import { type FixtureApp, startFixtureApp } from './fixture-app/server.ts';
import { axeClean } from './harness/axe.ts';
import { openBrowser } from './harness/browser.ts';
import { type Watch, watch } from './harness/watch.ts';

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
    whenRegistered: Promise<unknown>;
  }
}

const WAIT_MS = 5000;

describe('the helpdesk’s page speaks with apps as Zendesk does', () => {
  let browser: Browser;
  let fixture: FixtureApp;
  let zendesk: Zendesk;
  let host: HostServer;
  let url: string;
  let agent = 0;
  let customer = 0;
  let page: Page;
  let seen: Watch;
  let ticket = 0;

  beforeAll(async () => {
    [browser, fixture] = await Promise.all([openBrowser(), startFixtureApp()]);
    zendesk = createZendesk({ account: { subdomain: 'acme' } });
    agent = zendesk.addUser({ name: 'Ada Agent', email: 'ada@acme.example', role: 'agent' }).id;
    customer = zendesk.addUser({ name: 'Cleo Customer', email: 'cleo@customer.example' }).id;
    const place = (name: string, isSigned: boolean) => ({ url: `${fixture.url}/${name}`, isSigned, isFlexible: true });
    const apps: HostApp[] = [
      {
        id: 1,
        installationId: 11,
        name: 'Signed',
        settings: { shown: 'x' },
        locations: { ticket_sidebar: place('sidebar', true), nav_bar: place('console', true) },
      },
      { id: 2, installationId: 12, name: 'Plain', settings: {}, locations: { ticket_sidebar: place('plain', false) } },
    ];
    host = createHostServer({
      zendesk,
      apps,
      sign: ({ user, location }) => `token-of-${user.id}-at-${location}`,
    });
    url = await host.listen(0);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
    await fixture?.close();
  });

  beforeEach(async () => {
    ticket = zendesk.openTicket({
      requester: customer,
      subject: 'Where is my rota?',
      comment: 'I <b>can not</b> see it.',
    }).id;
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    seen = await watch(page, [url, fixture.url]);
  });
  afterEach(async () => {
    await page.close();
    expect([seen.violations, seen.foreign, seen.dialogs]).toEqual([[], [], []]);
  });

  /** The ticket opened, and the frame of one of its apps once it is registered. */
  async function openApp(path = 'sidebar', query = ''): Promise<Frame> {
    await page.goto(`${url}/${query}#/tickets/${ticket}`);
    return frameOf(path);
  }

  async function frameOf(path: string): Promise<Frame> {
    const find = () => page.frames().findLast((frame) => new URL(frame.url()).pathname === `/${path}`);
    await expect.poll(find, { timeout: WAIT_MS }).toBeTruthy();
    const frame = find();
    if (!frame) throw new Error(`no frame ${path}`);
    await frame.waitForFunction('window.client?.ready', null, { timeout: WAIT_MS });
    return frame;
  }

  const heard = (frame: Frame, name: string) =>
    frame.evaluate((wanted) => window.heard.filter((one) => one.name === wanted).map((one) => one.message), name);

  it('posts the signed token to the frame, with origin, guid and colour scheme in the address', async () => {
    fixture.asked.length = 0;
    await openApp();
    const asked = fixture.asked.find(({ method }) => method === 'POST');
    expect(asked?.form.get('token')).toBe(`token-of-${agent}-at-ticket_sidebar`);
    expect(asked?.query.get('origin')).toBe(url);
    expect(asked?.query.get('app_guid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(asked?.query.get('colorScheme')).toBe('light');
    expect(asked?.headers).toMatchObject({ origin: url, 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' });
    expect(fixture.asked.some(({ method }) => method === 'GET')).toBe(true);
  });

  it.each(['', '?zaf=json'])('registers the app and answers what it asks (%s)', async (query) => {
    const frame = await openApp('sidebar', query);
    const answers = await frame.evaluate(async () => ({
      context: await window.client.context(),
      metadata: await window.client.metadata(),
      one: await window.client.get('ticket.id'),
      several: await window.client.get(['ticket.subject', 'currentUser.email', 'currentUser.locale', 'colorScheme']),
      conversation: await window.client.get('ticket.conversation'),
    }));
    expect(answers.context).toMatchObject({ product: 'support', location: 'ticket_sidebar', ticketId: ticket });
    expect(answers.metadata).toMatchObject({ appId: 1, installationId: 11, settings: { shown: 'x' } });
    expect(answers.one).toEqual({ errors: {}, 'ticket.id': ticket });
    expect(answers.several).toEqual({
      errors: {},
      'ticket.subject': 'Where is my rota?',
      'currentUser.email': 'ada@acme.example',
      'currentUser.locale': 'en-US',
      colorScheme: 'light',
    });
    expect(JSON.stringify(answers.conversation)).toContain('I <b>can not</b> see it.');
  });

  it('refuses a path that is not there: alone by an error, among others under errors', async () => {
    const frame = await openApp();
    const alone = await frame.evaluate(() =>
      window.client.get('ticket.secrets').catch((error: Error) => error.message),
    );
    expect(alone).toBe('"ticket.secrets" No such Api');
    const among = await frame.evaluate(() => window.client.get(['ticket.id', 'ticket.secrets']));
    expect(among).toMatchObject({ 'ticket.id': ticket, errors: { 'ticket.secrets': { message: 'No such Api' } } });
    const called = await frame.evaluate(() => window.client.invoke('explode').catch((error: Error) => error.message));
    expect(called).toBe('"explode" No such Api');
  });

  it('puts text into the editor, tells the app of each change, and nothing in it runs', async () => {
    const frame = await openApp();
    await frame.evaluate(() => window.listen('comment.text.changed'));
    await frame.evaluate(() =>
      window.client.invoke('ticket.editor.insert', '<p>Hello <img src=x onerror="alert(1)"><b>Cleo</b></p>'),
    );
    const editor = page.getByRole('textbox', { name: 'Public reply' });
    await expect.poll(() => editor.innerHTML()).toBe('<p>Hello <b>Cleo</b></p>');
    await editor.press('End');
    await page.keyboard.type('!');
    await expect.poll(async () => (await heard(frame, 'comment.text.changed')).at(-1)).toContain('!');
    expect(await frame.evaluate(() => window.client.get('comment.text'))).toMatchObject({
      'comment.text': expect.stringContaining('<b>Cleo'),
    });
  });

  it('asks the hook before it saves: an objection blocks and keeps the draft, consent saves', async () => {
    const frame = await openApp();
    await frame.evaluate(() => {
      let isAsked = false;
      window.client.on('ticket.save', () => {
        if (isAsked) return true;
        isAsked = true;
        return Promise.reject('Read the article first');
      });
      for (const name of [
        'ticket.status.changed',
        'ticket.submit.done',
        'ticket.submit.fail',
        'ticket.comments.changed',
      ])
        window.listen(name);
    });
    const editor = page.getByRole('textbox', { name: 'Public reply' });
    await editor.fill('Please look under Rota.');
    await page.getByRole('combobox', { name: 'Status' }).selectOption('solved');
    await page.getByRole('button', { name: 'Submit as Solved' }).click();
    await page.getByText('Not saved: Read the article first').waitFor();
    expect(await editor.innerText()).toBe('Please look under Rota.');
    expect(zendesk.ticket(ticket).comments).toHaveLength(1);
    await page.getByRole('button', { name: 'Submit as Solved' }).click();
    await expect.poll(() => zendesk.ticket(ticket).status).toBe('solved');
    await expect.poll(() => heard(frame, 'ticket.submit.done')).toHaveLength(1);
    expect(await heard(frame, 'ticket.submit.fail')).toHaveLength(1);
    expect(await heard(frame, 'ticket.status.changed')).toEqual(['solved']);
    expect(await heard(frame, 'ticket.comments.changed')).toHaveLength(1);
    expect(zendesk.ticket(ticket).comments.at(-1)).toMatchObject({
      text: 'Please look under Rota.',
      isPublic: true,
      authorId: agent,
    });
    expect(await editor.innerText()).toBe('');
  });

  it('carries a request to the account’s API as the person who is looking, and to no other host', async () => {
    const frame = await openApp();
    const own = await frame.evaluate(
      (id) => window.client.request(`/api/v2/tickets/${id}.json`).catch((failure) => failure),
      ticket,
    );
    expect(own).toMatchObject({ ticket: { id: ticket } });
    const missing = await frame.evaluate(() =>
      window.client.request('/api/v2/tickets/99999999.json').catch((failure) => failure),
    );
    expect(missing).toMatchObject({ status: 404 });
    const other = await frame.evaluate(() =>
      window.client.request('https://evil.example/x').catch((failure) => failure),
    );
    expect(other).toMatchObject({ status: 403 });
  });

  it('resizes the frame, notifies, and follows the colour scheme', async () => {
    const frame = await openApp();
    await frame.evaluate(() => window.client.invoke('resize', { width: '100%', height: '333px' }));
    const iframe = page.locator('iframe[title="Signed"]').first();
    await expect.poll(async () => (await iframe.boundingBox())?.height).toBe(333);
    expect((await iframe.boundingBox())?.width).toBeGreaterThanOrEqual(320);
    await frame.evaluate(() => window.client.invoke('notify', 'Done <b>well</b>'));
    await page.getByText('Done <b>well</b>').waitFor();
    await frame.evaluate(() => window.listen('colorScheme.changed'));
    await page.getByRole('button', { name: 'Dark' }).click();
    await expect.poll(() => heard(frame, 'colorScheme.changed')).toEqual(['dark']);
    await axeClean(page.mainFrame());
  });

  it('keeps one instance a ticket, tells which is in front, and ends it with its tab', async () => {
    const other = zendesk.openTicket({ requester: customer, subject: 'Another', comment: 'Hi' }).id;
    const frame = await openApp();
    await frame.evaluate(() => {
      window.listen('app.activated');
      window.listen('app.deactivated');
    });
    await page.goto(`${url}/#/tickets/${other}`);
    await expect.poll(() => heard(frame, 'app.deactivated')).toHaveLength(1);
    const sidebars = () => page.frames().filter((one) => one.url().includes('/sidebar'));
    await expect.poll(() => sidebars().length, { timeout: WAIT_MS }).toBe(2);
    const second = await frameOf('sidebar');
    expect(await second.evaluate(() => window.client.get('ticket.subject'))).toMatchObject({
      'ticket.subject': 'Another',
    });
    await page.getByRole('link', { name: `#${ticket}` }).click();
    await expect.poll(() => heard(frame, 'app.activated')).toHaveLength(1);
    await page.getByRole('button', { name: `Close ticket ${other}` }).click();
    await expect.poll(() => sidebars().length).toBe(1);
  });

  it('tells of what others changed, and keeps what the agent was writing', async () => {
    const frame = await openApp();
    await frame.evaluate(() => {
      window.listen('ticket.updated');
      window.listen('ticket.conversation.changed');
    });
    await page.getByRole('textbox', { name: 'Public reply' }).fill('Half a sen');
    zendesk.addComment({ ticket, author: customer, body: 'And one thing more' });
    await page.getByText('And one thing more').waitFor();
    await expect.poll(() => heard(frame, 'ticket.updated')).toHaveLength(1);
    expect(await heard(frame, 'ticket.conversation.changed')).toHaveLength(1);
    expect(await page.getByRole('textbox', { name: 'Public reply' }).innerText()).toBe('Half a sen');
    zendesk.deleteTicket({ ticket });
    await page.getByText('not there, or not any more').waitFor();
    expect(page.frames()).toHaveLength(1);
  });

  it('opens the app of the navigation, and a part of it by routeTo', async () => {
    const frame = await openApp();
    await frame.evaluate(() => window.client.invoke('routeTo', 'nav_bar', 'Signed', 'review/7'));
    const console_ = await frameOf('console');
    expect(await console_.evaluate(() => window.client.context())).toMatchObject({ location: 'nav_bar' });
    await console_.evaluate(() => window.listen('app.route.changed'));
    await frame.evaluate(() => window.client.invoke('routeTo', 'nav_bar', 'Signed', 'review/8'));
    await expect
      .poll(() => heard(console_, 'app.route.changed'))
      .toEqual([{ appName: 'Signed', appParams: 'review/8' }]);
    const alone = await console_.evaluate(() => window.client.get('ticket.id').catch((error: Error) => error.message));
    expect(alone).toBe('"ticket.id" No such Api');
  });

  it('lets somebody else sit down, in another language', async () => {
    const light = zendesk.addUser({ name: 'Lio Lead', role: 'agent', locale: 'ja' }).id;
    await page.goto(`${url}/?as=${light}#/tickets/${ticket}`);
    const frame = await frameOf('sidebar');
    expect(await frame.evaluate(() => window.client.get(['currentUser.id', 'currentUser.locale']))).toMatchObject({
      'currentUser.id': light,
      'currentUser.locale': 'ja',
    });
    await page.getByRole('combobox', { name: 'Language' }).selectOption('pt-BR');
    await expect.poll(() => zendesk.world.users.get(light)?.locale).toBe('pt-BR');
  });

  it('is answered to its own page alone', async () => {
    const headers = { 'content-type': 'application/json', origin: 'https://elsewhere.example' };
    const foreign = await fetch(`${url}/desk/tickets/${ticket}`, {
      method: 'POST',
      headers,
      body: '{"status":"solved"}',
    });
    expect(foreign.status).toBe(403);
    expect((await fetch(`${url}/desk/../server.ts`)).status).toBe(404);
    expect(zendesk.ticket(ticket).status).not.toBe('solved');
  });
});
