import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';

const SOURCE = readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** Asserts that axe finds nothing wrong in a frame, in a sentence for each thing it finds. */
export async function axeClean(frame: Frame): Promise<void> {
  if (!(await frame.evaluate("'axe' in window"))) await frame.evaluate(await SOURCE);
  const { violations } = await frame.evaluate<AxeResult>('axe.run()');
  const words = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help} · ${html.slice(0, 160)} · ${failureSummary ?? ''}`),
  );
  expect(words).toEqual([]);
}
