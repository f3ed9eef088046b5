import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FixtureHost, heard } from '../fixture-app/host.ts';
import { axeClean } from '../harness/axe.ts';

describe('the helpdesk’s page speaks with apps as Zendesk does', () => {
  const at = new FixtureHost();
  beforeAll(() => at.start());
  afterAll(() => at.stop());
  beforeEach(() => at.open());
  afterEach(() => at.leave());

  it('posts the signed token to the frame, with origin, guid and colour scheme in the address', async () => {
    at.fixture.asked.length = 0;
    await at.openApp();
    const asked = at.fixture.asked.find(({ method }) => method === 'POST');
    expect(asked?.form.get('token')).toBe(`token-of-${at.agent}-at-ticket_sidebar`);
    expect(asked?.query.get('origin')).toBe(at.url);
    expect(asked?.query.get('app_guid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(asked?.query.get('colorScheme')).toBe('light');
    expect(asked?.headers).toMatchObject({
      origin: at.url,
      'sec-fetch-dest': 'iframe',
      'sec-fetch-site': 'cross-site',
    });
    expect(at.fixture.asked.some(({ method }) => method === 'GET')).toBe(true);
  });

  it.each(['', '?zaf=json'])('registers the app and answers what it asks (%s)', async (query) => {
    const frame = await at.openApp('sidebar', query);
    const answers = await frame.evaluate(async () => ({
      context: await window.client.context(),
      metadata: await window.client.metadata(),
      one: await window.client.get('ticket.id'),
      several: await window.client.get(['ticket.subject', 'currentUser.email', 'currentUser.locale', 'colorScheme']),
      conversation: await window.client.get('ticket.conversation'),
    }));
    expect(answers.context).toMatchObject({ product: 'support', location: 'ticket_sidebar', ticketId: at.ticket });
    expect(answers.metadata).toMatchObject({ appId: 1, installationId: 11, settings: { shown: 'x' } });
    expect(answers.one).toEqual({ errors: {}, 'ticket.id': at.ticket });
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
    const frame = await at.openApp();
    const alone = await frame.evaluate(() =>
      window.client.get('ticket.secrets').catch((error: Error) => error.message),
    );
    expect(alone).toBe('"ticket.secrets" No such Api');
    const among = await frame.evaluate(() => window.client.get(['ticket.id', 'ticket.secrets']));
    expect(among).toMatchObject({ 'ticket.id': at.ticket, errors: { 'ticket.secrets': { message: 'No such Api' } } });
    const called = await frame.evaluate(() => window.client.invoke('explode').catch((error: Error) => error.message));
    expect(called).toBe('"explode" No such Api');
  });

  it('puts text into the editor, tells the app of each change, and nothing in it runs', async () => {
    const frame = await at.openApp();
    await frame.evaluate(() => window.listen('comment.text.changed'));
    await frame.evaluate(() =>
      window.client.invoke('ticket.editor.insert', '<p>Hello <img src=x onerror="alert(1)"><b>Cleo</b></p>'),
    );
    const editor = at.page.getByRole('textbox', { name: 'Public reply' });
    await expect.poll(() => editor.innerHTML()).toBe('<p>Hello <b>Cleo</b></p>');
    await editor.press('End');
    await at.page.keyboard.type('!');
    await expect.poll(async () => (await heard(frame, 'comment.text.changed')).at(-1)).toContain('!');
    expect(await frame.evaluate(() => window.client.get('comment.text'))).toMatchObject({
      'comment.text': expect.stringContaining('<b>Cleo'),
    });
  });

  it('asks the hook before it saves: an objection blocks and keeps the draft, consent saves', async () => {
    const frame = await at.openApp();
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
    const editor = at.page.getByRole('textbox', { name: 'Public reply' });
    await editor.fill('Please look under Rota.');
    await at.page.getByRole('combobox', { name: 'Status' }).selectOption('solved');
    await at.page.getByRole('button', { name: 'Submit as Solved' }).click();
    await at.page.getByText('Not saved: Read the article first').waitFor();
    expect(await editor.innerText()).toBe('Please look under Rota.');
    expect(at.zendesk.ticket(at.ticket).comments).toHaveLength(1);
    await at.page.getByRole('button', { name: 'Submit as Solved' }).click();
    await expect.poll(() => at.zendesk.ticket(at.ticket).status).toBe('solved');
    await expect.poll(() => heard(frame, 'ticket.submit.done')).toHaveLength(1);
    expect(await heard(frame, 'ticket.submit.fail')).toHaveLength(1);
    expect(await heard(frame, 'ticket.status.changed')).toEqual(['solved']);
    expect(await heard(frame, 'ticket.comments.changed')).toHaveLength(1);
    expect(at.zendesk.ticket(at.ticket).comments.at(-1)).toMatchObject({
      text: 'Please look under Rota.',
      isPublic: true,
      authorId: at.agent,
    });
    expect(await editor.innerText()).toBe('');
  });

  it('carries a request to the account’s API as the person who is looking, and to no other host', async () => {
    const frame = await at.openApp();
    const own = await frame.evaluate(
      (id) => window.client.request(`/api/v2/tickets/${id}.json`).catch((failure) => failure),
      at.ticket,
    );
    expect(own).toMatchObject({ ticket: { id: at.ticket } });
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
    const frame = await at.openApp();
    await frame.evaluate(() => window.client.invoke('resize', { width: '100%', height: '333px' }));
    const iframe = at.page.locator('iframe[title="Signed"]').first();
    await expect.poll(async () => (await iframe.boundingBox())?.height).toBe(333);
    expect((await iframe.boundingBox())?.width).toBeGreaterThanOrEqual(320);
    await frame.evaluate(() => window.client.invoke('notify', 'Done <b>well</b>'));
    await at.page.getByText('Done <b>well</b>').waitFor();
    await frame.evaluate(() => window.listen('colorScheme.changed'));
    await at.page.getByRole('button', { name: 'Dark' }).click();
    await expect.poll(() => heard(frame, 'colorScheme.changed')).toEqual(['dark']);
    await axeClean(at.page.mainFrame());
  });
});
