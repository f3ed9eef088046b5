import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPageServer, type PageServer } from '../sandbox/page/server.ts';
import { createFindings, type FoundLine } from '../sandbox/stage/findings.ts';
import { type Knowledge, knowledgeOf } from '../sandbox/stage/knowledge.ts';
import { createStage, type Stage } from '../sandbox/stage/stage.ts';
import { playStream } from '../sandbox/stage/stream.ts';
import { openBrowser } from './harness/browser.ts';

const ROOT = join(import.meta.dirname, '../..');
const MINUTE_MS = 60_000;

describe('npm start -- --once', () => {
  it('plays the fortnight, publishes a patch and a new article after review, reports and ends well', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['test/sandbox/start.ts', '--once'], {
      cwd: ROOT,
      timeout: 5 * MINUTE_MS,
    });
    expect(stdout).toMatch(/Conversations +205 of 205 observed/);
    expect(stdout).toMatch(/Published +[1-9]\d* articles? changed, [1-9]\d* new articles?/);
    expect(stdout).toMatch(/^Changed: “.+”$/m);
    expect(stdout).toMatch(/^New article: “.+”$/m);
    expect(stdout).toMatch(/Dead letters +none/);
    expect(stdout).toMatch(/D1 +\d/);
  });
});

describe('the page of npm start', () => {
  let stage: Stage;
  let knowledge: Knowledge;
  let server: PageServer;
  let browser: Browser;
  let page: Page;
  let url: string;
  const told: FoundLine[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    stage = await createStage();
    knowledge = knowledgeOf(stage);
    const findings = createFindings(knowledge);
    server = createPageServer({ stage, knowledge, onDecided: async () => void told.push(...(await findings())) });
    url = await server.listen(0);
    await playStream(stage, { onStep: async (progress) => server.progressed(progress) });
    server.ended();
    told.push(...(await findings()));
    page = await browser.newPage({ viewport: { width: 1160, height: 780 } });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  }, 5 * MINUTE_MS);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await stage?.close();
  });

  it('tells the gaps as they are found', () => {
    expect(told.some((line) => line.kind === 'gap')).toBe(true);
    expect(told.some((line) => line.kind === 'waiting')).toBe(true);
  });

  it('opens a conversation as it was stored, with what Mend says of it', async () => {
    await page.goto(`${url}/#/conversations`);
    await page.locator('.list a', { hasText: 'Calendar feed' }).first().click();
    await expect.poll(() => page.locator('.turn.customer').count()).toBeGreaterThan(0);
    const shown = await page.locator('.detail').innerText();
    expect(shown).toMatch(/Suggested/);
    expect(shown).toMatch(/Coverage/);
    for (const { email } of stage.zendesk.world.users.values()) if (email) expect(shown).not.toContain(email);
    await picture(page, 'conversation');
  });

  it('publishes what a person approves, and the help center shows it', async () => {
    const waiting = (await knowledge.waiting()).map(({ fix }) => fix).filter((fix) => fix.state === 'in_review');
    const bySureness = waiting.toSorted((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0));
    const fix = bySureness.find(({ kind }) => kind === 'article_patch') ?? bySureness[0];
    await page.goto(`${url}/#/review/${fix?.id}`);
    await page.locator('.detail .article, .detail .diff .added').first().waitFor();
    await picture(page, 'review');
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect.poll(async () => stateOf(fix?.id), { timeout: MINUTE_MS }).toBe('published');
    const publication = (await knowledge.publications()).find((one) => one.fixId === fix?.id);
    expect(bodyOf(publication?.articleId)).toBe(fix?.bodyHtml);

    await page.goto(`${url}/#/help/${publication?.articleId}`);
    if (fix?.kind === 'article_patch') await page.locator('.diff .removed').first().waitFor();
    await page.locator('.list a[aria-current] .mended').waitFor();
    await picture(page, 'help-center');
  });

  it('drops what a person rejects, with the reason', async () => {
    const refused = (await knowledge.waiting())[0]?.fix;
    await page.goto(`${url}/#/review/${refused?.id}`);
    await page.getByRole('button', { name: 'Reject …' }).click();
    await page.getByLabel('Why not?').fill('We answer this in person');
    await page.getByRole('button', { name: 'Reject', exact: true }).click();
    await page.getByText('rejected.').first().waitFor();
    expect(await stateOf(refused?.id)).toBe('rejected');
    await page.goto(`${url}/#/activity`);
    await page.getByText('We answer this in person').first().waitFor();
  });

  it('is readable at 320 pixels and in the dark, and complains of nothing', async () => {
    const narrow = await browser.newPage({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
    for (const view of ['conversations', 'review', 'help', 'activity']) {
      await narrow.goto(`${url}/#/${view}`);
      await narrow.locator('.tabs a[aria-current]').waitFor();
      expect(await narrow.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    }
    await narrow.close();
    expect(complaints).toEqual([]);
  });

  it('takes decisions from its own page alone, and serves nothing else', async () => {
    const headers = { 'content-type': 'application/json', origin: 'https://elsewhere.example' };
    const foreign = await fetch(`${url}/api/fixes/x/approve`, { method: 'POST', headers, body: '{}' });
    expect(foreign.status).toBe(403);
    expect((await fetch(`${url}/api/tenants`)).status).toBe(404);
    expect((await fetch(`${url}/browser/../server.ts`)).status).toBe(404);
    const own = await fetch(url);
    expect(own.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await own.text()).not.toContain('operator-token');
  });

  const stateOf = async (id: string | undefined) => (await knowledge.fixes()).find((fix) => fix.id === id)?.state;
  const bodyOf = (id: string | null | undefined) =>
    stage.zendesk.world.articles.get(Number(id))?.translations.get('en-us')?.body;
});

/** The README's pictures, taken anew where MEND_PICTURES is set. */
async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.MEND_PICTURES) return;
  await page.screenshot({ path: join(ROOT, 'docs/pictures', `${name}.png`) });
}
