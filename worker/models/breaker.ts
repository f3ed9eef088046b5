/** Failures in a row that open the breaker, and how long it stays open: one try a minute while an endpoint is down. */
export const BREAKER_FAILURES = 3;
export const BREAKER_OPEN_MS = 60_000;

/**
 * Spares an endpoint that is down, and us the waiting: after three failures in a row nothing is sent for a minute (or as
 * long as the endpoint asked for), then one request tries. One breaker an endpoint and isolate.
 */
export class Breaker {
  private readonly openMs: number;
  private failures = 0;
  private opensAt = 0;
  /** Until when the request that tries is waited for: one that never ends must not keep the others out. */
  private triesUntil = 0;

  constructor(openMs = BREAKER_OPEN_MS) {
    this.openMs = openMs;
  }

  /** How long to wait before a request may be sent, in ms; 0 where one may be now. */
  waitMs(now: number): number {
    if (now < this.opensAt) return this.opensAt - now;
    return this.failures >= BREAKER_FAILURES ? Math.max(0, this.triesUntil - now) : 0;
  }

  /** Marks a request as sent. After a break it is the one that tries: others wait until it has ended. */
  begin(now: number): void {
    this.triesUntil = now + this.openMs;
  }

  succeeded(): void {
    this.failures = 0;
    this.opensAt = 0;
    this.triesUntil = 0;
  }

  /** Counts a failure; `afterMs` is what the endpoint asked for (`Retry-After`), which opens the breaker at once. */
  failed(now: number, afterMs: number | null): void {
    this.failures++;
    this.triesUntil = 0;
    if (afterMs !== null) this.opensAt = Math.max(this.opensAt, now + afterMs);
    if (this.failures >= BREAKER_FAILURES) this.opensAt = Math.max(this.opensAt, now + this.openMs);
  }
}
