import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** How far an overlay may stand from what opened it, in pixels. */
const NEAR_PX = 24;

/** Asserts that an overlay touches what opened it and lies within its frame's window: visibility alone proves neither. */
export async function standsBeside(overlay: Locator, opener: Locator): Promise<void> {
  const [over, from] = await Promise.all([boxOf(overlay), boxOf(opener)]);
  const gap = Math.max(from.y - (over.y + over.height), over.y - (from.y + from.height), 0);
  const aside = Math.max(from.x - (over.x + over.width), over.x - (from.x + from.width), 0);
  expect([gap <= NEAR_PX, aside <= NEAR_PX], `overlay at ${show(over)}, opener at ${show(from)}`).toEqual([true, true]);
  const width = await overlay.evaluate(() => window.innerWidth);
  expect([over.x >= 0, over.x + over.width <= width + 1], `overlay at ${show(over)} in ${width}`).toEqual([true, true]);
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Inside its own frame. */
const boxOf = (locator: Locator): Promise<Box> =>
  locator.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });

const show = ({ x, y, width, height }: Box): string => `(${x}, ${y}) ${width}×${height}`;

/** Asserts that nothing in a frame needs sideways scrolling. */
export async function fitsItsWidth(locator: Locator): Promise<void> {
  const { needed, there } = await locator.evaluate((element) => {
    const root = element.ownerDocument.documentElement;
    return { needed: root.scrollWidth, there: root.clientWidth };
  });
  expect(needed).toBeLessThanOrEqual(there);
}
