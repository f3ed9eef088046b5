import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeClean } from '../harness/axe.ts';
import type { Desk } from '../harness/desk.ts';
import { fitsItsWidth } from '../harness/geometry.ts';
import { picture } from '../harness/picture.ts';

/** Requests between the page and its first content that an agent waits for. Source: the sidebar's budget. */
const MAX_REQUESTS = 2;
/** What is promised is 300 ms on a quiet machine; what fails a test is far beyond any busy one. */
const MAX_CONTENT_MS = 5_000;

export const IMPORT_QUESTION = {
  subject: 'How long may the import file be?',
  comment: 'Hello, how many rows may a file have for the staff import? We have a long list of people. Thank you',
};

/** An agent's day beside tickets. */
export function agentJourneys(desk: () => Desk): void {
  describe('an agent beside a ticket', () => {
    it('sees that no article covers it and what worked, and puts a reply into the composer by one click', async () => {
      const { page, app, seen, leave } = await desk().openTicket({ before: noteContent });
      await app.getByText('No article covers this.').waitFor();
      await app.getByText(/\d+ customers asked this week/).waitFor();
      const asked = seen.requests.filter(({ url }) => new URL(url).pathname.startsWith('/app/'));
      expect(asked.findIndex(({ method }) => method !== 'GET')).toBeLessThanOrEqual(MAX_REQUESTS);
      expect(asked.filter(({ method }) => method === 'GET').length).toBeLessThanOrEqual(MAX_REQUESTS);
      expect(await contentMs(app, page.mainFrame())).toBeLessThan(MAX_CONTENT_MS);
      await axeClean(app);
      await fitsItsWidth(app.locator('body'));
      await picture(page, 'sidebar');

      await app.getByRole('button', { name: 'Insert', exact: true }).click();
      await app.getByText('Inserted. Edit it as you like.').waitFor();
      const editor = page.getByRole('textbox', { name: 'Public reply' });
      expect((await editor.innerText()).split('\n').filter(Boolean).length).toBeGreaterThan(2);
      await editor.press('Control+End');
      await page.keyboard.type(' Kind regards, Ines');
      await page.getByRole('combobox', { name: 'Status' }).selectOption('solved');
      await page.getByRole('button', { name: 'Submit as Solved' }).click();
      const { zendesk } = desk().stage;
      await expect.poll(() => zendesk.ticket(desk().ticket).status).toBe('solved');
      expect(zendesk.ticket(desk().ticket).comments.at(-1)?.text).toContain('Kind regards, Ines');
      await desk().host.settled();
      await leave();
    });

    it('is told where the reply says otherwise than the article and of what, and has it changed by a press', async () => {
      const ticket = await desk().ask(IMPORT_QUESTION);
      const { page, app, leave } = await desk().openTicket({ ticket });
      await app.getByText('Import your staff from a spreadsheet').first().waitFor();
      await page.getByRole('textbox', { name: 'Public reply' }).fill('Hello, a file can hold up to 900 rows.');
      await app.getByText('The article says:').waitFor();
      await app
        .getByText(/up to 500 rows/)
        .first()
        .waitFor();
      await app.getByText(/You wrote: .*900/).waitFor();
      await axeClean(app);
      await app.getByRole('button', { name: 'Fix the reply' }).click();
      await app.getByText(/Changed in your reply: .*900.* is now .*500/).waitFor();
      await expect
        .poll(() => page.getByRole('textbox', { name: 'Public reply' }).innerText())
        .toBe('Hello, a file can hold up to 500 rows.');
      await page.getByRole('button', { name: /^Submit as/ }).click();
      await expect.poll(() => desk().stage.zendesk.ticket(ticket).comments.length).toBe(2);
      await desk().host.settled();
      await leave();
    });

    it('sees how sound an article is and why, says what is wrong with it, and is thanked', async () => {
      const ticket = await desk().ask(IMPORT_QUESTION);
      const { app, leave } = await desk().openTicket({ ticket });
      await app.getByRole('button', { name: /^Details of “Import your staff/ }).click();
      await app.getByText(/Agents have confirmed \d+ of \d+ statements/).waitFor();
      await app.getByRole('button', { name: 'Something is wrong' }).first().click();
      await app.getByRole('button', { name: 'Send' }).click();
      await app.getByText('Say in a word what is wrong.').waitFor();
      await app.getByLabel('What is wrong with this article?').fill('The limit is 2,000 rows since November');
      await axeClean(app);
      await app.getByRole('button', { name: 'Send' }).click();
      await app.getByText('Thank you. A reviewer will see it.').waitFor();
      await leave();
    });

    it('starts an article from the reply where none covers the question, and a lead finds it in review', async () => {
      const ticket = await desk().ask({ subject: 'Payslips by post', comment: 'Can payslips be sent by post?' });
      const { page, app, leave } = await desk().openTicket({ ticket });
      await page.getByRole('textbox', { name: 'Public reply' }).fill('Payslips are sent by e-mail alone.');
      await app.getByRole('button', { name: 'No article covers this: start one' }).click();
      await expect.poll(() => app.getByLabel('Title').inputValue()).toBe('Payslips by post');
      await expect.poll(() => app.getByLabel('What should it say?').inputValue()).toContain('by e-mail alone');
      await axeClean(app);
      await app.getByRole('button', { name: 'Put it before a reviewer' }).click();
      await app.getByText('It waits for a reviewer').waitFor();
      const titles = (await desk().knowledge.waiting()).map(({ fix }) => fix.title);
      expect(titles).toContain('Payslips by post');
      await leave();
    });

    it('ends with the ticket that was deleted, without a word of complaint', async () => {
      const ticket = await desk().ask(IMPORT_QUESTION);
      const { page, leave } = await desk().openTicket({ ticket });
      desk().stage.zendesk.deleteTicket({ ticket });
      await page.getByText('not there, or not any more').waitFor();
      await leave([`/desk/tickets/${ticket}`, `/app/advice/${ticket}`]);
    });
  });
}

/** Notes in every frame when its first heading can be read. */
async function noteContent(_: unknown, page: import('playwright-core').Page): Promise<void> {
  await page.addInitScript(() => {
    const look = new MutationObserver(() => {
      if (!document.body?.innerText.includes('No article covers this.')) return;
      look.disconnect();
      document.documentElement.dataset.contentAt = String(performance.timeOrigin + performance.now());
    });
    look.observe(document, { childList: true, subtree: true });
  });
}

/** From the app's registration to its first content. */
async function contentMs(app: Frame, host: Frame): Promise<number> {
  const shown = await app.evaluate(() => Number(document.documentElement.dataset.contentAt));
  const registered = await host.evaluate(() => {
    const at = document.querySelector<HTMLElement>('[data-registered]')?.dataset.registered;
    return performance.timeOrigin + Number(at);
  });
  console.info(`content ${Math.round(shown - registered)} ms after registration`);
  return shown - registered;
}
