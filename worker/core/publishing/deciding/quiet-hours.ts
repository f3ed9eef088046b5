import type { QuietHours } from '../../../../shared/policy.ts';
import { MINUTE_MS } from '../../../../shared/time.ts';
import { localTime } from './local-time.ts';

const MINUTES_A_DAY = 24 * 60;

/**
 * When (ms) the quiet hours that `at` lies in are over; null where it lies in none. They are of the tenant's wall clock
 * and may cross midnight; from a minute to itself is no time. A clock that is moved meanwhile shifts the end by as much.
 */
export function quietUntil(at: number, quiet: QuietHours | null, timeZone: string): number | null {
  if (!quiet || quiet.fromMinute === quiet.toMinute) return null;
  const { minuteOfDay } = localTime(at, timeZone);
  const since = (minuteOfDay - quiet.fromMinute + MINUTES_A_DAY) % MINUTES_A_DAY;
  const length = (quiet.toMinute - quiet.fromMinute + MINUTES_A_DAY) % MINUTES_A_DAY;
  if (since >= length) return null;
  return Math.floor(at / MINUTE_MS) * MINUTE_MS + (length - since) * MINUTE_MS;
}
