import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../worker/http/backoff.ts';
import { parseBoundedJson } from '../../worker/http/json.ts';
import { Invalid } from '../../worker/loop/ports/errors.ts';

describe('the delay before the next try', () => {
  it('doubles from two seconds to ten minutes, and chance takes at most half of it', () => {
    expect([1, 2, 3, 4].map((failures) => backoffMs(failures, 0))).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(backoffMs(1_000_000, 0)).toBe(600_000);
    expect(backoffMs(1_000_000, 0.999)).toBeGreaterThanOrEqual(300_000);
    expect(backoffMs(0, 0)).toBe(2_000);
  });
});

describe('JSON of strangers', () => {
  it.each(['{"a":[1,"}{][:\\"",null]}', `${'['.repeat(64)}${']'.repeat(64)}`, '"[[["', '1'])('is read: %s', (text) => {
    expect(parseBoundedJson(text)).toEqual(JSON.parse(text));
  });

  it.each([`${'['.repeat(65)}${']'.repeat(65)}`, `${'{"a":'.repeat(70)}1${'}'.repeat(70)}`, '', '{', '"\\'])(
    'is refused: %s',
    (text) => {
      expect(() => parseBoundedJson(text)).toThrow(Invalid);
    },
  );

  it('counts colons in strings for what they are: no keys', () => {
    expect(parseBoundedJson(JSON.stringify({ a: ':'.repeat(10_000) }))).toHaveProperty('a');
  });
});
