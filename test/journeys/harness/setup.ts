import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { buildApps } from '../../sandbox/mend/apps.ts';
import { FLAGS, findChromium } from './find-browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the one browser of all journeys is reached. */
    browserEndpoint: string;
  }
}

/**
 * One browser for all journeys; each file connects and opens contexts of its own. The apps are built before the first, so that none
 * empties the folder from which another serves them.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildApps();
  const server: BrowserServer = await chromium.launchServer({
    executablePath: await findChromium(),
    host: '127.0.0.1',
    args: FLAGS,
  });
  project.provide('browserEndpoint', server.wsEndpoint());
  return () => server.close();
}
