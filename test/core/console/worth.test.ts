import { describe, expect, it } from 'vitest';
import { byWorth, paceOf, worthOf } from '../../../worker/core/console/worth.ts';

const rehearsal = (wins: number, tried: number) => ({ wins, tried, regressions: 0, controls: 60 });
const base = { perWeek: 4, confidence: 0.9, rehearsal: rehearsal(8, 8), words: 0, doubts: 0 };

describe('what a second of review is worth', () => {
  it('is the tickets a week it prevents for each second it takes', () => {
    const { prevented, seconds, perSecond } = worthOf(base);
    expect(prevented).toBeCloseTo(4 * 0.9 * 0.9);
    expect(seconds).toBe(5);
    expect(perSecond).toBeCloseTo(prevented / seconds);
  });

  it.each([
    ['more who ask', { perWeek: 8 }],
    ['more that is answered', { rehearsal: rehearsal(30, 30) }],
    ['a surer fix', { confidence: 0.99 }],
  ])('grows with %s', (_, more) => {
    expect(worthOf({ ...base, ...more }).perSecond).toBeGreaterThan(worthOf(base).perSecond);
  });

  it.each([
    ['more to read', { words: 200 }],
    ['a check that failed', { doubts: 1 }],
    ['no rehearsal', { rehearsal: null }],
    ['no confidence', { confidence: null }],
  ])('falls with %s', (_, less) => {
    expect(worthOf({ ...base, ...less }).perSecond).toBeLessThan(worthOf(base).perSecond);
  });

  it('is a number whatever comes', () => {
    for (const odd of [Number.NaN, -1, Number.POSITIVE_INFINITY])
      expect(worthOf({ ...base, confidence: odd }).perSecond).toBe(0);
    expect(worthOf({ ...base, perWeek: -3, words: -9, doubts: -1 })).toMatchObject({ prevented: 0, seconds: 5 });
  });

  it('orders the queue, and what is equal by age and name', () => {
    const item = (fixId: string, createdAt: number, perWeek: number) => ({
      ...{ fixId, createdAt },
      worth: worthOf({ ...base, perWeek }),
    });
    const items = [item('b', 2, 1), item('c', 1, 1), item('a', 2, 1), item('d', 9, 5)];
    expect(byWorth(items).map(({ fixId }) => fixId)).toEqual(['d', 'c', 'a', 'b']);
  });
});

describe('the pace of decisions', () => {
  it('is their median', () => {
    expect([[], [5], [9, 1, 5], [4, 2]].map((times) => paceOf(times).medianMs)).toEqual([null, 5, 5, 3]);
  });
});
