import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Text } from '../../zendesk-app/frame/words.ts';

const ROOT = join(import.meta.dirname, '../../zendesk-app');
const APPS = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join(ROOT, entry.name, 'words'))
  .filter((folder) => isFolder(folder));

function isFolder(path: string): boolean {
  try {
    return readdirSync(path).length > 1;
  } catch {
    return false;
  }
}
const tableOf = (folder: string, locale: string): Record<string, Text> =>
  JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8'));
const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placesOf = (form: string): string[] => (form.match(/\{\w+\}/g) ?? []).sort();

describe.each(APPS)('the words of %s', (folder) => {
  const english = tableOf(folder, 'en');

  it.each(LOCALES)('are all there in %s, and no other', (locale) => {
    expect(Object.keys(tableOf(folder, locale)).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(LOCALES)('have the same places to fill in %s', (locale) => {
    const wrong = Object.entries(tableOf(folder, locale)).filter(([key, text]) => {
      const wanted = placesOf(formsOf(english[key] ?? '').at(-1) ?? '');
      return formsOf(text).some((form) => {
        const places = placesOf(form);
        return (
          places.some((place) => !wanted.includes(place)) ||
          (form === formsOf(text).at(-1) && places.join() !== wanted.join())
        );
      });
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it.each(LOCALES)('have every plural form of %s that counts need', (locale) => {
    const needed = new Set([0, 1, 2, 3, 5, 11, 21, 100].map((count) => new Intl.PluralRules(locale).select(count)));
    const wrong = Object.entries(tableOf(folder, locale)).filter(
      ([, text]) => typeof text !== 'string' && ([...needed].some((form) => !(form in text)) || !('other' in text)),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it.each(LOCALES)('say something in %s', (locale) => {
    const empty = Object.entries(tableOf(folder, locale)).filter(([, text]) =>
      formsOf(text).some((form) => form.trim() === ''),
    );
    expect(empty.map(([key]) => key)).toEqual([]);
  });
});
