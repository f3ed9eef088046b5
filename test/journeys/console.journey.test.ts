import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredFix } from '../../shared/gap.ts';
import { axeClean } from './harness/axe.ts';
import { type Desk, type OpenOptions, PATIENCE_MS, startDesk } from './harness/desk.ts';
import { fitsItsWidth } from './harness/geometry.ts';
import { writeInEditor } from './harness/writing.ts';

const VIEWS = ['overview', 'review', 'gaps', 'articles', 'activity', 'progress', 'policy', 'health'];
const LANGUAGES: Record<string, string> = {
  'en-US': 'Review',
  de: 'Prüfen',
  es: 'Revisar',
  fr: 'À examiner',
  ja: 'レビュー',
  'pt-BR': 'Revisar',
};
/** The goal for a scripted decision. */
const GOAL_MS = 12_000;

describe('the console', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk?.close());

  const go = async (app: Frame, view: string) => {
    await app.evaluate((hash) => location.assign(hash), `#/${view}`);
    await app.locator('h1').waitFor();
    const loading = app.locator('[role=status][aria-busy], [aria-label="Loading"]');
    await expect.poll(() => loading.count(), { timeout: PATIENCE_MS }).toBe(0);
  };
  const lead = (more: OpenOptions = {}) => desk.openConsole({ who: 'lead', ...more });
  const waiting = async (): Promise<StoredFix[]> => (await desk.knowledge.waiting()).map(({ fix }) => fix);
  const fixOf = async (id: string) => (await desk.knowledge.fixes()).find((fix) => fix.id === id);
  const openId = (app: Frame) => app.evaluate(() => decodeURIComponent(location.hash.split('/')[2] ?? ''));

  it('tells a lead what waits, what was found and what was proved', async () => {
    const { app, leave } = await lead();
    const count = (await waiting()).length;
    await app.getByRole('link', { name: new RegExp(`Decisions waiting ?${count}`) }).waitFor({ timeout: PATIENCE_MS });
    await axeClean(app);
    await leave();
  });

  it('shows each view without a complaint, to people and to axe, wide and light', async () => {
    const { app, leave } = await desk.openConsole({ who: 'admin' });
    for (const view of VIEWS) {
      await go(app, view);
      await axeClean(app);
    }
    await leave();
  });

  it('is whole at 320 pixels in the dark', async () => {
    const { app, leave } = await desk.openConsole({ who: 'admin', width: 380, scheme: 'dark' });
    for (const view of VIEWS) {
      await go(app, view);
      await fitsItsWidth(app.locator('body'));
      await axeClean(app);
    }
    await leave();
  });

  it('lets an agent look, and says who decides', async () => {
    const { app, leave } = await desk.openConsole({ who: 'agent' });
    const [fix] = await waiting();
    await go(app, `review/${fix?.id}`);
    await app.getByText('a lead decides').waitFor();
    expect(await app.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await leave();
  });

  it('gives a gap to who takes it, and exports the list', async () => {
    const { app, page, leave } = await lead();
    await go(app, 'gaps');
    await app.locator('tbody a').first().click();
    await app.getByRole('button', { name: 'I take it' }).click();
    await app.getByText(/Looked after by Leila/).waitFor();
    await go(app, 'gaps');
    const download = page.waitForEvent('download');
    await app.getByRole('button', { name: 'Export CSV' }).click();
    expect((await download).suggestedFilename()).toBe('mend-gaps.csv');
    await leave();
  });

  it('is decided by keys alone, each within the goal; what was decided can be taken back', async () => {
    const { app, page, leave } = await lead();
    await go(app, 'review');
    await app.locator('article h2').waitFor();
    const first = await openId(app);
    await page.keyboard.press('j');
    await expect.poll(() => openId(app), { timeout: PATIENCE_MS }).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => openId(app), { timeout: PATIENCE_MS }).toBe(first);
    await page.keyboard.press('?');
    await app.getByRole('dialog').waitFor();
    await axeClean(app);
    await page.keyboard.press('Escape');
    await app.getByRole('dialog').waitFor({ state: 'detached' });

    await app.getByRole('heading', { level: 2 }).first().waitFor();
    await page.keyboard.press('a');
    await app.getByText('Approved; it is written in a moment').waitFor();
    await page.keyboard.press('u');
    await app.getByText('it waits for a decision again').waitFor();
    await expect.poll(async () => (await fixOf(first))?.state, { timeout: PATIENCE_MS }).toBe('in_review');

    await expect.poll(() => openId(app), { timeout: PATIENCE_MS }).toBe(first);
    await app.getByRole('button', { name: 'Reject' }).first().waitFor();
    await page.keyboard.press('r');
    await app.getByLabel('Why not?').fill('another article says it');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await fixOf(first))?.state, { timeout: PATIENCE_MS }).toBe('rejected');
    await app.getByText('Rejected', { exact: true }).waitFor();
    await page.keyboard.press('u');
    await expect.poll(async () => (await fixOf(first))?.state, { timeout: PATIENCE_MS }).toBe('in_review');
    await app.getByRole('button', { name: 'Reject' }).first().waitFor();

    await go(app, 'overview');
    const tile = await app.getByRole('link', { name: /Median time to decide/ }).innerText();
    const seconds = Number(/([\d.]+) s/.exec(tile)?.[1]);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds * 1000).toBeLessThan(GOAL_MS);
    await leave();
  });

  it('says so when a decision moved meanwhile, and shows what it is now', async () => {
    const { app, leave } = await lead();
    const fix = (await waiting()).find(({ kind, state }) => kind === 'article_patch' && state === 'in_review');
    if (!fix) throw new Error('nothing waits');
    await go(app, `review/${fix.id}`);
    await app.getByRole('button', { name: 'Approve' }).first().waitFor();
    const body = { actor: 'somebody else', patchHash: fix.patchHash, baseHash: fix.baseHash, reason: 'no' };
    await desk.stage.mend.api(`/tenants/${desk.stage.tenant}/fixes/${fix.id}/reject`, { method: 'POST', body });
    await app.getByRole('button', { name: 'Approve' }).first().click();
    await app.getByText('It changed while you looked at it').waitFor();
    expect((await fixOf(fix.id))?.state).toBe('rejected');
    await app.getByRole('button', { name: 'Try again' }).click();
    await app.getByText('It is decided: Rejected').waitFor();
    await leave(['/approve']);
  });

  it('publishes what was reworded and approved, and takes it back from the article', async () => {
    const { app, leave } = await lead();
    const fix = (await waiting()).find(({ kind, state }) => kind === 'new_article' && state === 'in_review');
    if (!fix) throw new Error('no new article waits');
    await go(app, `review/${fix.id}`);
    await app.getByRole('button', { name: 'Edit' }).click();
    await app.getByLabel('Title').fill('Reworded in the console');
    await writeInEditor(app);
    await app.getByRole('button', { name: 'Keep it for later' }).click();
    await expect.poll(() => openId(app), { timeout: PATIENCE_MS }).not.toBe(fix.id);
    await app.getByRole('heading', { name: 'Reworded in the console' }).waitFor();
    const edited = await openId(app);
    const html = (await fixOf(edited))?.bodyHtml ?? '';
    expect(html.startsWith(fix.bodyHtml.replace(/<\/p>\s*$|<\/li><\/[ou]l>\s*$/, ''))).toBe(true);
    expect(html).toContain('<strong>Ask a lead</strong> where it stays away &lt;b&gt;.');
    await app.getByRole('button', { name: 'Approve' }).first().click();
    await expect.poll(async () => (await fixOf(edited))?.state, { timeout: 60_000 }).toBe('published');
    const publication = (await desk.knowledge.publications()).find((one) => one.fixId === edited);
    await go(app, 'activity');
    await app.getByRole('button', { name: 'Take it back' }).first().click();
    await app.getByLabel('Why?').fill('not yet');
    await app.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
    await expect.poll(async () => (await fixOf(edited))?.state, { timeout: 60_000 }).toBe('rolled_back');
    expect(publication?.articleId).toBeTruthy();
    await leave();
  });

  it('tells what was published and taken back, until somebody has read it', async () => {
    const { app, leave } = await lead();
    await go(app, 'overview');
    await app
      .getByRole('article', { name: /^Taken back/ })
      .first()
      .waitFor();
    await app
      .getByRole('article', { name: /^Published/ })
      .first()
      .getByRole('link', { name: 'The change' })
      .waitFor();
    await app.getByRole('button', { name: 'Mark as read for everybody' }).click();
    await app.getByRole('button', { name: 'Mark as read for everybody' }).waitFor({ state: 'detached' });
    await axeClean(app);
    await leave();
  });

  it('is proved at a press by an admin, who also says where notices are sent', async () => {
    const { app, leave } = await desk.openConsole({ who: 'admin' });
    await go(app, 'health');
    await app.getByRole('button', { name: 'Prove it now' }).click();
    await app.getByText('The helpdesk was asked just now.').waitFor();
    const hook = app.locator('section').filter({ has: app.getByRole('button', { name: 'Set the address' }) });
    await hook.getByLabel('Address').fill('https://hooks.acme.com/mend');
    await app.getByRole('button', { name: 'Set the address' }).click();
    await app.getByText(/^whsec_/).waitFor();
    await axeClean(app);
    await app.getByRole('button', { name: 'Remove' }).click();
    await app.getByRole('button', { name: 'Yes, remove it' }).click();
    await app.getByText('https://hooks.acme.com/mend').waitFor({ state: 'detached' });
    await app.getByRole('button', { name: 'Disconnect' }).click();
    await app.getByRole('dialog').getByText('Published articles stay as they are').waitFor();
    await axeClean(app);
    await app.getByRole('button', { name: 'Cancel' }).click();
    await leave();
  });

  it('is stopped by a lead and let go on by an admin alone', async () => {
    const asLead = await lead();
    await go(asLead.app, 'policy');
    await asLead.app.getByRole('button', { name: 'Stop publishing' }).click();
    await asLead.app.getByText('Publishing is stopped').waitFor();
    await asLead.app.getByLabel('It is stopped. Why?').fill('something is wrong');
    await asLead.app.getByRole('button', { name: 'Tell the others' }).click();
    await asLead.app.getByLabel('It is stopped. Why?').waitFor({ state: 'detached' });
    expect(await asLead.app.getByRole('button', { name: 'Let publishing go on' }).count()).toBe(0);
    await asLead.leave();
    const admin = await desk.openConsole({ who: 'admin' });
    await go(admin.app, 'policy');
    await admin.app.getByRole('button', { name: 'Let publishing go on' }).click();
    await admin.app.getByLabel('Why?').fill('all is well');
    await admin.app.getByRole('dialog').getByRole('button', { name: 'Let publishing go on' }).click();
    await admin.app.getByText('Approved changes are published').waitFor();
    await admin.leave();
  });

  it.each(Object.entries(LANGUAGES))('speaks %s', async (locale, name) => {
    const { app, leave } = await lead({ locale });
    await app.getByRole('link', { name, exact: true }).waitFor();
    for (const view of VIEWS) {
      await go(app, view);
      const text = await app.locator('body').innerText();
      expect(
        text.match(
          /\b(?:nav|act|overview|review|gaps|articles|policy|rules|unlock|running|notices|notice|hook|checks|disconnect)\.\w+/g,
        ),
      ).toBeNull();
      expect(text).not.toMatch(/\{\w+\}/);
    }
    expect(await app.evaluate(() => document.documentElement.lang)).toBe(locale === 'en-US' ? 'en' : locale);
    await leave();
  });
});
