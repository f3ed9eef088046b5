import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { de } from '../../intercom-app/words/de.ts';
import { en } from '../../intercom-app/words/en.ts';
import { es } from '../../intercom-app/words/es.ts';
import { fr } from '../../intercom-app/words/fr.ts';
import { ja } from '../../intercom-app/words/ja.ts';
import { ptBR } from '../../intercom-app/words/pt-BR.ts';
import { ARTICLE_HEALTHS } from '../../shared/advice.ts';
import { en as said } from '../../shared/said/words/en.ts';
import type { Table, Text } from '../../shared/words.ts';

const CARD: Record<string, Table> = { en, de, es, fr, ja, 'pt-BR': ptBR };
const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const tableOf = (app: string, locale: string): Table =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../zendesk-app/${app}/words/${locale}.json`), 'utf8'));

/** Names of our own parts and figures: a person who opens Mend for the first time has met none of them. */
const INNER =
  /\b(?:tenants?|antibod(?:y|ies)|rehears\w*|calibrat\w*|regressions?|dead letters?|failed for good|not met yet|log-odds|ungrounded|sanitizer|superseded|stale|observations?|corpus|issue id|earned from|bounds)\b/i;

describe('one state has one word', () => {
  it.each(Object.keys(CARD))('in the console, beside the ticket and in the Inbox, in %s', (locale) => {
    const [console_, sidebar] = [tableOf('console', locale), tableOf('sidebar', locale)];
    for (const health of ARTICLE_HEALTHS) {
      const card = String(CARD[locale]?.[`health.${health}`] ?? '').replace(/^[^\p{L}]+/u, '');
      expect([console_[`health.${health}`], sidebar[`health_${health}`], card]).toEqual(
        Array(3).fill(console_[`health.${health}`]),
      );
    }
  });

  it('and a gap, a proposal and an article that are published say the same of it', () => {
    const words = tableOf('console', 'en');
    expect(new Set([words['gap.published'], words['fix.published'], words['health.healed_recently']])).toEqual(
      new Set(['Published, being watched']),
    );
  });
});

describe('what a person reads', () => {
  it.each([
    ['the console', () => tableOf('console', 'en')],
    ['the panel beside a ticket', () => tableOf('sidebar', 'en')],
    ['the card in the Inbox', () => en as Table],
    ['notices, reasons and refusals', () => said as Table],
  ])('has no name of our own parts in %s', (_, table) => {
    const wrong = Object.entries(table()).flatMap(([key, text]) =>
      formsOf(text).flatMap((form) => (INNER.test(form.replace(/\{\w+\}/g, '')) ? [`${key}: ${form}`] : [])),
    );
    expect(wrong).toEqual([]);
  });
});
