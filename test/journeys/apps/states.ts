import type { BrowserContext } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeClean } from '../harness/axe.ts';
import { type Desk, PATIENCE_MS } from '../harness/desk.ts';
import { IMPORT_QUESTION } from './agent.ts';

const SLOW_MS = 1_500;

/** What stands there when something else does not. */
export function stateJourneys(desk: () => Desk): void {
  describe('when something fails', () => {
    it('says that Mend does not answer, leaves the ticket alone, and goes on when it does', async () => {
      let isDown = true;
      const down = (context: BrowserContext) =>
        context.route('**/app/**', (route) => (isDown ? route.abort('connectionrefused') : route.continue()));
      const { page, app, seen } = await desk().openTicket({ before: down });
      await app.getByText('Mend does not answer right now.').waitFor();
      await app.getByText('Your ticket is not affected').waitFor();
      await axeClean(app);
      await page.getByRole('textbox', { name: 'Public reply' }).fill('Still writing');
      isDown = false;
      await app.getByRole('button', { name: 'Try again' }).click();
      await app.getByText('Mend does not answer right now.').waitFor({ state: 'detached' });
      expect([seen.violations, seen.dialogs, seen.foreign]).toEqual([[], [], []]);
      await page.context().close();
    });

    it('offers to try again where the page itself could not be opened', async () => {
      let isDown = true;
      const down = (context: BrowserContext) =>
        context.route('**/zendesk/sidebar*', (route) => (isDown ? route.abort('connectionrefused') : route.continue()));
      const context = await desk().browser.newContext();
      await down(context);
      const page = await context.newPage();
      await page.goto(`${desk().url}/?patience=1000#/tickets/${desk().ticket}`);
      await page.getByText('Mend does not answer.').waitFor({ timeout: PATIENCE_MS });
      isDown = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect.poll(() => page.locator('[data-registered]').count(), { timeout: PATIENCE_MS }).toBe(1);
      await context.close();
    });

    it('shows at once that it is looking where the network is slow, and then what it found', async () => {
      const slow = (context: BrowserContext) =>
        context.route('**/app/**', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
          await route.continue();
        });
      const ticket = await desk().ask(IMPORT_QUESTION);
      const { app, leave } = await desk().openTicket({ ticket, before: slow });
      await app.getByText('Looking up what is known…').waitFor({ state: 'attached' });
      await axeClean(app);
      await app.getByText('Import your staff from a spreadsheet').first().waitFor();
      await leave();
    });

    it('goes on with its session when its frame is loaded again', async () => {
      const ticket = await desk().ask(IMPORT_QUESTION);
      const { page, leave } = await desk().openTicket({ ticket });
      await page.getByRole('button', { name: 'Reload apps' }).click();
      const reloaded = await desk().frame(page, '/zendesk/sidebar');
      await reloaded.getByText('Import your staff from a spreadsheet').first().waitFor();
      await leave();
    });

    it('has one calm line where there is nothing to say', async () => {
      const ticket = await desk().ask({ subject: 'Lunch', comment: 'qwe rtz uio pas dfg' });
      const { app, leave } = await desk().openTicket({ ticket });
      await app.getByText('Nothing to add on this ticket.').waitFor();
      await axeClean(app);
      await leave();
    });
  });
}
