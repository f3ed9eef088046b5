import { join } from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = join(import.meta.dirname, '../../../docs/pictures');

/** The README's pictures, taken anew where MEND_PICTURES is set: those of the product, as a test saw it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.MEND_PICTURES) return;
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
}
