import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createInboxServer, type InboxServer } from '../sandbox/inbox/server.ts';
import { createInboxStage, type InboxStage } from '../sandbox/inbox/stage.ts';
import { SANDBOX_CLIENT } from '../sandbox/intercom/driver.ts';
import { axeClean } from './harness/axe.ts';
import { openBrowser } from './harness/browser.ts';
import { type Watch, watch } from './harness/watch.ts';

/** Wide: both cores may be busy with something else. */
const SOON = { timeout: 30_000 };

const STORIES = ['calendar_feed', 'stale_import', 'clock_out_crash', 'needs_action'];
const CALENDAR = 'Can I see my shifts in Google Calendar? I would like to subscribe to them.';
const IMPORT = 'Which columns does the staff import need, and how many rows may the file have?';
const IMPORT_TITLE = 'Import your staff from a spreadsheet';
const HOSTILE = [
  '[click me](javascript:alert(1)) **bold** <script>alert(1)</script>',
  '<img src=x onerror=alert(1)><svg onload=alert(1)>',
  '\u202e}} {{constructor.constructor("alert(1)")()}}',
].join('\n\n');

/** Structure and flow of the Inbox, not Intercom's looks or the limits that it does not state. */
describe('the app beside a conversation in the Inbox', () => {
  let stage: InboxStage;
  let inbox: InboxServer;
  let context: BrowserContext;
  let page: Page;
  let seen: Watch;
  let url = '';
  const log: string[] = [];

  beforeAll(async () => {
    stage = await createInboxStage((c) => STORIES.includes(c.story), { onLog: (line) => void log.push(line) });
    await stage.playAll();
    inbox = createInboxServer({
      intercom: stage.intercom,
      appUrl: `${stage.mend.url}/canvas`,
      clientSecret: SANDBOX_CLIENT.secret,
      onChanged: () => stage.settle(),
    });
    url = await inbox.listen(0);
    context = await (await openBrowser()).newContext();
  });
  afterAll(async () => {
    await context?.close();
    await inbox?.close();
    await stage?.close();
  });
  beforeEach(async () => {
    await page?.close();
    page = await context.newPage();
    seen = await watch(page, [url]);
  });

  const anAgent = () => [...stage.workspace.teammates.values()][0] ?? '';
  const ask = (body: string, subject = '') =>
    stage.intercom.openConversation({ contact: [...stage.workspace.contacts.values()][0] ?? '', subject, body }).id;
  const open = async (conversation: string, as = anAgent()) => {
    await page.goto(`${url}/?as=${as}#${conversation}`);
    await page.locator('.card:not([aria-busy]) > *').first().waitFor();
    await expect.poll(card, SOON).not.toContain('Loading');
  };
  const card = () => page.locator('.card').innerText();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const partsOf = (id: string) => stage.intercom.conversation(id).parts.map(({ body, partType }) => [partType, body]);
  const quiet = () => expect([seen.errors, seen.violations, seen.dialogs, seen.foreign]).toEqual([[], [], [], []]);

  it('an agent sees the gap, edits the suggested reply and sends it, and the customer has it once', async () => {
    const id = ask(CALENDAR);
    await open(id);
    expect(await card()).toMatch(/No article answers this: /);
    await axeClean(page.mainFrame());
    const field = page.getByLabel('Suggested reply');
    await field.fill(`Hello!\n${await field.inputValue()}`);
    await press('Send as reply');
    await expect.poll(card, SOON).toContain('Sent as your reply.');
    expect(partsOf(id)).toEqual([['comment', expect.stringMatching(/^<p>Hello!<br \/?>/)]]);
    const submitted = inbox.app.posts.filter(({ path }) => path === '/submit').at(-1);
    if (!submitted) throw new Error('nothing was submitted');
    for (let i = 0; i < 10; i++) expect((await inbox.app.replay(submitted)).text).toContain('This was done already');
    expect(partsOf(id)).toHaveLength(1);
    quiet();
  });

  it('what the app posted is not learned from, and its webhook wakes nobody', async () => {
    const id = ask(IMPORT);
    await open(id);
    await page.getByLabel('Suggested reply').fill('Words that only the app has ever posted.');
    await press('Add as note');
    await expect.poll(card, SOON).toContain('Added as a note.');
    await press('Send as reply');
    await expect.poll(card, SOON).toContain('Sent as your reply.');
    stage.intercom.closeConversation({ conversation: id, by: anAgent() });
    await stage.settle();
    const db = await stage.mend.database();
    const { results } = await db.prepare("SELECT body FROM fixes WHERE body LIKE '%only the app has ever%'").all();
    expect(results).toEqual([]);
    expect(partsOf(id).map(([kind]) => kind)).toEqual(['note', 'comment', 'close']);
  });

  it('an agent looks at the article that may be out of date, and may not decide its change', async () => {
    await open(ask(IMPORT));
    await page.getByRole('button', { name: new RegExp(IMPORT_TITLE) }).click();
    await expect.poll(card, SOON).toContain('+ A file can hold up to 2,000 rows.');
    expect(await card()).toContain('− A file can hold up to 500 rows.');
    expect(await page.getByRole('button', { name: 'Approve and publish' }).count()).toBe(0);
    await axeClean(page.mainFrame());
    quiet();
  });

  it('an admin approves what is shown, and the help center has it', async () => {
    await open(ask(IMPORT), stage.intercom.admin.id);
    await page.getByRole('button', { name: new RegExp(IMPORT_TITLE) }).click();
    await press('Put it beside the article as a draft');
    await expect.poll(card, SOON).toContain('It stands beside the article as a draft');
    await page.getByRole('button', { name: new RegExp(IMPORT_TITLE) }).click();
    await press('Approve and publish');
    await expect.poll(card, SOON).toContain('Approved: it is being published.');
    await inbox.settled();
    const published = () =>
      [...stage.workspace.articles.values()].some((id) =>
        JSON.stringify(stage.intercom.article(id)).includes('2,000 rows'),
      );
    await expect
      .poll(async () => {
        await stage.settle();
        return published();
      }, SOON)
      .toBe(true);
  });

  it('texts of strangers stand there as signs, and nothing in them runs or leads anywhere', async () => {
    const id = ask(`${IMPORT} ${HOSTILE}`, HOSTILE);
    await open(id);
    await press('Refresh');
    await page.locator('.card:not([aria-busy])').waitFor();
    expect(await page.locator('.card a:not([target="_blank"])').count()).toBe(0);
    for (const href of await page
      .locator('.card a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
      expect(href).toMatch(/^https?:/);
    await axeClean(page.mainFrame());
    quiet();
  });

  it('opens the console by a link of its own', async () => {
    await open(ask(CALENDAR));
    await press('Open Mend');
    await expect.poll(card, SOON).toContain('It works once');
    const link = page.getByRole('link', { name: 'Open the console' });
    expect(await link.getAttribute('href')).toContain(`${stage.mend.url}/intercom/console?link=`);
    await press('Back');
    await expect.poll(card, SOON).toContain('No article answers this');
  });

  it.each<[string, string, () => Promise<void>]>([
    [
      'a conversation that was deleted meanwhile',
      'Intercom has no conversation of this number any more',
      async () => {
        const id = ask('Nothing that anybody knows of: purple.');
        await stage.intercom.flushWebhooks();
        await open(id);
        stage.intercom.deleteConversation({ conversation: id });
        await stage.settle();
        await press('Refresh');
      },
    ],
    [
      'a teammate without a seat in the Inbox',
      'Mend is not for you',
      async () => {
        const seatless = stage.intercom.addAdmin({ name: 'No Seat', hasInboxSeat: false }).id;
        await open(ask(CALENDAR), seatless);
      },
    ],
  ])('says what to do about %s', async (_, words, make) => {
    await make();
    await expect.poll(card, SOON).toContain(words);
    await axeClean(page.mainFrame());
  });

  it('shows Intercom down as a card with a way on, and goes on when it is back', async () => {
    const id = ask(CALENDAR);
    stage.intercom.faults.set({ path: '/admins/**', kind: '5xx', times: 1 });
    await open(id);
    expect(await card()).toContain('Intercom is busy');
    await press('Go on');
    await expect.poll(card, SOON).toContain('No article answers this');
  });

  it('is refused with another secret, and Intercom shows that the app does not work', async () => {
    inbox.app.setSecret('stolen-and-rotated');
    await open(ask(CALENDAR));
    expect(await card()).toContain('The app did not answer (401)');
    inbox.app.setSecret(SANDBOX_CLIENT.secret);
    await press('Reload the app');
    await expect.poll(card, SOON).toContain('No article answers this');
  });

  it('answers well within Intercom’s ten seconds, and never with what Canvas Kit does not take', () => {
    const times = inbox.app.posts.map(({ ms }) => ms).toSorted((a, b) => a - b);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(1_000);
    expect(times.at(-1)).toBeLessThan(10_000);
    expect(inbox.app.posts.filter(({ status }) => status >= 500)).toEqual([]);
    expect(log.filter((line) => line.includes('none of Canvas Kit') || line.includes('could not be made'))).toEqual([]);
  });
});
