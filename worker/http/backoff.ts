import { HOUR_MS } from '../../shared/time.ts';

const FIRST_DELAY_MS = 2_000;
const MAX_DELAY_MS = 600_000;
const MAX_RETRY_AFTER_MS = 12 * HOUR_MS;

/**
 * Delay before the next try after `failures` (1, 2, …) in a row: doubles from 2 s to 10 min, of which `random` in
 * [0, 1) takes away up to half, so that many tenants don't return at once. Pure: the caller brings the chance.
 */
export function backoffMs(failures: number, random: number): number {
  const full = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(20, Math.max(0, failures - 1)));
  return Math.round(full * (1 - random / 2));
}

/** `Retry-After` in milliseconds: seconds or an HTTP date; null where it is absent or neither. At most 12 h. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = /^\d{1,9}(\.\d+)?$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(seconds) ? Math.min(MAX_RETRY_AFTER_MS, Math.max(1_000, Math.ceil(seconds))) : null;
}
