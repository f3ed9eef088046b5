import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { macros as SEED } from '../sandbox/seed/index.ts';
import { axeClean } from './harness/axe.ts';
import { type Desk, PATIENCE_MS, startDesk } from './harness/desk.ts';
import { picture } from './harness/picture.ts';

const PUBLISHED_MS = 60_000;

describe('a macro that repeats what an article gets wrong', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk({
      hasMacros: true,
      takesPlace: ({ story }) => story === 'stale_import',
      isEnough: async (_, known) => (await known.waiting()).some(({ fix }) => fix.macros !== undefined),
    });
  });
  afterAll(() => desk?.close());

  const go = async (app: Frame, view: string) => {
    await app.evaluate((hash) => location.assign(hash), `#/${view}`);
    await app.locator('h1').waitFor();
  };
  const patch = async () => (await desk.knowledge.fixes()).find(({ macros }) => macros !== undefined);
  /** The texts of all macros, by their titles. */
  const texts = () =>
    Object.fromEntries(
      [...desk.stage.zendesk.world.macros.values()].map(({ title, actions }) => [title, actions[0]?.value]),
    );
  const [stale] = SEED;
  const before = Object.fromEntries(SEED.map(({ title, text }) => [title, text]));

  it('is shown beside the article, changed with it, named, and put back with it', async () => {
    const { app, page, leave } = await desk.openConsole({ who: 'lead' });
    const fix = await patch();
    await go(app, `review/${fix?.id}`);
    await app.getByText('The same sentence changes in 1 macro').waitFor({ timeout: PATIENCE_MS });
    await app.getByText('Import: limits of a file').waitFor();
    await app.getByText('Please note that a file can hold up to 500 rows.').waitFor();
    await app.getByText('Please note that a file can hold up to 2,000 rows.').waitFor();
    for (const { title } of SEED.slice(1)) expect(await app.getByText(title).count()).toBe(0);
    await axeClean(app);
    await app.getByText('Import: limits of a file').scrollIntoViewIfNeeded();
    await picture(page, 'macro');

    await app.getByRole('button', { name: 'Approve' }).first().click();
    await expect.poll(async () => (await patch())?.state, { timeout: PUBLISHED_MS }).toBe('published');
    const after = stale?.text.replace('500 rows', '2,000 rows');
    expect(texts()).toEqual({ ...before, 'Import: limits of a file': after });

    await go(app, 'activity');
    await app.getByText('macros: Import: limits of a file').first().waitFor({ timeout: PATIENCE_MS });
    await app.getByRole('button', { name: 'Take it back' }).first().click();
    await app.getByLabel('Why?').fill('not yet');
    await app.getByRole('button', { name: 'Take it back' }).last().click();
    await expect.poll(texts, { timeout: PUBLISHED_MS }).toEqual(before);
    await leave();
  });
});
