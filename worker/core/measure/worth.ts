import type { Measured, Value, Worth } from '../../../shared/measure/figure.ts';
import type { Policy } from '../../../shared/policy.ts';

const MINUTES_AN_HOUR = 60;

/**
 * What prevented conversations would have taken: their number by human replies a conversation (`touches`) and the tenant's own
 * minutes a reply; the interval is that of the number alone. Null where nothing was measured.
 */
export function worthOf(value: Value | null, touches: Measured, work: Policy['work']): Worth | null {
  if (value?.state !== 'measured' || touches.value === null || !touches.isEnough) return null;
  const hoursEach = (touches.value * work.minutesAReply) / MINUTES_AN_HOUR;
  const times = (by: number) => ({
    value: value.prevented.value * by,
    low: value.prevented.low * by,
    high: value.prevented.high * by,
  });
  const cost = work.hourCost === null ? null : times(hoursEach * work.hourCost);
  return { hours: times(hoursEach), cost, currency: work.currency };
}
