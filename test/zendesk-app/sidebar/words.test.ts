import { describe, expect, it } from 'vitest';
import { createWords, LOCALES, type Text } from '../../../zendesk-app/frame/words.ts';
import { TABLES } from '../../../zendesk-app/sidebar/words.ts';

const placesIn = (text: Text | undefined) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].sort();

describe('the sidebar’s words', () => {
  it.each(LOCALES)('say in %s all that English says, with the same places and every plural', async (locale) => {
    const { default: english } = await TABLES.en();
    const { default: own } = await TABLES[locale]();
    expect(Object.keys(own)).toEqual(Object.keys(english));
    const words = createWords(locale, own);
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const key of Object.keys(english) as (keyof typeof english)[]) {
      const text: Text = own[key];
      expect([key, placesIn(text)]).toEqual([key, placesIn(english[key])]);
      if (typeof text === 'string') expect([key, text.trim()]).toEqual([key, text]);
      else for (const n of [0, 1, 2, 7]) expect(words.t(key, { count: n })).not.toMatch(/\{count\}|undefined/);
      if (typeof text !== 'string' && forms.includes('one')) expect([key, 'one' in text]).toEqual([key, true]);
    }
  });

  it('are another language’s own, but for what is alike', async () => {
    const { default: english } = await TABLES.en();
    for (const locale of LOCALES.filter((one) => one !== 'en')) {
      const { default: own } = await TABLES[locale]();
      const same = Object.entries(own).filter(([key, text]) => text === english[key as keyof typeof english]);
      expect([locale, same.length]).toEqual([locale, expect.toSatisfy((n: number) => n <= 3)]);
    }
  });
});
