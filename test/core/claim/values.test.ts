import { describe, expect, it } from 'vitest';
import { valuesIn } from '../../../worker/core/claim/values.ts';

const read = (text: string) => valuesIn(text).map(({ dimension, value }) => `${dimension} ${value}`);

describe('the values of a sentence', () => {
  it.each([
    ['Parcels wait for 48 hours.', ['minute 2880']],
    ['it waits 2 days', ['minute 2880']],
    ['wait half an hour', ['minute 30']],
    ['a week later', ['minute 10080']],
    ['fifteen per cent off', ['% 15']],
    ['you save 15%', ['% 15']],
    ['we ship on Mondays', ['weekday 0']],
    ['jeden Montag', ['weekday 0']],
    ['open until 9 pm', ['clock 1260']],
    ['10k plants', ['count 10000']],
    ['1,000 plants', ['count 1000']],
    ['3 to 5 days', ['minute:range 4320–7200']],
    ['€5.50 each', ['price:EUR 5.5']],
  ])('are the same however they are written: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['Call 1-855-260-3274.', 'Send form 21-0781a.', 'the 4th floor', 'IPv4 only', '[28] soil'])(
    'hold no identifier: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it('stand where they are said to stand', () => {
    const text = 'Within two days (48 hours), or every Friday.';
    for (const { text: own, start, end } of valuesIn(text)) expect(text.slice(start, end)).toBe(own);
  });
});
