import { describe, expect, it } from 'vitest';
import type { FixOutcome } from '../../../../shared/measure/outcome.ts';
import { autonomyOf, MAX_WEALTH } from '../../../../worker/core/publishing/deciding/autonomy.ts';
import { begin, step, wealthOf } from '../../../../worker/core/publishing/deciding/e-process.ts';
import { seeded } from '../../random.ts';

const clean = (n: number): FixOutcome[] => Array.from({ length: n }, () => 'approved');
const NEEDED = 1 / (0.6 * 0.05);

/** Whether it is unlocked after each of the outcomes, looked at every time. */
function unlocked(isBad: boolean[], rate = 0.05): boolean[] {
  let process = begin(rate, MAX_WEALTH * NEEDED);
  return isBad.map((bad) => {
    process = step(process, bad);
    return wealthOf(process) >= NEEDED;
  });
}

describe('autonomyOf', () => {
  it('has earned nothing at first and names what is missing', () => {
    expect(autonomyOf([])).toEqual({
      isEarned: false,
      eValue: expect.closeTo(1),
      upperBound: 1,
      cleanApprovalsMissing: 79,
    });
  });

  it.each([
    ['78 clean ones are one too few', clean(78), false, 1],
    ['79 clean ones are enough', clean(79), true, 0],
    ['an edited one is not clean', [...clean(78), 'edited' as const], false, 56],
    ['unknown words are not clean', [...clean(78), 'fine' as FixOutcome], false, 56],
    ['one bad one in a long clean record keeps it', [...clean(300), 'rejected' as const], true, 0],
    ['two in a row lose it', [...clean(300), 'reverted' as const, 'rejected' as const], false, 30],
  ])('%s', (_, outcomes, isEarned, cleanApprovalsMissing) => {
    expect(autonomyOf(outcomes)).toMatchObject({ isEarned, cleanApprovalsMissing });
  });

  it('tells exactly how many clean approvals are missing', () => {
    const outcomes: FixOutcome[] = [...clean(20), 'rejected', ...clean(10)];
    const { cleanApprovalsMissing } = autonomyOf(outcomes);
    expect(autonomyOf([...outcomes, ...clean(cleanApprovalsMissing - 1)]).isEarned).toBe(false);
    expect(autonomyOf([...outcomes, ...clean(cleanApprovalsMissing)]).isEarned).toBe(true);
  });

  it('bounds the rate from above: below the target exactly where it is earned', () => {
    for (const n of [0, 30, 78, 79, 120, 400]) {
      const { isEarned, upperBound } = autonomyOf(clean(n));
      expect(upperBound <= 0.05).toBe(isEarned);
    }
    expect(autonomyOf(clean(30)).upperBound).toBe(0.14);
  });

  it('moves the bound little by one bad outcome in a long clean record', () => {
    expect(autonomyOf(clean(300)).upperBound).toBeLessThanOrEqual(0.0175);
    expect(autonomyOf([...clean(300), 'rejected']).upperBound).toBeLessThanOrEqual(0.035);
  });

  it.each([
    [0, 0.95],
    [1, 0.95],
    [Number.NaN, 0.95],
    [0.05, 1],
    [0.05, 0],
    [0.05, Number.NaN],
  ])('earns nothing with a target of %d and an assurance of %d', (target, assurance) => {
    expect(autonomyOf(clean(1_000), target, assurance)).toMatchObject({ isEarned: false, upperBound: 1 });
  });

  it('asks for more with a stricter target or assurance', () => {
    const missing = (target: number, assurance: number) => autonomyOf([], target, assurance).cleanApprovalsMissing;
    expect(missing(0.01, 0.95)).toBeGreaterThan(4 * missing(0.05, 0.95));
    expect(missing(0.05, 0.99)).toBeGreaterThan(missing(0.05, 0.95));
  });
});

describe('simulated tenants, looked at after every outcome', () => {
  it('unlocks wrongly for at most 5 % of 1,000 whose bad rate is the target', () => {
    const random = seeded(11);
    let wrong = 0;
    for (let tenant = 0; tenant < 1_000; tenant++) {
      if (unlocked(Array.from({ length: 500 }, () => random() < 0.05)).includes(true)) wrong++;
    }
    expect(wrong).toBeLessThanOrEqual(50);
    expect(wrong).toBeGreaterThan(10);
  });

  it('unlocks for at least 90 % of tenants whose bad rate is 0.5 %, within 250 outcomes', () => {
    const random = seeded(12);
    const tenants = Array.from({ length: 400 }, () => unlocked(Array.from({ length: 250 }, () => random() < 0.005)));
    expect(tenants.filter((tenant) => tenant.includes(true)).length).toBeGreaterThanOrEqual(360);
  });

  it('locks 95 % within 50 outcomes of a step from 1 % to 15 %, for good over the next 150', () => {
    const random = seeded(13);
    const tenants = Array.from({ length: 400 }, () => {
      const isBad = Array.from({ length: 500 }, (_, i) => random() < (i < 300 ? 0.01 : 0.15));
      return unlocked(isBad).slice(350).includes(true);
    });
    expect(tenants.filter((isOpen) => isOpen).length).toBeLessThanOrEqual(20);
  });

  it('keeps the whole bound above the true rate for at least 95 % of tenants, at every look', () => {
    const random = seeded(14);
    let broken = 0;
    for (let tenant = 0; tenant < 40; tenant++) {
      const outcomes: FixOutcome[] = Array.from({ length: 120 }, () => (random() < 0.1 ? 'rejected' : 'approved'));
      const isBroken = outcomes.some((_, i) => i % 3 === 0 && autonomyOf(outcomes.slice(0, i)).upperBound < 0.1);
      if (isBroken) broken++;
    }
    expect(broken).toBeLessThanOrEqual(2);
  });
});
