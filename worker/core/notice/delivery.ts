const S = 1_000;
const MIN = 60 * S;
const H = 60 * MIN;

/**
 * How long to wait after each failed attempt, in ms: ten attempts over three days. Source: Standard Webhooks, "Deliverability
 * and reliability", its example of a retry schedule.
 */
export const RETRY_DELAYS_MS = [5 * S, 5 * MIN, 30 * MIN, 2 * H, 5 * H, 10 * H, 14 * H, 20 * H, 24 * H] as const;

/** How long to wait after so many attempts; null after the last: it is parked. */
export function retryDelayMs(attempts: number): number | null {
  return RETRY_DELAYS_MS[attempts - 1] ?? null;
}
