import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { FLAGS, findChromium } from './find-browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the one browser of all journeys is reached. */
    browserEndpoint: string;
  }
}

/** One browser for all journeys; each file connects and opens contexts of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server: BrowserServer = await chromium.launchServer({
    executablePath: await findChromium(),
    host: '127.0.0.1',
    args: FLAGS,
  });
  project.provide('browserEndpoint', server.wsEndpoint());
  return () => server.close();
}
