import { describe, expect, it } from 'vitest';
import { axeClean } from '../harness/axe.ts';
import { type Desk, PATIENCE_MS } from '../harness/desk.ts';
import { picture } from '../harness/picture.ts';
import { settled } from './looks.ts';

/** How long a publication may take: it waits for the time in which it can be taken back. */
const PUBLISHED_MS = 60_000;
/** What the median scripted decision must stay under. Source: the console's promise. */
const MAX_DECISION_MS = 12_000;

/** A lead clears the queue by keys alone. */
export function leadJourneys(desk: () => Desk): void {
  describe('a lead at the console', () => {
    it('reads, rejects, takes back and approves by keys alone; the article is written and told', async () => {
      const { page, app, leave } = await desk().openConsole({ who: 'lead' });
      await app.getByRole('link', { name: 'Review' }).focus();
      await page.keyboard.press('Enter');
      const list = app.getByRole('list', { name: 'Waiting decisions' });
      await list.getByRole('link').first().waitFor();
      const waiting = await list.getByRole('link').count();
      expect(waiting).toBeGreaterThanOrEqual(2);

      const patch = (await desk().knowledge.waiting()).find(({ fix }) => fix.kind === 'article_patch')?.fix;
      const heading = app.locator('#decision');
      await heading.waitFor();
      for (let i = 0; i < waiting && (await heading.innerText()) !== patch?.title; i++) {
        const before = await heading.innerText();
        await page.keyboard.press('j');
        await expect.poll(() => heading.innerText(), { timeout: PATIENCE_MS }).not.toBe(before);
      }
      await app.getByText('What changes').waitFor();
      await app.getByText('What agents said').waitFor();
      await axeClean(app);
      await picture(page, 'review');

      await page.keyboard.press('r');
      await app.getByLabel('Why not?').fill('We say this in person');
      await page.keyboard.press('Control+Enter');
      await app.getByText('Rejected', { exact: true }).waitFor();
      expect(await stateOf(patch?.id)).toBe('rejected');
      await page.keyboard.press('u');
      await app.getByText('Taken back: it waits for a decision again').waitFor();
      await expect.poll(() => stateOf(patch?.id)).toBe('in_review');
      await expect.poll(() => heading.innerText(), { timeout: PATIENCE_MS }).toBe(patch?.title);
      await settled(app);

      await page.keyboard.press('a');
      await app.getByText('Approved; it is written in a moment').waitFor();
      await expect.poll(() => stateOf(patch?.id), { timeout: PUBLISHED_MS }).toBe('published');
      await desk().stage.mend.untilIdle(desk().stage.tenant);
      const article = desk().stage.zendesk.world.articles.get(Number(patch?.articleId));
      expect(article?.translations.get('en-us')?.body).toBe(patch?.bodyHtml);
      await leave();
    });

    it('finds what was done in the activity and the article’s versions, and the time that a decision took', async () => {
      const { app, page, leave } = await desk().openConsole({ who: 'lead' });
      await app.getByRole('link', { name: 'Activity' }).click();
      await app.getByText('We say this in person').first().waitFor();
      await axeClean(app);
      await app.getByRole('link', { name: 'Articles' }).click();
      await app.getByRole('link', { name: 'Import your staff from a spreadsheet' }).first().click();
      await app.getByText('Mend, after approval').first().waitFor();
      await picture(page, 'article');
      const review = () => app.getByRole('link', { name: 'Review' }).click();
      const queue = await desk().answered(app, '/app/console/review', review);
      const { pace } = queue as { pace: { medianMs: number } };
      expect(pace.medianMs).toBeLessThan(MAX_DECISION_MS);
      await leave();
    });
  });

  const stateOf = async (id: string | undefined) =>
    (await desk().knowledge.fixes()).find((fix) => fix.id === id)?.state;
}
