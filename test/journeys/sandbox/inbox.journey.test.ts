import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeClean } from '../harness/axe.ts';
import { type Desk, PATIENCE_MS, startDesk } from '../harness/desk.ts';

/** The window that a decision has to fit: what an ordinary laptop shows. */
const WINDOW = { width: 1440, height: 900 };

describe('a lead’s inbox', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk?.close());
  const openId = (app: Frame) => app.evaluate(() => decodeURIComponent(location.hash.split(/[/?]/)[2] ?? ''));
  const stateOf = async (id: string) => (await desk.knowledge.fixes()).find((fix) => fix.id === id)?.state;

  it('has a decision on one screen, with all that can be done in sight', async () => {
    const { app, leave } = await desk.openConsole({ who: 'lead', place: '/review', ...WINDOW });
    await app.locator('article h2').waitFor();
    const approve = app.getByRole('button', { name: 'Approve' });
    await approve.waitFor();
    const bottom = (await approve.boundingBox())?.y ?? Number.POSITIVE_INFINITY;
    const inView = await app.evaluate(() => innerHeight);
    expect(bottom).toBeLessThan(WINDOW.height);
    for (const name of [/^What (changes|it would say)$/, 'What customers ask', 'What agents said']) {
      const box = await app.getByRole('heading', { name }).boundingBox();
      expect(box && box.y).toBeLessThan(inView);
    }
    expect(await app.evaluate(() => scrollY)).toBe(0);
    await axeClean(app);
    await leave();
  });

  it('has an address for each place, which survives a reload and can be sent', async () => {
    const { app, page, leave } = await desk.openConsole({ who: 'lead', place: '/review', ...WINDOW });
    await app.locator('article h2').waitFor();
    await app.getByRole('button', { name: 'Filter and sort' }).click();
    await app.getByLabel('Kind').selectOption('article_patch');
    await expect.poll(() => page.url(), { timeout: PATIENCE_MS }).toContain('article_patch');
    await app.getByRole('list', { name: 'Waiting decisions' }).getByRole('link').first().click();
    await expect.poll(() => openId(app), { timeout: PATIENCE_MS }).not.toBe('');
    const open = await openId(app);
    await expect.poll(() => page.url(), { timeout: PATIENCE_MS }).toContain(encodeURIComponent(open));
    await page.reload();
    const again = await desk.frame(page, '/zendesk/console');
    await again.locator('article h2').waitFor();
    expect(await openId(again)).toBe(open);
    expect(await again.getByLabel('Kind').inputValue()).toBe('article_patch');
    await leave();
  });

  it('is searched, put off, taken, remarked on and kept as a view', async () => {
    const { app, page, leave } = await desk.openConsole({ who: 'lead', place: '/review', ...WINDOW });
    await app.locator('article h2').waitFor();
    const list = app.getByRole('list', { name: 'Waiting decisions' }).getByRole('link');
    const all = await list.count();
    await page.keyboard.press('/');
    await page.keyboard.type('no proposal says this');
    await app.getByText('Nothing in the queue fits').waitFor();
    await app.getByRole('searchbox').fill('');
    await expect.poll(() => list.count()).toBe(all);
    await page.keyboard.press('Escape');

    await page.keyboard.press('c');
    await page.keyboard.type('ask the team of billing');
    await page.keyboard.press('Control+Enter');
    await app.getByText('ask the team of billing').waitFor();
    await expect.poll(() => app.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.keyboard.press('i');
    await app.getByText(/Looked after by Leila/).waitFor();
    await page.keyboard.press('s');
    await app.getByRole('button', { name: 'for a week' }).waitFor();
    await axeClean(app);
    await page.keyboard.press('2');
    await expect.poll(() => list.count(), { timeout: PATIENCE_MS }).toBe(all - 1);

    await app.getByRole('button', { name: 'Filter and sort' }).click();
    await app.getByLabel('State').selectOption('snoozed');
    await app
      .getByText(/Put off until/)
      .first()
      .waitFor();
    await app.getByRole('button', { name: 'Save this view' }).click();
    await app.getByLabel('Name of the view').fill('Put off');
    await app.getByRole('button', { name: 'Save this view' }).click();
    await app.getByLabel('Saved views').waitFor();
    await axeClean(app);
    await list.first().click();
    await app.getByRole('button', { name: 'Take up again' }).click();
    await app.getByText('Nothing in the queue fits').waitFor();
    await leave();
  });

  it('rejects by two keys, and sends back what is to be drafted again', async () => {
    const { app, page, leave } = await desk.openConsole({ who: 'lead', place: '/review', ...WINDOW });
    await app.locator('article h2').waitFor();
    await app.getByRole('button', { name: 'Approve' }).waitFor();
    const first = await openId(app);
    await page.keyboard.press('r');
    await app.getByRole('button', { name: 'It is wrong' }).waitFor();
    await page.keyboard.press('1');
    await expect.poll(() => stateOf(first), { timeout: PATIENCE_MS }).toBe('rejected');
    await page.keyboard.press('u');
    await expect.poll(() => stateOf(first), { timeout: PATIENCE_MS }).toBe('in_review');
    const article = (await desk.knowledge.waiting()).map(({ fix }) => fix).find(({ kind }) => kind === 'new_article');
    await app.evaluate((id) => location.assign(`#/review/${id}`), article?.id ?? '');
    await expect.poll(() => openId(app), { timeout: PATIENCE_MS }).toBe(article?.id);
    await app.getByRole('heading', { name: 'What it would say' }).waitFor();
    await page.keyboard.press('w');
    await app.getByLabel('What is to change?').fill('The last step is not so any more');
    const wrong = app
      .getByRole('group', { name: /Sentences that are wrong/ })
      .locator('label')
      .last();
    const text = await wrong.innerText();
    await wrong.click();
    await axeClean(app);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => stateOf(article?.id ?? ''), { timeout: PATIENCE_MS }).toBe('superseded');
    const redrafted = async () =>
      (await desk.knowledge.waiting()).map(({ fix }) => fix).find((fix) => fix.gapId === article?.gapId);
    await expect.poll(redrafted, { timeout: 60_000 }).toBeTruthy();
    expect((await redrafted())?.bodyHtml).not.toContain(text.trim());
    await leave();
  });
});
