import { describe, expect, it } from 'vitest';
import { createWords, loadWords, localeOf } from '../../../zendesk-app/frame/words.ts';

const table = { hello: 'Hello {name}', waiting: { one: '{count} waits', other: '{count} wait' } };

describe('the words of a language', () => {
  it.each([
    ['en-us', 'en'],
    ['de', 'de'],
    ['de-AT', 'de'],
    ['pt-br', 'pt-BR'],
    ['pt', 'pt-BR'],
    ['JA', 'ja'],
    ['xx', 'en'],
    ['', 'en'],
  ])('of a helpdesk that speaks %j are those of %s', (wanted, locale) => {
    expect(localeOf(wanted)).toBe(locale);
  });

  it('fill their places, and leave one that is not given to be seen', () => {
    const { t } = createWords('en', table);
    expect([t('hello', { name: 'Ada' }), t('hello')]).toEqual(['Hello Ada', 'Hello {name}']);
  });

  it('follow the plural rules of the language', () => {
    const { t } = createWords('en', table);
    expect([0, 1, 2, 1200].map((count) => t('waiting', { count }))).toEqual([
      '0 wait',
      '1 waits',
      '2 wait',
      '1,200 wait',
    ]);
    expect(createWords('ja', table).t('waiting', { count: 1 })).toBe('1 wait');
    expect(createWords('fr', table).t('waiting', { count: 0 })).toBe('0 waits');
  });

  it('write numbers and times as the language does', () => {
    const { number, percent, ago } = createWords('de', table);
    expect([number(1234.5, 1), percent(0.25), ago(0, 3 * 86_400_000), ago(0, 5_000)]).toEqual([
      '1.234,5',
      '25\u00a0%',
      'vor 3 Tagen',
      'in dieser Minute',
    ]);
  });

  it('are English where their file can not be loaded', async () => {
    const broken = () => Promise.reject(new Error('404'));
    const en = async () => ({ default: table });
    const words = await loadWords('de', { en, de: broken, es: broken, fr: broken, ja: broken, 'pt-BR': broken });
    expect([words.locale, words.t('hello', { name: 'x' })]).toEqual(['en', 'Hello x']);
  });
});
