import { mkdirSync, writeFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figures } from '../../shared/measure/figure.ts';
import { HOUR_MS } from '../../shared/time.ts';
import { countedByHand, disagreements } from '../sandbox/stage/once/by-hand.ts';
import { letPass } from '../sandbox/stage/stream.ts';
import { axeClean } from './harness/axe.ts';
import { type Desk, type OpenOptions, PATIENCE_MS, startDesk } from './harness/desk.ts';
import { fitsItsWidth } from './harness/geometry.ts';
import { picture } from './harness/picture.ts';

/** Requests of the worker to the helpdesk that change something there. */
const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

describe('progress', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
    await letPass(desk.stage, HOUR_MS);
  });
  afterAll(() => desk?.close());

  const go = async (app: Frame, ...parts: string[]) => {
    await app.evaluate((hash) => location.assign(hash), `#/${['progress', ...parts].join('/')}`);
    await app.locator('h1').waitFor();
    const loading = app.locator('[aria-label="Loading"]');
    await expect.poll(() => loading.count(), { timeout: PATIENCE_MS }).toBe(0);
  };
  const open = (more: OpenOptions = {}) => desk.openConsole({ who: 'admin', height: 1400, ...more });
  const written = () =>
    desk.stage.zendesk.requests.filter(({ method, path }) => WRITES.has(method) && !/oauth|webhooks/.test(path));

  it('shows each figure with its definition, as the API tells it', async () => {
    const { app, page, leave } = await open();
    const figures = (await desk.answered(app, '/app/console/figures', () => go(app))) as Figures;
    const conversations = figures.figures.find(({ id }) => id === 'conversations')?.all.value ?? 0;
    expect(conversations).toBeGreaterThan(10);
    await app.getByRole('link', { name: 'Knowledge failed' }).first().waitFor({ timeout: PATIENCE_MS });
    await app.getByText('Conversations whose question knowledge did not serve').first().waitFor();
    await axeClean(app);
    await picture(page, 'progress');
    await leave();
  });

  it('agrees with what is counted by hand in the helpdesk’s own records', async () => {
    const figures = await desk.stage.mend.api<Figures>(`/tenants/${desk.stage.tenant}/figures`);
    const byHand = await countedByHand(desk.stage, desk.knowledge);
    expect(byHand.conversations).toBeGreaterThan(10);
    expect(disagreements(figures, byHand)).toEqual([]);
  });

  it('shows one figure in full, with the conversations that the viewer may open', async () => {
    const { app, leave } = await open();
    await go(app, 'unserved');
    await app.getByRole('heading', { name: 'By how often it had been asked' }).waitFor();
    await app.getByText('Formula unserved ÷ conversations').waitFor();
    await app.getByRole('button', { name: 'Show conversations' }).click();
    await app.getByRole('link', { name: /^#\d+/ }).first().waitFor({ timeout: PATIENCE_MS });
    await axeClean(app);
    await leave();
  });

  it('is whole at 320 pixels in the dark, and in Japanese', async () => {
    for (const locale of ['en-US', 'ja']) {
      const { app, page, leave } = await open({ width: 380, scheme: 'dark', locale });
      for (const part of [[], ['verified'], ['escalated'], ['pilot'], ['report']]) {
        await go(app, ...part);
        await fitsItsWidth(app.locator('body'));
        await axeClean(app);
      }
      await page.close();
      await leave();
    }
  });

  it('prints the report of the month on two sheets', async () => {
    const { app, leave } = await open();
    await go(app, 'report');
    await app.getByText('(2/2)').waitFor();
    const { page, leave: leavePaper } = await paperOf(app);
    const pdf = await page.pdf({ format: 'A4', printBackground: false });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    if (process.env.MEND_SHEETS) {
      mkdirSync(process.env.MEND_SHEETS, { recursive: true });
      writeFileSync(`${process.env.MEND_SHEETS}/report.pdf`, pdf);
    }
    await leavePaper();
    await leave();
  });

  /** The console's page as it stands, in a page of its own: a frame can't be printed alone. */
  async function paperOf(app: Frame) {
    const context = await desk.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const styles = await app.evaluate(() =>
      [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n'),
    );
    const body = await app.evaluate(() => document.body.innerHTML);
    await page.setContent(`<!doctype html><html><head><style>${styles}</style></head><body>${body}</body></html>`);
    return { page, leave: () => context.close() };
  }

  it('observes in the dark until somebody says go: the helpdesk’s own log has no write', async () => {
    const { app, page, leave } = await open();
    await go(app);
    await app.getByRole('link', { name: 'Open the pilot' }).click();
    await app.getByRole('button', { name: 'Begin to observe' }).click();
    await app.getByText('Observing: nothing is written to the helpdesk').waitFor({ timeout: PATIENCE_MS });
    const before = written().length;
    const fix = (await desk.knowledge.waiting()).find((one) => one.fix.state === 'in_review')?.fix;
    await app.evaluate((hash) => location.assign(hash), `#/review/${fix?.id}`);
    await app.getByRole('button', { name: 'Approve' }).click();
    await letPass(desk.stage, HOUR_MS);
    await letPass(desk.stage, 24 * HOUR_MS);
    expect(written().length).toBe(before);
    expect((await desk.knowledge.fixes()).filter(({ state }) => state === 'published')).toEqual([]);
    await go(app, 'pilot');
    await app.getByRole('heading', { name: 'The baseline, if you go now' }).waitFor();
    await axeClean(app);
    await app.getByRole('button', { name: 'Go', exact: true }).click();
    await app.getByText('Running: approved changes are written').waitFor({ timeout: PATIENCE_MS });
    await app.getByText('Hold.').waitFor();
    await app.getByRole('heading', { name: 'Baseline, frozen' }).waitFor();
    await app.getByText('What changed otherwise').waitFor();
    await axeClean(app);
    await picture(page, 'pilot');
    await leave();
  });
});
