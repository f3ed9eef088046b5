import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const INSTALL_MS = 5 * 60_000;

/**
 * Quiet and local: no sandbox of its own (containers have none to give), nothing loaded beside the page. Frames share the
 * page's process: in a process of its own a frame that has just grown is for some drawings still its old size to the mouse,
 * and a press that follows at once, as only a script's does, falls through to the page behind it.
 */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-site-isolation-trials',
];

/** The path of a Chromium: $CHROMIUM_PATH (or $CHROMIUM), the system's, playwright's own; else it is installed, by apt as root. */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  return (await present(env)) ?? (await installed(env));
}

async function present(env: NodeJS.ProcessEnv): Promise<string | null> {
  const named = env.CHROMIUM_PATH ?? env.CHROMIUM;
  if (named) {
    if (await isRunnable(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run`);
  }
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(':').filter(Boolean)];
  for (const name of NAMES)
    for (const folder of folders) if (await isRunnable(`${folder}/${name}`)) return `${folder}/${name}`;
  return (await isRunnable(chromium.executablePath())) ? chromium.executablePath() : null;
}

async function installed(env: NodeJS.ProcessEnv): Promise<string> {
  const attempts = process.getuid?.() === 0 ? [byApt, byPlaywright] : [byPlaywright];
  for (const attempt of attempts) {
    await attempt().catch(() => undefined);
    const found = await present(env);
    if (found) return found;
  }
  throw new Error('no Chromium was found and none could be installed: install one, or set CHROMIUM_PATH to its path');
}

async function byApt(): Promise<void> {
  const options = { timeout: INSTALL_MS, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update'], options);
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
}

async function byPlaywright(): Promise<void> {
  const cli = new URL('cli.js', import.meta.resolve('playwright-core'));
  await run(process.execPath, [cli.pathname, 'install', '--with-deps', 'chromium'], { timeout: INSTALL_MS });
}

async function isRunnable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
