import type { Page } from 'playwright-core';

/** What a page and its frames complained of, and where they reached. */
export interface Watch {
  /** Uncaught errors and the console's errors. */
  errors: string[];
  /** Requests that were answered by an error, as status and path. */
  refused: string[];
  /** Reports of the content security policy, from every frame. */
  violations: string[];
  /** Requests to origins that were not named. */
  foreign: string[];
  /** Dialogs that anything opened; each was dismissed. */
  dialogs: string[];
  /** Every request, in order. */
  requests: { method: string; url: string; atMs: number }[];
}

declare global {
  interface Window {
    tellViolation?: (words: string) => void;
  }
}

/** The browser's own words for what `refused` and `foreign` tell better. */
const NOT_LOADED = 'Failed to load resource';

/** Collects from a page that has not been opened yet. Requests to `origins` are expected, all others foreign. */
export async function watch(page: Page, origins: string[]): Promise<Watch> {
  const seen: Watch = { errors: [], refused: [], violations: [], foreign: [], dialogs: [], requests: [] };
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith(NOT_LOADED)) seen.errors.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) seen.refused.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  page.on('dialog', async (dialog) => {
    seen.dialogs.push(`${dialog.type()}: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (/^(data|blob|about):/.test(url)) return;
    seen.requests.push({ method: request.method(), url, atMs: performance.now() });
    if (!origins.includes(new URL(url).origin)) seen.foreign.push(url);
  });
  await page.exposeFunction('tellViolation', (words: string) => void seen.violations.push(words));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      window.tellViolation?.(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  return seen;
}
