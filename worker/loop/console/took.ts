import { MINUTE_MS } from '../../../shared/time.ts';
import type { ReviewTime } from '../ports/stores/fixes.ts';

/** A decision left open for longer was interrupted: it is counted as so long. */
const MAX_TOOK_MS = 10 * MINUTE_MS;

/** How long each decision took of some that were taken at once. `at` is wall time, ms. */
export function reviewTimes(
  fixIds: readonly string[],
  verdict: ReviewTime['verdict'],
  tookMs: number,
  at: number,
): ReviewTime[] {
  const each = Math.round(Math.min(tookMs, MAX_TOOK_MS) / fixIds.length);
  return fixIds.map((fixId) => ({ fixId, verdict, tookMs: each, at }));
}
