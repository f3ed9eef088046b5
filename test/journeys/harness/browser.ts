import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** The journeys' one browser. What a test does in a context of its own, no other sees. */
export async function openBrowser(): Promise<Browser> {
  return chromium.connect(inject('browserEndpoint'));
}
