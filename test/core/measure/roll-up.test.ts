import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIGURE_IDS, type Figure } from '../../../shared/measure/figure.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { added, ageOf, type MeasuredEnding } from '../../../worker/core/measure/counts.ts';
import { COUNTED, type Counted, figureOf, measured } from '../../../worker/core/measure/figures.ts';
import { dayOf, periodOf, periodsUpTo, weekOf } from '../../../worker/core/measure/local-days.ts';
import { rollUp } from '../../../worker/core/measure/roll-up.ts';
import { anEnding } from '../../contracts/examples.ts';

const NOW = Date.parse('2026-11-30T05:00:00Z');

const ending = (more: Partial<MeasuredEnding>): MeasuredEnding => ({
  ...anEnding('c', more),
  category: '',
  asked: 1,
  returnedAt: null,
  effort: null,
  leftAt: null,
  ...more,
});

const someEnding = fc
  .record({
    openedAt: fc.integer({ min: NOW - 80 * DAY_MS, max: NOW }),
    took: fc.integer({ min: 0, max: 5 * DAY_MS }),
    returned: fc.option(fc.integer({ min: 1, max: 30 * DAY_MS })),
    solvedBy: fc.constantFrom('bot' as const, 'mend' as const, 'person' as const, 'nobody' as const),
    category: fc.constantFrom('', 'A', 'B'),
    asked: fc.integer({ min: 0, max: 21 }),
    rating: fc.constantFrom('good' as const, 'bad' as const, null),
    reopened: fc.integer({ min: 0, max: 1 }),
  })
  .map(({ took, returned, openedAt, ...more }) => {
    const solvedAt = openedAt + took;
    return ending({ ...more, openedAt, solvedAt, returnedAt: returned === null ? null : solvedAt + returned });
  });

/** Rows of all endings, by the local day in which they were opened. */
function daysOf(endings: readonly MeasuredEnding[], timeZone: string): (Counted & { day: string })[] {
  const days = new Map<string, MeasuredEnding[]>();
  for (const one of endings) {
    const { day } = dayOf(one.openedAt, timeZone);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days].flatMap(([day, of]) => rollUp(of, NOW).rows.map((row) => ({ day, period: day, ...row })));
}

const numbers = (figure: Figure) => [figure.all.value, figure.all.low, figure.all.high, figure.all.n];
const rounded = (values: (number | null)[]) => values.map((v) => (v === null ? null : Math.round(v * 1e9) / 1e9));

describe('endings counted by day', () => {
  it('add up: days to weeks, months and the whole, categories and ages to all, in any time zone', () => {
    const zones = fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Europe/Berlin', 'Pacific/Apia');
    fc.assert(
      fc.property(fc.array(someEnding, { maxLength: 60 }), zones, (endings, zone) => {
        const rows = daysOf(endings, zone);
        const whole = rollUp(endings, NOW).rows;
        const sum = (of: readonly { counts: Record<string, number> | Readonly<Record<string, number>> }[]) =>
          rounded(
            Object.entries(added(of.map((row) => row.counts)))
              .sort()
              .map(([, n]) => n),
          );
        expect(sum(rows)).toEqual(sum(whole));
        for (const id of FIGURE_IDS) {
          const definition = COUNTED[id];
          if (!definition) continue;
          const by = (period: 'week' | 'month') =>
            figureOf(
              id,
              definition,
              rows.map((row) => ({ ...row, period: periodOf(row.day, period) })),
              periodsUpTo('2026-11-30', period, 14),
            );
          const week = by('week');
          expect(rounded(numbers(week))).toEqual(rounded(numbers(by('month'))));
          for (const parts of [week.periods, by('month').periods, week.byAge, week.byCategory])
            expect(parts.reduce((n, part) => n + part.n, 0)).toBe(week.all.n);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('say when they change by themselves: a week after the last was solved, and never once thirty days are over', () => {
    const at = (days: number) => rollUp([ending({ openedAt: NOW - days * DAY_MS })], NOW).changesAt;
    const midnight = Math.floor(NOW / DAY_MS) * DAY_MS;
    expect(at(1)).toBe(midnight + 3 * DAY_MS);
    expect(at(4)).toBe(midnight + 4 * DAY_MS);
    expect(at(10)).toBe(midnight + 21 * DAY_MS);
    expect(at(40)).toBeNull();
  });

  it('count as lasting only what had its seven days, and no silence as a word of the customer', () => {
    const rows = (more: Partial<MeasuredEnding>) =>
      added(rollUp([ending({ solvedBy: 'bot', ...more })], NOW).rows.map((row) => row.counts));
    const old = { openedAt: NOW - 20 * DAY_MS };
    expect(rows({ openedAt: NOW - DAY_MS }).machine_durable).toBeUndefined();
    expect(rows(old)).toMatchObject({ machine_durable: 1, machine_contained: 1, by_bot: 1 });
    expect(rows(old).machine_pleased).toBeUndefined();
    expect(rows({ ...old, lastWord: 'thanked' }).machine_pleased).toBe(1);
    expect(rows({ ...old, lastWord: 'thanked', rating: 'bad' }).machine_pleased).toBeUndefined();
    const back = { ...old, returnedAt: NOW - 18 * DAY_MS };
    expect(rows(back)).toMatchObject({ back_7: 1 });
    expect([rows(back).machine_durable, rows(back).machine_contained]).toEqual([undefined, undefined]);
  });

  it('know an issue as new, asked a few times, some, many', () => {
    expect([0, 1, 2, 5, 6, 20, 21].map(ageOf)).toEqual(['none', 'first', 'few', 'few', 'some', 'some', 'many']);
  });
});

describe('a figure', () => {
  it('has an interval and says how many it rests on, and that few say too little', () => {
    const share = measured({ kind: 'share', part: 'a', whole: 'b' }, { a: 5, b: 10 });
    expect(rounded([share.value, share.low, share.high])).toEqual(rounded([0.5, 0.236593089, 0.763406911]));
    expect([share.n, share.isEnough]).toEqual([10, false]);
    expect(measured({ kind: 'share', part: 'a', whole: 'b' }, {})).toMatchObject({ value: null, n: 0 });
  });

  it('reads a median off counted times to within five percent', () => {
    for (const minutes of [1, 7, 45, 600, 20_000]) {
      const all = [0.5, 1, 2].map((times) => ending({ firstReplyMs: minutes * times * 60_000 }));
      const counts = added(rollUp(all, NOW).rows.map((row) => row.counts));
      const { value } = measured({ kind: 'median', of: 'reply' }, counts);
      expect(Math.abs((value ?? 0) + 1 - (minutes + 1)) / (minutes + 1)).toBeLessThan(0.05);
    }
  });
});

describe('local days and weeks', () => {
  it('begin at the zone’s midnight and on Mondays, also where clocks were moved', () => {
    const sunday = Date.parse('2026-10-25T10:00:00Z');
    const day = dayOf(sunday, 'Europe/Berlin');
    expect(day).toEqual({
      day: '2026-10-25',
      from: Date.parse('2026-10-24T22:00:00Z'),
      to: Date.parse('2026-10-25T23:00:00Z'),
    });
    expect(weekOf(day, 'Europe/Berlin')).toEqual({
      week: '2026-10-19',
      from: Date.parse('2026-10-18T22:00:00Z'),
      to: Date.parse('2026-10-25T23:00:00Z'),
    });
    expect(periodsUpTo('2026-03-01', 'month', 3)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
    expect(periodsUpTo('2026-01-01', 'week', 2)).toEqual(['2025-12-22', '2025-12-29']);
  });
});
