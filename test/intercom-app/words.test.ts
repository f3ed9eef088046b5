import { describe, expect, it } from 'vitest';
import { de } from '../../intercom-app/words/de.ts';
import { en } from '../../intercom-app/words/en.ts';
import { es } from '../../intercom-app/words/es.ts';
import { fr } from '../../intercom-app/words/fr.ts';
import { ja } from '../../intercom-app/words/ja.ts';
import { ptBR } from '../../intercom-app/words/pt-BR.ts';
import { canvasWords } from '../../intercom-app/words.ts';
import type { Table, Text } from '../../shared/words.ts';

const TABLES: Record<string, Table> = { de, es, fr, ja, 'pt-BR': ptBR };
const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placesOf = (text: Text) => [...new Set(formsOf(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

describe('the words of the card in the Inbox', () => {
  it.each(Object.keys(TABLES))('are all there in %s, with the same places and every plural form', (locale) => {
    const table = TABLES[locale] ?? {};
    expect(Object.keys(table)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries<Text>(en))
      expect([key, placesOf(table[key] ?? '')]).toEqual([key, placesOf(text)]);
    const needed = new Set([0, 1, 2, 5, 11, 100, 1_000_000].map((n) => new Intl.PluralRules(locale).select(n)));
    for (const text of Object.values(table))
      if (typeof text !== 'string') expect(Object.keys(text)).toEqual(expect.arrayContaining([...needed]));
  });

  it('are those of the nearest language, English where there is none', () => {
    expect(['de-AT', 'pt', 'ja', 'zh-CN', ''].map((locale) => canvasWords(locale).locale)).toEqual([
      ...['de', 'pt-BR', 'ja', 'en', 'en'],
    ]);
    expect(canvasWords('fr').t('back')).toBe('Retour');
  });
});
