import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE_MS } from '../../../shared/time.ts';
import { openBrowser } from '../harness/browser.ts';
import { appFrame } from '../harness/desk.ts';
import { SDK } from '../harness/production.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** The line that says where to look. */
const OPENED = /^Open (http:\S+):/m;

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

describe('npm start', () => {
  let browser: Browser;
  let child: ChildProcess;
  let printed = '';
  beforeAll(async () => {
    browser = await openBrowser();
    child = spawn(process.execPath, ['test/sandbox/start.ts', '--port', '0', '--days', '9'], { cwd: ROOT });
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on('data', (chunk) => {
        printed += chunk;
        if (OPENED.test(printed)) resolve();
      });
      child.once('exit', () => reject(new Error(`npm start ended:\n${printed}`)));
    });
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    await ended;
    await browser.close();
  });

  it('opens into a ticket with Mend beside it, the console and the other helpdesk one click away', async () => {
    const page = await browser.newPage();
    await page.route(SDK, (route) => route.abort());
    await page.goto(OPENED.exec(printed)?.[1] ?? '');
    const sidebar = await appFrame(page, '/zendesk/sidebar');
    await sidebar.getByText('Suggested reply').waitFor();
    await page.getByRole('link', { name: 'Mend', exact: true }).click();
    const console_ = await appFrame(page, '/zendesk/console');
    await console_.getByText('Decisions waiting').waitFor();
    const inbox = await page.getByRole('link', { name: 'Intercom', exact: true }).getAttribute('href');
    await page.goto(inbox ?? '');
    await page.getByRole('link', { name: 'Zendesk' }).waitFor();
    await page.close();
  });
});
