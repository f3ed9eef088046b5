import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';

const SOURCE = readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** What fades in has half its contrast; what turns for ever ends in this time. */
const MAX_ANIMATION_MS = 1_000;
const STILL = `Promise.race([
  Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  new Promise((resolve) => setTimeout(resolve, ${MAX_ANIMATION_MS})),
]).then(() => null)`;

/** Asserts that axe finds nothing wrong in a frame once it stands still, in a sentence for each thing it finds. */
export async function axeClean(frame: Frame): Promise<void> {
  await frame.evaluate(STILL);
  if (!(await frame.evaluate("'axe' in window"))) await frame.evaluate(await SOURCE);
  const { violations } = await frame.evaluate<AxeResult>('axe.run()');
  const words = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help} · ${html.slice(0, 160)} · ${failureSummary ?? ''}`),
  );
  expect(words).toEqual([]);
}
