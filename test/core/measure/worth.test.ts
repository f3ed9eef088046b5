import { describe, expect, it } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { worthOf } from '../../../worker/core/measure/worth.ts';

const value = {
  ...{ state: 'measured' as const, treated: 5, controls: 30, chance: 0.01 },
  ratio: { value: 0.5, low: 0.3, high: 0.8 },
  prevented: { value: 100, low: 40, high: 160 },
};
const touches = { value: 2, low: 1.9, high: 2.1, n: 500, isEnough: true };
const work = (more: object) => policySchema.parse({ work: more }).work;

describe('what prevented conversations would have taken', () => {
  it('is their number by replies by minutes, at the tenant’s own cost where it is stated', () => {
    expect(worthOf(value, touches, work({ minutesAReply: 6 }))).toEqual({
      hours: { value: 20, low: 8, high: 32 },
      cost: null,
      currency: 'EUR',
    });
    const cost = worthOf(value, touches, work({ minutesAReply: 6, hourCost: 50, currency: 'USD' }));
    expect(cost).toMatchObject({ cost: { value: 1_000, low: 400, high: 1_600 }, currency: 'USD' });
  });

  it('is not said where nothing was measured, or too few replies were counted', () => {
    const lacking = { state: 'not_enough' as const, lacks: 'treated' as const, treated: 1, controls: 2 };
    expect(worthOf(lacking, touches, work({}))).toBeNull();
    expect(worthOf(null, touches, work({}))).toBeNull();
    expect(worthOf(value, { ...touches, isEnough: false }, work({}))).toBeNull();
  });
});
