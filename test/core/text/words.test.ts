import { describe, expect, test } from 'vitest';
import { isFunctionWord, MAX_READ_CHARS, stem, tokens, words } from '../../../worker/core/text/words.ts';

describe('words of a customer', () => {
  test.each([
    ['what was bought and what to buy', 'bought', 'buy'],
    ['what was paid and what to pay', 'paid', 'pays'],
    ['British and American spelling', 'cancelled', 'canceled'],
    ['one child and many', 'children', 'child'],
    ['a noun and its verb', 'delivery', 'deliver'],
  ])('are the same: %s', (_, a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  test('keep a negation apart from its verb', () => {
    expect(tokens("It won't print and I can't scan")).toEqual([
      'it',
      'wo',
      'not',
      'print',
      'and',
      'i',
      'can',
      'not',
      'scan',
    ]);
  });

  test('fold typographic apostrophes', () => {
    expect(tokens('the kettle’s lid doesn’t close')).toEqual(tokens("the kettle's lid doesn't close"));
  });

  test('leave greetings and courtesy out', () => {
    expect(words("Hi there! I'd like to know when the kettle ships. Thank you so much in advance!")).toEqual(
      words('when the kettle ships'),
    );
  });

  test('are none in what is no text', () => {
    for (const text of ['', '   ', '🎉🎉', '?!…']) expect(words(text)).toEqual([]);
  });

  test('read no more than the bound of a long text', () => {
    expect(tokens('kettle '.repeat(20_000)).length).toBeLessThanOrEqual(MAX_READ_CHARS / 7 + 1);
  });

  test('skip runs that no person writes', () => {
    expect(tokens(`key ${'a1b2'.repeat(30)} end`)).toEqual(['key', 'end']);
  });

  test('know grammar from topic', () => {
    expect(isFunctionWord('would')).toBe(true);
    expect(isFunctionWord('kettle')).toBe(false);
  });
});
