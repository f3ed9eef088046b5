import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeComponentId, encodeComponentId, type Press } from '../../intercom-app/component-id.ts';

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ action: fc.constant('show' as const), fixId: text }),
  fc.record({ action: fc.constantFrom('approve' as const, 'reject' as const), fixId: text, patchHash: text }),
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
  'show:',
  'show:f1:h1',
  'approve:f1',
  'approve:f1:',
  'approve:f1:h1:more',
  'publish:f1:h1',
  'Approve:f1:h1',
  'reject:f1:h 1',
  'reject:%zz:h1',
  'reject:%66:h1',
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
