import { describe, expect, it } from 'vitest';
import { policySchema } from '../../../../shared/policy.ts';
import { localTime, startOfLocalDay } from '../../../../worker/core/publishing/deciding/local-time.ts';

const at = (iso: string) => Date.parse(iso);

describe('local time', () => {
  it.each([
    ['2026-11-22T16:30:00Z', 'UTC', '2026-11-22', 990],
    ['2026-11-22T16:30:00Z', 'Asia/Tokyo', '2026-11-23', 90],
    ['2026-11-22T00:00:00Z', 'America/New_York', '2026-11-21', 19 * 60],
    ['2026-11-22T20:00:00Z', 'Asia/Kathmandu', '2026-11-23', 105],
  ])('of %s in %s', (iso, zone, date, minuteOfDay) => {
    expect(localTime(at(iso), zone)).toEqual({ date, minuteOfDay });
  });

  it('begins a day at its midnight, also when clocks are moved', () => {
    const start = (iso: string, zone: string) => new Date(startOfLocalDay(at(iso), zone)).toISOString();
    expect(start('2026-11-22T16:30:45Z', 'UTC')).toBe('2026-11-22T00:00:00.000Z');
    expect(start('2026-10-25T12:00:00Z', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z');
    expect(start('2026-03-29T12:00:00Z', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
    expect(start('2026-10-24T22:00:00Z', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z');
  });

  it('is of a zone that exists: a policy with another is refused', () => {
    expect(policySchema.parse({}).timeZone).toBe('UTC');
    expect(() => policySchema.parse({ timeZone: 'Mars/Olympus' })).toThrow('time zone');
  });
});
