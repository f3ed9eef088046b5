import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../../shared/time.ts';
import { mayHoldContentBlocks } from '../../../../worker/core/html/content-blocks.ts';
import { freeAt } from '../../../../worker/core/publishing/deciding/caps.ts';
import { quietUntil } from '../../../../worker/core/publishing/deciding/quiet-hours.ts';

const NOW = 100 * DAY_MS;
const CAPS = { maxPerHour: 2, maxPerDay: 5 };
const at = (...hoursAgo: number[]) => hoursAgo.map((h, i) => ({ at: NOW - h * HOUR_MS, articles: [`other-${i}`] }));
const free = (taken: { at: number; articles: string[] }[], articles = ['a']) =>
  (freeAt(taken, { at: NOW, articles }, CAPS) - NOW) / HOUR_MS;

describe('the next free place under the caps', () => {
  it.each<[string, number[], number]>([
    ['is now where none was taken', [], 0],
    ['is now where one was taken in the hour', [0.5], 0],
    ['comes when the elder of two leaves the hour', [0.75, 0.25], 0.25],
    ['comes when the second youngest leaves it where there were more', [0.9, 0.5, 0.2], 0.5],
    ['comes when the eldest of five leaves the day', [20, 16, 12, 8, 4], 4],
    ['does not wait for what left the day', [30, 26, 20, 4], 0],
  ])('%s', (_, hoursAgo, wait) => {
    expect(free(at(...hoursAgo))).toBeCloseTo(wait);
  });

  it('comes a day after the same article was changed by itself', () => {
    expect(free([{ at: NOW - 3 * HOUR_MS, articles: ['x', 'a'] }])).toBe(21);
    expect(free([{ at: NOW - 3 * HOUR_MS, articles: ['x'] }])).toBe(0);
  });
});

describe('quiet hours', () => {
  const utc = (iso: string) => Date.parse(`2026-11-22T${iso}:30Z`);
  const night = { fromMinute: 22 * 60, toMinute: 7 * 60 };
  const until = (iso: string, quiet = night, zone = 'UTC') => {
    const end = quietUntil(utc(iso), quiet, zone);
    return end === null ? null : new Date(end).toISOString().slice(8, 16);
  };

  it('end at their end, also across midnight and in the tenant’s zone', () => {
    expect([until('21:59'), until('22:00'), until('23:30'), until('06:59'), until('07:00')]).toEqual([
      null,
      '23T07:00',
      '23T07:00',
      '22T07:00',
      null,
    ]);
    expect(until('13:30', night, 'Asia/Tokyo')).toBe('22T22:00');
    expect(until('10:00', { fromMinute: 540, toMinute: 660 })).toBe('22T11:00');
  });

  it('are none where none are set, or where they begin as they end', () => {
    expect([quietUntil(utc('23:00'), null, 'UTC'), until('10:00', { fromMinute: 600, toMinute: 600 })]).toEqual([
      null,
      null,
    ]);
  });
});

describe('content blocks', () => {
  const who = { actor: 'ada', at: 1 };
  it('may stand in any article at Zendesk until a person says otherwise', () => {
    const may = (...args: Parameters<typeof mayHoldContentBlocks>) => mayHoldContentBlocks(...args);
    expect(may('zendesk', 'article_patch', ['1'], { attested: 'nothing' })).toBe(true);
    expect(may('zendesk', 'article_patch', ['1'], { attested: 'none', ...who })).toBe(false);
    expect(may('zendesk', 'article_patch', ['1'], { attested: 'articles', articleIds: ['1'], ...who })).toBe(false);
    expect(may('zendesk', 'article_patch', ['1', '2'], { attested: 'articles', articleIds: ['1'], ...who })).toBe(true);
    expect(may('zendesk', 'terms', ['1'], { attested: 'nothing' })).toBe(false);
    expect(may('intercom', 'article_patch', ['1'], { attested: 'nothing' })).toBe(false);
  });
});
