import { describe, expect, it } from 'vitest';
import { lastPeriods, preventedOf, progressOf, startOf } from '../../../worker/core/console/periods.ts';

const at = (text: string) => Date.parse(`${text}T00:00:00Z`);
const DAY_MS = 86_400_000;

describe('a period', () => {
  it('begins on the first of a month, or on a Monday', () => {
    expect(startOf('month', at('2026-11-22'))).toBe(at('2026-11-01'));
    expect(startOf('week', at('2026-11-22'))).toBe(at('2026-11-16'));
    expect(startOf('week', at('2026-11-23'))).toBe(at('2026-11-23'));
  });

  it('follows the one before without a hole', () => {
    expect(lastPeriods('month', at('2026-02-10'), 3)).toEqual(['2025-12-01', '2026-01-01', '2026-02-01'].map(at));
    expect(lastPeriods('week', at('2026-11-22'), 2)).toEqual(['2026-11-09', '2026-11-16'].map(at));
  });
});

describe('tickets that did not come', () => {
  const publishedAt = at('2026-11-01');
  const before = Array.from({ length: 8 }, (_, i) => ({
    at: publishedAt - (i + 1) * 7 * DAY_MS,
    party: `p${i}`,
  })).reverse();

  it('are those of the weeks before, less those that came all the same', () => {
    expect(preventedOf({ publishedAt, asked: before }, publishedAt, publishedAt + 28 * DAY_MS)).toBeCloseTo(4);
    const asked = [...before, { at: publishedAt + DAY_MS, party: 'new' }];
    expect(preventedOf({ publishedAt, asked }, publishedAt, publishedAt + 28 * DAY_MS)).toBeCloseTo(3);
  });

  it('are none before publication, and never fewer than none', () => {
    expect(preventedOf({ publishedAt, asked: before }, 0, publishedAt)).toBe(0);
    const worse = Array.from({ length: 20 }, (_, i) => ({ at: publishedAt + i, party: `w${i}` }));
    expect(preventedOf({ publishedAt, asked: [...before, ...worse] }, publishedAt, publishedAt + DAY_MS)).toBe(0);
  });
});

describe('progress', () => {
  it('counts what happened in each period, and how long healing took', () => {
    const starts = [at('2026-10-01'), at('2026-11-01')];
    const gap = (id: string, opened: string, state: 'healed' | 'open', updated: string) => ({
      ...{ id, state },
      openedAt: at(opened),
      updatedAt: at(updated),
    });
    const rows = progressOf(starts, at('2026-11-22'), {
      gaps: [gap('a', '2026-10-10', 'healed', '2026-11-20'), gap('b', '2026-11-02', 'open', '2026-11-02')],
      publications: [
        { gapId: 'a', at: at('2026-11-04'), state: 'done', reverts: null },
        { gapId: 'a', at: at('2026-11-05'), state: 'done', reverts: 'x' },
        { gapId: 'b', at: at('2026-11-06'), state: 'rolled_back', reverts: null },
      ],
      treated: [],
      conversations: [{ at: at('2026-10-31') }, { at: at('2026-11-22') }],
    });
    expect(
      rows.map(({ opened, published, healed, conversations }) => [opened, published, healed, conversations]),
    ).toEqual([
      [1, 0, 0, 1],
      [1, 1, 1, 1],
    ]);
    expect(rows.map((row) => row.medianToHealMs)).toEqual([null, 25 * DAY_MS]);
  });
});
