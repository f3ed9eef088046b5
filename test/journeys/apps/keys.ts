import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../harness/desk.ts';
import { IMPORT_QUESTION } from './agent.ts';

/** More presses of Tab than a ticket with Mend beside it has stops. */
const MOST_STOPS = 60;

/** What a hand that never leaves the keyboard can do, and how much comes over the wire. */
export function keyboardJourneys(desk: () => Desk): void {
  describe('by keyboard alone', () => {
    it('reaches the reply from the helpdesk’s page, inserts it, opens an article’s details and leaves the form', async () => {
      const ticket = await desk().ask(IMPORT_QUESTION);
      const { page, app, leave } = await desk().openTicket({ ticket });
      await app.getByRole('button', { name: 'Insert', exact: true }).waitFor();
      await page.getByRole('textbox', { name: 'Public reply' }).focus();
      await tabTo(page, app, 'Insert');
      expect(await outlined(app)).toBe(true);
      await page.keyboard.press('Enter');
      await app.getByText('Inserted. Edit it as you like.').waitFor();
      await expect.poll(() => page.getByRole('textbox', { name: 'Public reply' }).innerText()).not.toBe('');

      await app.getByRole('button', { name: 'Insert', exact: true }).focus();
      await tabTo(page, app, 'Details');
      await page.keyboard.press('Enter');
      await tabTo(page, app, 'Something is wrong');
      await page.keyboard.press('Enter');
      const reason = app.getByLabel('What is wrong with this article?');
      await expect.poll(() => reason.evaluate((field) => field === document.activeElement)).toBe(true);
      await page.keyboard.press('Escape');
      await reason.waitFor({ state: 'detached' });
      await leave();
    });
  });
}

/** Presses Tab until the focus of the app's frame stands on what is called so. */
async function tabTo(page: Page, app: Frame, name: string): Promise<void> {
  for (let i = 0; i < MOST_STOPS; i++) {
    await page.keyboard.press('Tab');
    const focused = await app.evaluate(() => (document.hasFocus() ? (document.activeElement?.textContent ?? '') : ''));
    if (focused.trim() === name) return;
  }
  throw new Error(`${name} is not reached by Tab`);
}

/** Whether where the focus stands can be seen. */
const outlined = (app: Frame): Promise<boolean> =>
  app.evaluate(() => {
    const { boxShadow, outlineStyle } = getComputedStyle(document.activeElement ?? document.body);
    return boxShadow !== 'none' || outlineStyle !== 'none';
  });
