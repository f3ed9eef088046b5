import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeClean } from '../harness/axe.ts';
import { type Desk, SIDEBAR_PX } from '../harness/desk.ts';
import { fitsItsWidth } from '../harness/geometry.ts';
import { picture } from '../harness/picture.ts';
import { IMPORT_QUESTION } from './agent.ts';

const LOCALES = ['en-US', 'de', 'es', 'fr', 'ja', 'pt-BR'] as const;
const VIEWS = ['overview', 'review', 'gaps', 'articles', 'activity', 'progress', 'policy', 'health'] as const;
/** The file that a locale of Zendesk is served from. */
const fileOf = (locale: string) => (locale === 'en-US' ? 'en' : locale);
const words = (app: 'sidebar' | 'console', locale: string): Record<string, string> =>
  JSON.parse(
    readFileSync(new URL(`../../../zendesk-app/${app}/words/${fileOf(locale)}.json`, import.meta.url), 'utf8'),
  );

/** Every language, width and colour. */
export function lookJourneys(desk: () => Desk): void {
  describe('in every language, narrow and dark', () => {
    it.each(LOCALES)('speaks %s beside a ticket, within 320 pixels', async (locale) => {
      const ticket = await desk().ask(IMPORT_QUESTION);
      const { app, leave } = await desk().openTicket({ locale, ticket });
      await app.getByText(words('sidebar', locale).articles ?? '', { exact: true }).waitFor();
      expect(await app.evaluate(() => document.documentElement.lang)).toBe(fileOf(locale));
      expect(await app.evaluate(() => window.innerWidth)).toBe(SIDEBAR_PX);
      await fitsItsWidth(app.locator('body'));
      await axeClean(app);
      await leave();
    });

    it.each(LOCALES)('speaks %s in the console', async (locale) => {
      const { app, leave } = await desk().openConsole({ locale, who: 'lead' });
      await app
        .getByRole('heading', { name: words('console', locale)['nav.overview'] ?? '' })
        .first()
        .waitFor();
      expect(await app.evaluate(() => document.documentElement.lang)).toBe(fileOf(locale));
      await fitsItsWidth(app.locator('body'));
      await leave();
    });

    it('is dark where the helpdesk is, and follows it', async () => {
      const ticket = await desk().ask(IMPORT_QUESTION);
      const { page, app, leave } = await desk().openTicket({ scheme: 'dark', ticket });
      await app.getByText('Articles', { exact: true }).waitFor();
      expect(await lightness(app)).toBeLessThan(80);
      await axeClean(app);
      await picture(page, 'sidebar-dark');
      await page.getByRole('button', { name: 'Dark' }).click();
      await expect.poll(() => lightness(app)).toBeGreaterThan(200);
      await leave();
    });

    it('follows the helpdesk’s colours in the console, and goes where another app sends', async () => {
      const { page, app, leave } = await desk().openConsole({ who: 'lead' });
      await expect.poll(() => page.locator('[data-registered]').count()).toBe(1);
      await page.getByRole('button', { name: 'Dark' }).click();
      await expect.poll(() => lightness(app)).toBeLessThan(80);
      await page.evaluate(() => {
        location.hash += '/activity';
      });
      await app.getByRole('heading', { name: 'Activity' }).waitFor();
      await leave();
    });

    it('keeps every view of the console within 320 pixels, light and dark', async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { app, leave } = await desk().openConsole({ who: 'admin', scheme, width: SIDEBAR_PX });
        for (const view of VIEWS) {
          await app.evaluate((name) => {
            location.hash = `#/${name}`;
          }, view);
          await settled(app);
          await fitsItsWidth(app.locator('body'));
          await axeClean(app);
        }
        await leave();
      }
    });
  });
}

/** Of the page's background, 0 (black) to 255. */
const lightness = (app: Frame): Promise<number> =>
  app.evaluate(() => {
    const channels = getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? [];
    return Math.max(...channels.slice(0, 3).map(Number));
  });

/** Nothing is being loaded any more. */
export async function settled(app: Frame): Promise<void> {
  await app.waitForFunction(() => {
    const isLoading = document.querySelector('[aria-busy="true"], [role="progressbar"]:not([aria-valuenow])');
    return isLoading === null && (document.querySelector('main')?.innerText.length ?? 0) > 20;
  });
}
