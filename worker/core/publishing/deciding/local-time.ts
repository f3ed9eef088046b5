import { MINUTE_MS } from '../../../../shared/time.ts';
/** The calendar date and minute of the day of an instant, in a time zone of the IANA database. */
export interface LocalTime {
  date: string;
  minuteOfDay: number;
}

/** What clock and calendar of a zone show at `at` (ms since the epoch). The policy's schema knows only zones that exist. */
export function localTime(at: number, timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    minuteOfDay: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

/** The first instant, to the minute, of the local day that `at` lies in; right also on days that clocks are moved. */
export function startOfLocalDay(at: number, timeZone: string): number {
  const { date, minuteOfDay } = localTime(at, timeZone);
  const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
  let start = minute - minuteOfDay * MINUTE_MS;
  while (localTime(start, timeZone).date < date) start += 30 * MINUTE_MS;
  while (localTime(start - 30 * MINUTE_MS, timeZone).date === date) start -= 30 * MINUTE_MS;
  return start;
}
