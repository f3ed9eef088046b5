import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashText, idOf } from '../../../worker/core/text/hash.ts';

it('is SHA-256 of the text as UTF-8', () => {
  expect(hashText('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(hashText(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});

it('makes the same id of the same parts, and another one of parts that only join alike', () => {
  expect(idOf('t1', 'gap', 'x')).toBe(idOf('t1', 'gap', 'x'));
  expect(idOf('t1', 'gap', 'x')).toMatch(/^[0-9a-f]{32}$/);
  expect(idOf('ab', 'c')).not.toBe(idOf('a', 'bc'));
  expect(idOf('a', '')).not.toBe(idOf('a'));
  expect(idOf('1:a')).not.toBe(idOf('a'));
});
