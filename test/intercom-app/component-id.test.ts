import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeComponentId, encodeComponentId, type Press } from '../../intercom-app/component-id.ts';
import { ANSWERS } from '../../shared/advice.ts';

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const line = fc.option(fc.nat(999_999_999_999));
const decided = { fixId: text, patchHash: text, baseHash: fc.oneof(text, fc.constant('')) };
const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ action: fc.constantFrom('home' as const, 'console' as const) }),
  fc.record({ action: fc.constantFrom('article' as const, 'linked' as const), articleId: text }),
  fc.record({
    action: fc.constantFrom('flag' as const, 'fix_article' as const, 'fix_reply' as const),
    articleId: text,
    line,
  }),
  fc.record({ action: fc.constant('answer' as const), questionId: text, answer: fc.constantFrom(...ANSWERS) }),
  fc.record({ action: fc.constantFrom('reply' as const, 'note' as const), replyId: text }),
  fc.record({ action: fc.constant('approve' as const), ...decided }),
  fc.record({ action: fc.constantFrom('reject' as const, 'stage' as const), ...decided }),
);

it('knows every press again by the id of its component', () => {
  fc.assert(
    fc.property(press, (one) => {
      expect(decodeComponentId(encodeComponentId(one))).toEqual(one);
    }),
  );
});

it('gives two presses two ids', () => {
  const pair = fc.tuple(press, press).filter(([a, b]) => JSON.stringify(a) !== JSON.stringify(b));
  fc.assert(
    fc.property(pair, ([a, b]) => {
      expect(encodeComponentId(a)).not.toBe(encodeComponentId(b));
    }),
  );
});

it.each([
  '',
  'show',
  'home:',
  'home:more',
  'article',
  'article:',
  'article:a1:more',
  'approve:f1:h1',
  'approve:f1::b1',
  'approve:f1:h1:b1:more',
  'publish:f1:h1:b1',
  'Approve:f1:h1:b1',
  'reject:f1:h 1:b1',
  'reject:%zz:h1:b1',
  'reject:%66:h1:b1',
  'fix_article:a1:-1',
  'fix_article:a1:01',
  'fix_article:a1:1e3',
  'answer:q1:maybe',
  'constructor:a1',
  '__proto__:a1',
])('takes "%s" for no press', (id) => {
  expect(decodeComponentId(id)).toBeNull();
});

it('takes any other text for no press, or for the one it is the id of', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      const found = decodeComponentId(id);
      expect(found === null || encodeComponentId(found) === id).toBe(true);
    }),
  );
});
