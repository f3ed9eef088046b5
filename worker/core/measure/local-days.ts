import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { localTime, startOfLocalDay } from '../publishing/deciding/local-time.ts';

/** A stretch of event time, ms: from `from` up to `to`. */
export interface Stretch {
  from: number;
  to: number;
}

/** The local day that an instant lies in, as its date (`2026-11-22`) and from when to when it is. */
export function dayOf(at: number, timeZone: string): Stretch & { day: string } {
  const from = startOfLocalDay(at, timeZone);
  return { day: localTime(at, timeZone).date, from, to: startOfLocalDay(from + 36 * HOUR_MS, timeZone) };
}

/** The local week (from Monday) of a local day: its first date, and from when to when it is. */
export function weekOf(day: { day: string; from: number }, timeZone: string): Stretch & { week: string } {
  const back = daysAfterMonday(day.day);
  const from = startOfLocalDay(day.from - back * DAY_MS + 12 * HOUR_MS, timeZone);
  return { week: shifted(day.day, -back), from, to: startOfLocalDay(from + 7 * DAY_MS + 12 * HOUR_MS, timeZone) };
}

/** A date so many days later. */
export function shifted(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

const daysAfterMonday = (date: string): number => (new Date(Date.parse(date)).getUTCDay() + 6) % 7;

/** The first date of the week or month that a date lies in. */
export function periodOf(date: string, period: 'week' | 'month'): string {
  return period === 'week' ? shifted(date, -daysAfterMonday(date)) : `${date.slice(0, 7)}-01`;
}

/** The first date after the period that begins with a date. */
export function periodEnd(from: string, period: 'week' | 'month'): string {
  return period === 'week' ? shifted(from, 7) : periodOf(shifted(from, 31), 'month');
}

/** The `count` periods up to the one in which a date lies, by their first dates, oldest first. */
export function periodsUpTo(date: string, period: 'week' | 'month', count: number): string[] {
  const periods = [periodOf(date, period)];
  while (periods.length < count) periods.unshift(periodOf(shifted(periods[0] ?? date, -1), period));
  return periods;
}
