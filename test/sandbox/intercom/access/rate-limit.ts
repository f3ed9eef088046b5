import type { Clock } from '../../zendesk/world.ts';
import { tooManyRequests } from '../errors.ts';

/** Requests a minute for an app and for a workspace, spread over windows of ten seconds ("Rate limiting"). */
export interface Limits {
  appPerMinute: number;
  workspacePerMinute: number;
}

export const PUBLISHED_LIMITS: Limits = { appPerMinute: 10_000, workspacePerMinute: 25_000 };

/** For replays, whose pace the real limits would set. */
export const NO_LIMITS: Limits = {
  appPerMinute: Number.POSITIVE_INFINITY,
  workspacePerMinute: Number.POSITIVE_INFINITY,
};

const WINDOW_MS = 10_000;
const WINDOWS_A_MINUTE = 6;
/** Stands in the headers where a limit was lifted: they must hold a number. */
const UNLIMITED_IN_HEADERS = 1_000_000;

export class RateLimiter {
  limits: Limits;
  readonly #clock: Clock;
  #window = 0;
  #used = 0;

  constructor(limits: Limits, clock: Clock) {
    this.limits = limits;
    this.#clock = clock;
  }

  /** Counts one request; `X-RateLimit-*` of its answer (`Reset` in Unix seconds), or the vendor's 429 with them. */
  take(): Record<string, string> {
    const window = Math.floor(this.#clock.now().getTime() / WINDOW_MS);
    if (window !== this.#window) {
      this.#window = window;
      this.#used = 0;
    }
    const perMinute = Math.min(this.limits.appPerMinute, this.limits.workspacePerMinute);
    const limit =
      perMinute === Number.POSITIVE_INFINITY ? UNLIMITED_IN_HEADERS : Math.floor(perMinute / WINDOWS_A_MINUTE);
    const isSpent = perMinute !== Number.POSITIVE_INFINITY && this.#used >= limit;
    if (!isSpent) this.#used += 1;
    const headers = this.#headers(limit, isSpent ? 0 : Math.max(0, limit - this.#used));
    if (isSpent) throw tooManyRequests(headers);
    return headers;
  }

  /** The headers of a limited answer whose window ends so many seconds from now. */
  spent(seconds: number): Record<string, string> {
    const reset = Math.ceil(this.#clock.now().getTime() / 1000) + seconds;
    const limit = Math.floor(PUBLISHED_LIMITS.appPerMinute / WINDOWS_A_MINUTE);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(reset),
    };
  }

  #headers(limit: number, remaining: number): Record<string, string> {
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(((this.#window + 1) * WINDOW_MS) / 1000),
    };
  }
}
