import type { Frame } from 'playwright-core';
import { axeClean } from './axe.ts';
import { picture } from './picture.ts';

/** Adds a last paragraph, by keys and by pasting words that a page offers as markup, with the first ones bold. */
export async function writeInEditor(app: Frame): Promise<void> {
  const article = app.getByRole('textbox', { name: 'The article’s words' });
  await article.click();
  await article.press('Control+End');
  for (let i = 0; i < 2; i++) await article.press('Enter');
  await app.getByRole('button', { name: 'Bold' }).click();
  await article.pressSequentially('Ask a lead');
  await article.press('Control+b');
  await article.pressSequentially(' where it ');
  await article.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'stays away <b>.');
    clipboardData.setData('text/html', '<img src=x onerror=alert(1)><h1>stays away</h1>');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await axeClean(app);
  await picture(app.page(), 'editor');
}
