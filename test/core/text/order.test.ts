import { describe, expect, it } from 'vitest';
import { byNumber, lotOf } from '../../../worker/core/text/order.ts';

describe('ids', () => {
  it('are in the order of their numbers', () => {
    expect(['10', '9', '215470000000012', '215470000000009'].sort(byNumber)).toEqual([
      '9',
      '10',
      '215470000000009',
      '215470000000012',
    ]);
  });
});

describe('the lot of a question', () => {
  it('goes by its words, not by its lines or spaces', () => {
    expect(lotOf('How do I\n\nexport a rota? ')).toBe(lotOf('How do I export  a rota?'));
    expect(lotOf('How do I export a rota?')).not.toBe(lotOf('How do I export the rota?'));
  });
});
