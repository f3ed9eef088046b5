import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIX_OUTCOMES, type FixOutcome } from '../../../../shared/measure/outcome.ts';
import { calibrate, calibrated, MIN_CALIBRATION } from '../../../../worker/core/publishing/earning/calibrate.ts';
import { seeded } from '../../random.ts';

const history = (...parts: [confidence: number, outcome: FixOutcome, n: number][]) =>
  parts.flatMap(([confidence, outcome, n]) => Array.from({ length: n }, () => ({ confidence, outcome })));

describe('calibrate', () => {
  it('is the identity with little data, and says how little', () => {
    const few = calibrate(history([0.9, 'rejected', MIN_CALIBRATION - 1]));
    expect(few).toMatchObject({ n: 29, isIdentity: true, points: [] });
    expect(calibrated(few, 0.9)).toBe(0.9);
  });

  it('lowers what promised too much, counting an edited fix as wrong', () => {
    const learned = calibrate(history([0.9, 'approved', 30], [0.9, 'edited', 15], [0.9, 'reverted', 15]));
    expect(learned.isIdentity).toBe(false);
    expect(calibrated(learned, 0.9)).toBeCloseTo((30 + 4 * 0.9) / 64);
    expect(learned.table).toEqual([{ from: 0.9, to: 1, n: 60, predicted: expect.closeTo(0.9), observed: 0.5 }]);
    expect(learned.expectedError).toBeCloseTo(0.4);
  });

  it('counts an approved fix as wrong once customers showed that it changed nothing', () => {
    const approved = (proved?: 'healed' | 'no_effect') =>
      Array.from({ length: 20 }, () => ({
        confidence: 0.9,
        outcome: 'approved' as const,
        ...(proved ? { proved } : {}),
      }));
    const learned = calibrate([...approved(), ...approved('healed'), ...approved('no_effect')]);
    expect(learned.table[0]).toMatchObject({ n: 60, observed: expect.closeTo(2 / 3) });
  });

  it('pools what contradicts the order and stays between its points', () => {
    const learned = calibrate(history([0.6, 'approved', 20], [0.7, 'rejected', 20], [0.95, 'approved', 40]));
    expect(learned.points.map((point) => point.confidence)).toEqual([expect.closeTo(0.65), expect.closeTo(0.95)]);
    expect(calibrated(learned, 0.1)).toBe(learned.points[0]?.value);
    expect(calibrated(learned, 1)).toBe(learned.points[1]?.value);
  });

  it.each([Number.NaN, null, '0.99', 1.5, undefined])('reads the confidence %j as 0', (confidence) => {
    expect(calibrated(calibrate([]), confidence)).toBe(0);
  });

  it('rises, stays within 0 and 1 and forgets the order, whatever the history', () => {
    const entry = fc.record({
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      outcome: fc.constantFrom(...FIX_OUTCOMES),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 30, maxLength: 80 }), (entries) => {
        const learned = calibrate(entries);
        const values = [0, 0.2, 0.4, 0.6, 0.8, 0.95, 1].map((confidence) => calibrated(learned, confidence));
        expect([...values].sort((a, b) => a - b)).toEqual(values);
        expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...values)).toBeLessThanOrEqual(1);
        const again = calibrate([...entries].reverse());
        for (const [i, point] of again.points.entries())
          expect(point.value).toBeCloseTo(learned.points[i]?.value ?? -1);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('brings a confidence that is too sure close to the truth (square against probability)', () => {
    const random = seeded(3);
    const draw = () => Math.sqrt(random());
    const entries = Array.from({ length: 2_000 }, () => {
      const confidence = draw();
      return { confidence, outcome: random() < confidence ** 2 ? ('approved' as const) : ('rejected' as const) };
    });
    const learned = calibrate(entries);
    const errors = [0.3, 0.5, 0.7, 0.9].map((confidence) =>
      Math.abs(calibrated(learned, confidence) - confidence ** 2),
    );
    expect(Math.max(...errors)).toBeLessThan(0.08);
  });
});
