import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** Asserts that nothing in a frame needs sideways scrolling. */
export async function fitsItsWidth(locator: Locator): Promise<void> {
  const { needed, there } = await locator.evaluate((element) => {
    const root = element.ownerDocument.documentElement;
    return { needed: root.scrollWidth, there: root.clientWidth };
  });
  expect(needed).toBeLessThanOrEqual(there);
}
