import { describe, expect, it } from 'vitest';
import { withValue } from '../../../zendesk-app/sidebar/draft/with-value.ts';

const fixed = (reply: string, sentence: string, from: string, to: string) => withValue(reply, { sentence, from, to });

describe('a value of a reply put right', () => {
  it.each([
    [
      '<p>The link is good for 24 hours.</p>',
      'The link is good for 24 hours.',
      '24 hours',
      '48 hours',
      '<p>The link is good for 48 hours.</p>',
    ],
    ['<p>It takes <b>5</b> days.</p>', 'It takes 5 days.', '5', '7', '<p>It takes <b>7</b> days.</p>'],
    ['Call us at 5. It takes 5 days.', 'It takes 5 days.', '5', '7', 'Call us at 5. It takes 7 days.'],
    ['At most 15 rows & columns.', 'At most 15 rows', '15', '1 < 5', 'At most 1 &lt; 5 rows & columns.'],
  ])('stands in %j', (reply, sentence, from, to, wanted) => {
    expect(fixed(reply, sentence, from, to)).toBe(wanted);
  });

  it.each([
    ['It takes 5 days, at most 5.', 'It takes 5 days, at most 5.', '5'],
    ['It takes 50 days.', 'It takes 50 days.', '5'],
    ['<a href="https://a.example/5">here</a>', 'here', '5'],
    ['It takes long.', 'It takes long.', ''],
  ])('is left where it can’t be told which is meant: %j', (reply, sentence, from) => {
    expect(fixed(reply, sentence, from, '7')).toBeNull();
  });
});
