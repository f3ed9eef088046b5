import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FixtureHost, heard } from '../fixture-app/host.ts';

const WAIT_MS = 5000;

describe('apps live with the tickets and the people of the helpdesk’s page', () => {
  const at = new FixtureHost();
  beforeAll(() => at.start());
  afterAll(() => at.stop());
  beforeEach(() => at.open());
  afterEach(() => at.leave());

  it('keeps one instance a ticket, tells which is in front, and ends it with its tab', async () => {
    const other = at.zendesk.openTicket({ requester: at.customer, subject: 'Another', comment: 'Hi' }).id;
    const frame = await at.openApp();
    await frame.evaluate(() => {
      window.listen('app.activated');
      window.listen('app.deactivated');
    });
    await at.page.goto(`${at.url}/#/tickets/${other}`);
    await expect.poll(() => heard(frame, 'app.deactivated')).toHaveLength(1);
    const sidebars = () => at.page.frames().filter((one) => one.url().includes('/sidebar'));
    await expect.poll(() => sidebars().length, { timeout: WAIT_MS }).toBe(2);
    const second = await at.frameOf('sidebar');
    expect(await second.evaluate(() => window.client.get('ticket.subject'))).toMatchObject({
      'ticket.subject': 'Another',
    });
    await at.page.getByRole('link', { name: `#${at.ticket}` }).click();
    await expect.poll(() => heard(frame, 'app.activated')).toHaveLength(1);
    await at.page.getByRole('button', { name: `Close ticket ${other}` }).click();
    await expect.poll(() => sidebars().length).toBe(1);
  });

  it('tells of what others changed, and keeps what the agent was writing', async () => {
    const frame = await at.openApp();
    await frame.evaluate(() => {
      window.listen('ticket.updated');
      window.listen('ticket.conversation.changed');
    });
    await at.page.getByRole('textbox', { name: 'Public reply' }).fill('Half a sen');
    at.zendesk.addComment({ ticket: at.ticket, author: at.customer, body: 'And one thing more' });
    await at.page.getByText('And one thing more').waitFor();
    await expect.poll(() => heard(frame, 'ticket.updated')).toHaveLength(1);
    expect(await heard(frame, 'ticket.conversation.changed')).toHaveLength(1);
    expect(await at.page.getByRole('textbox', { name: 'Public reply' }).innerText()).toBe('Half a sen');
    at.zendesk.deleteTicket({ ticket: at.ticket });
    await at.page.getByText('not there, or not any more').waitFor();
    expect(at.page.frames()).toHaveLength(1);
  });

  it('opens the app of the navigation, and a part of it by routeTo, told as soon as the app listens', async () => {
    const frame = await at.openApp();
    await frame.evaluate(() => window.client.invoke('routeTo', 'nav_bar', 'Signed', 'review/7'));
    const console_ = await at.frameOf('console');
    expect(await console_.evaluate(() => window.client.context())).toMatchObject({ location: 'nav_bar' });
    await console_.evaluate(() => window.listen('app.route.changed'));
    await frame.evaluate(() => window.client.invoke('routeTo', 'nav_bar', 'Signed', 'review/8'));
    await expect
      .poll(() => heard(console_, 'app.route.changed'))
      .toEqual([
        { appName: 'signed', appParams: 'review/7' },
        { appName: 'signed', appParams: 'review/8' },
      ]);
    const alone = await console_.evaluate(() => window.client.get('ticket.id').catch((error: Error) => error.message));
    expect(alone).toBe('"ticket.id" No such Api');
  });

  it('lets somebody else sit down, in another language', async () => {
    const light = at.zendesk.addUser({ name: 'Lio Lead', role: 'agent', locale: 'ja' }).id;
    await at.page.goto(`${at.url}/?as=${light}#/tickets/${at.ticket}`);
    const frame = await at.frameOf('sidebar');
    expect(await frame.evaluate(() => window.client.get(['currentUser.id', 'currentUser.locale']))).toMatchObject({
      'currentUser.id': light,
      'currentUser.locale': 'ja',
    });
    await at.page.getByRole('combobox', { name: 'Language' }).selectOption('pt-BR');
    await expect.poll(() => at.zendesk.world.users.get(light)?.locale).toBe('pt-BR');
  });

  it('is answered to its own page alone', async () => {
    const headers = { 'content-type': 'application/json', origin: 'https://elsewhere.example' };
    const foreign = await fetch(`${at.url}/desk/tickets/${at.ticket}`, {
      method: 'POST',
      headers,
      body: '{"status":"solved"}',
    });
    expect(foreign.status).toBe(403);
    expect((await fetch(`${at.url}/desk/../server.ts`)).status).toBe(404);
    expect(at.zendesk.ticket(at.ticket).status).not.toBe('solved');
  });
});
