import { describe, expect, it } from 'vitest';
import { MIN_BEFORE, verdictOf, type WatchCounts } from '../../../../worker/core/publishing/watching/watch.ts';
import { seeded } from '../../random.ts';

const counts = (issue: number, control: number, issueAfter: number, controlAfter: number): WatchCounts => ({
  before: { issue, control },
  after: { issue: issueAfter, control: controlAfter },
});

describe('verdictOf', () => {
  it.each([
    ['nothing has come yet', counts(40, 400, 0, 0), 'watching'],
    ['two conversations say little', counts(40, 400, 2, 5), 'watching'],
    ['the issue fell silent', counts(40, 400, 1, 150), 'healed'],
    ['the issue doubled', counts(40, 400, 60, 300), 'harmful'],
    ['all went on as before', counts(200, 2_000, 200, 2_000), 'no_effect'],
    ['everything doubled, the issue with it', counts(40, 400, 80, 800), 'watching'],
    ['too little was known before', counts(MIN_BEFORE - 1, 400, 60, 300), 'watching'],
    ['counts are no numbers', counts(40, 400, Number.NaN, 300), 'watching'],
    ['counts are negative', counts(40, 400, -5, 300), 'watching'],
  ])('when %s', (_, of, verdict) => {
    expect(verdictOf(of).verdict).toBe(verdict);
  });

  it('names what decided', () => {
    const { statistic } = verdictOf(counts(40, 400, 60, 300));
    expect(statistic.needed).toBe(20);
    expect(statistic.harmful).toBeGreaterThan(20);
    expect(statistic.healed).toBeLessThan(0.01);
    expect(statistic.expected).toBeCloseTo(30.3, 1);
    expect(statistic.oddsRatio).toBeCloseTo(1.96, 2);
  });

  it('stays finite with counts of any size', () => {
    for (const of of [counts(5, 0, 0, 1e6), counts(1e6, 1e6, 1e6, 0), counts(0, 0, 0, 0)]) {
      const { harmful, healed } = verdictOf(of).statistic;
      expect([harmful, healed].some(Number.isNaN)).toBe(false);
    }
  });

  it('wants more before it speaks with a smaller rate of false verdicts', () => {
    const of = counts(40, 400, 56, 300);
    expect([verdictOf(of, 0.05).verdict, verdictOf(of, 0.0001).verdict]).toEqual(['harmful', 'watching']);
  });
});

describe('simulated publications, looked at every day', () => {
  const random = seeded(21);
  const poisson = (rate: number): number => {
    let count = 0;
    for (let left = Math.exp(-rate), product = random(); product > left; product *= random()) count++;
    return count;
  };
  /** Verdicts of `n` publications whose issue (5 a day beside 50, 56 days before) changes by `ratio`, and their days. */
  function simulated(n: number, ratio: number, days: number): { verdict: string; day: number }[] {
    return Array.from({ length: n }, () => {
      const before = { issue: 0, control: 0 };
      for (let day = 1; day <= 56; day++) {
        before.issue += poisson(5);
        before.control += poisson(50);
      }
      const after = { issue: 0, control: 0 };
      for (let day = 1; day <= days; day++) {
        after.issue += poisson(5 * ratio);
        after.control += poisson(50);
        const { verdict } = verdictOf({ before, after });
        if (verdict !== 'watching') return { verdict, day };
      }
      return { verdict: 'watching', day: days };
    });
  }
  const share = (all: { verdict: string }[], verdict: string) =>
    all.filter((one) => one.verdict === verdict).length / all.length;

  it('reverts at most 5 % of those that changed nothing', () => {
    const all = simulated(200, 1, 60);
    expect(share(all, 'harmful')).toBeLessThanOrEqual(0.05);
    expect(share(all, 'healed')).toBeLessThanOrEqual(0.05);
  });

  it('finds a worsening of 40 % in at least 85 % within 60 days, half of them within 21', () => {
    const all = simulated(100, 1.4, 60);
    expect(share(all, 'harmful')).toBeGreaterThanOrEqual(0.85);
    expect(all.map((one) => one.day).sort((a, b) => a - b)[50]).toBeLessThanOrEqual(21);
  });

  it('sees four of five gone within a week', () => {
    expect(share(simulated(100, 0.2, 7), 'healed')).toBeGreaterThanOrEqual(0.99);
  });
});
