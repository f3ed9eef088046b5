import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeClean } from './harness/axe.ts';
import { type Desk, PATIENCE_MS, startDesk } from './harness/desk.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What an agent's browser loads for the sidebar, compressed. Source: the sidebar's budget. */
const MAX_SCRIPT_BYTES = 130_000;

const IMPORT = {
  subject: 'How long may the import file be?',
  comment: 'Hello, how many rows may a file have for the staff import? We have a long list of people. Thank you',
};
const ANSWER = 'Open People > Staff > Import. A file can hold up to 2,000 rows.';

describe('beside a ticket', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk?.close());
  const activity = async () =>
    (
      await desk.stage.mend.api<{ activity: { what: string; reason: { text: string } }[] }>(
        `/tenants/${desk.stage.tenant}/activity`,
      )
    ).activity;

  it('one question comes after solving and not before, its answer is evidence, and it does not come again', async () => {
    const ticket = await desk.ask(IMPORT);
    const { page, app, leave } = await desk.openTicket({ ticket });
    await app.getByText('Suggested reply').waitFor();
    await page.getByRole('textbox', { name: 'Public reply' }).fill(ANSWER);
    expect(await app.getByText('One question').count()).toBe(0);
    await page.getByRole('combobox', { name: 'Status' }).selectOption('solved');
    await page.getByRole('button', { name: 'Submit as Solved' }).click();
    await app.getByText('One question').waitFor({ timeout: PATIENCE_MS });
    await axeClean(app);
    await app.getByRole('button', { name: 'No', exact: true }).click();
    await app.getByText('Thank you, noted.').waitFor();
    await desk.stage.mend.untilIdle(desk.stage.tenant);
    expect((await activity()).find(({ what }) => what === 'question answered')?.reason.text).toContain(`${ticket}`);
    await desk.host.settled();
    await leave();

    const again = await desk.openTicket({ ticket });
    await again.app.getByText('Suggested reply').waitFor();
    expect(await again.app.getByText('One question').count()).toBe(0);
    await again.leave();
  });

  it('everything is reached and done with the keyboard alone', async () => {
    const ticket = await desk.ask(IMPORT);
    const { page, app, leave } = await desk.openTicket({ ticket });
    await app.getByText('Suggested reply').waitFor();
    const reach = async (name: string | RegExp) => {
      const button = app.getByRole('button', { name }).first();
      for (let i = 0; i < 30; i++) {
        if (await button.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`${name} can’t be reached by the keyboard`);
    };
    await app.locator('main').evaluate((element) => {
      element.tabIndex = -1;
      element.focus();
    });
    await reach('Insert');
    await page.keyboard.press('Enter');
    await app.getByText('Inserted. Edit it as you like.').waitFor();
    await reach(/^Details of/);
    await page.keyboard.press('Space');
    await reach('Something is wrong');
    await page.keyboard.press('Enter');
    expect(await app.getByRole('textbox').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await app.getByRole('button', { name: 'Something is wrong' }).first().waitFor();
    await leave();
  });

  it('a flag names the sentence that is wrong, and is a voice against it', async () => {
    const ticket = await desk.ask(IMPORT);
    const { app, leave } = await desk.openTicket({ ticket });
    await app.getByRole('button', { name: /^Details of “Import your staff/ }).click();
    await app.getByRole('button', { name: 'Something is wrong' }).first().click();
    const which = app.getByRole('combobox', { name: 'What is wrong?' });
    await which.locator('optgroup[label="In the article"]').waitFor({ state: 'attached' });
    await which.selectOption({ index: 1 });
    await app.getByRole('textbox').fill('It is more by now.');
    await axeClean(app);
    expect(await app.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await app.getByRole('button', { name: 'Send' }).click();
    await app.getByText('Thank you. A reviewer will see it.').waitFor();
    await desk.stage.mend.untilIdle(desk.stage.tenant);
    const told = (await activity()).find(({ what }) => what === 'article flagged')?.reason.text;
    expect(told, 'typed words stay with the ticket').toContain(`${ticket}`);
    expect(told).not.toContain('more by now');
    await leave();
  });

  it('any article is found and quoted with its link, which tells that it is the one that fits', async () => {
    const ticket = await desk.ask({ subject: 'Time off', comment: 'How do I request time off in December?' });
    const { page, app, leave } = await desk.openTicket({ ticket });
    await app.getByRole('searchbox', { name: 'Search the help center' }).fill('import spreadsheet');
    await app.getByRole('button', { name: 'Search' }).click();
    const found = app.getByRole('listitem').filter({ hasText: 'Import your staff' }).first();
    await found.getByRole('button', { name: 'Insert link' }).waitFor();
    await axeClean(app);
    await found.getByRole('button', { name: 'Insert quote' }).click();
    await found.getByText('Inserted. Edit it as you like.').waitFor();
    const link = page.getByRole('textbox', { name: 'Public reply' }).locator('a');
    expect(await link.innerText()).toBe('Import your staff from a spreadsheet');
    await desk.stage.mend.untilIdle(desk.stage.tenant);
    expect((await activity()).map(({ what }) => what)).toContain('article helped');
    await leave();
  });

  it('a lead words a small correction in place and approves it so, an agent sees it and can’t', async () => {
    const ticket = await desk.ask(IMPORT);
    const agent = await desk.openTicket({ ticket });
    await agent.app.getByRole('button', { name: /^Details of “Import your staff/ }).click();
    await agent.app.getByText('A reviewer decides on it.').waitFor();
    expect(await agent.app.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await agent.leave();

    const { app, leave } = await desk.openTicket({ ticket, who: 'lead', scheme: 'dark' });
    await app.getByRole('button', { name: 'Edit', exact: true }).first().click();
    const sentence = app.getByRole('textbox', { name: 'New sentence 1' });
    const wording = `${(await sentence.inputValue()).replace(/\.$/, '')} each.`;
    expect(await sentence.evaluate((element) => element === document.activeElement)).toBe(true);
    await sentence.fill('Ask {{name}} about it.');
    const approve = app.getByRole('button', { name: 'Approve this wording' });
    await approve.click();
    await app.getByText('It has a placeholder that customers would see.').waitFor();
    await axeClean(app);
    await sentence.fill(wording);
    await approve.click();
    await app.getByText('Approved. It is being published.').waitFor();
    await desk.stage.mend.untilIdle(desk.stage.tenant);
    const published = await desk.knowledge.publications();
    expect(published.some(({ state, after }) => state === 'done' && after.bodyHtml.includes('each.'))).toBe(true);
    await leave();
  });

  it.each([
    [403, 'This ticket is not yours to see in Mend.'],
    [404, 'This ticket is not there any more.'],
    [401, 'This page was open for a long time.'],
    [503, 'Mend does not answer right now.'],
  ])('an answer of %i is a designed state: %s', async (status, words) => {
    const before = (context: BrowserContext) =>
      context.route('**/app/advice/**', (route) =>
        route.fulfill({ status, contentType: 'application/json', body: '{"error":"no"}' }),
      );
    const { page, app } = await desk.openTicket({ before });
    await app.getByText(words).waitFor();
    await axeClean(app);
    await page.context().close();
  });

  it('its scripts are small, all that one language needs', async () => {
    const { seen, app, leave } = await desk.openTicket();
    await app.getByText('Suggested reply').waitFor();
    const own = seen.requests.map(({ url }) => new URL(url)).filter(({ origin }) => origin === desk.stage.mend.url);
    const scripts = [...new Set(own.map(({ pathname }) => pathname).filter((path) => path.endsWith('.js')))];
    const sizes = scripts.map((path) => gzipSync(readFileSync(join(ROOT, 'zendesk-app/dist', path))).length);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    console.info(`the sidebar loads ${scripts.length} scripts, ${Math.round(all / 1000)} kB gzip`);
    expect(scripts.length).toBeGreaterThan(1);
    expect(all).toBeLessThan(MAX_SCRIPT_BYTES);
    await leave();
  });

  it('a language it does not serve is said in one line, and nothing is made up', async () => {
    const ticket = await desk.ask({
      subject: 'Frage',
      comment: 'Guten Tag, wie kann ich meine Schichten in meinen Kalender übernehmen? Ich finde dazu leider nichts.',
    });
    const { app, leave } = await desk.openTicket({ ticket });
    await app.getByText('Mend does not suggest replies in this language yet.').waitFor();
    expect(await app.getByText('Suggested reply').count()).toBe(0);
    await leave();
  });
});
