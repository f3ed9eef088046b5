const WINDOW_MS = 60_000;

/** What the vendor last said of one bucket of its rate limit. */
interface Reading {
  limit: number;
  remaining: number;
  endsAt: number;
}

function count(headers: Headers, ...names: string[]): number | null {
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null && /^\d{1,9}$/.test(value.trim())) return Number(value);
  }
  return null;
}

/**
 * Keeps the account's other integrations alive: at most a share of a minute's requests is ours to use. Reads
 * `X-Rate-Limit`/`-Remaining` or `ratelimit-limit`/`-remaining`/`-reset` (seconds) of every answer, a bucket at a time
 * (Zendesk counts the Help Center apart), and forgets a reading when its minute is over.
 */
export class RateBudget {
  private readonly readings = new Map<string, Reading>();

  /** Takes in what an answer said. */
  read(bucket: string, headers: Headers, now: number): void {
    const limit = count(headers, 'x-rate-limit', 'ratelimit-limit');
    const remaining = count(headers, 'x-rate-limit-remaining', 'ratelimit-remaining');
    if (limit === null || remaining === null || limit === 0) return;
    const reset = count(headers, 'ratelimit-reset');
    const windowMs = reset === null ? WINDOW_MS : Math.min(WINDOW_MS, Math.max(1_000, reset * 1_000));
    this.readings.set(bucket, { limit, remaining, endsAt: now + windowMs });
  }

  /** How long to wait before one more request keeps within `share` of the limit; 0 where it does now. */
  waitMs(bucket: string, share: number, now: number): number {
    const reading = this.readings.get(bucket);
    if (!reading || now >= reading.endsAt) return 0;
    const used = reading.limit - reading.remaining;
    return used + 1 > reading.limit * share ? reading.endsAt - now : 0;
  }
}
