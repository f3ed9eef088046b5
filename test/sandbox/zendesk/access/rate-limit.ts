import { MINUTE_MS } from '../../../../shared/time.ts';
import { tooManyRequests } from '../errors.ts';
import type { Clock } from '../world.ts';

/**
 * Requests a minute, Zendesk's Support API documentation: the account's plan, the Help Center's own bucket of the same
 * size, incremental exports, and the update-ticket limits (a minute an account; ten minutes a user and ticket).
 * `Infinity` lifts a limit.
 */
export interface Limits {
  perMinute: number;
  incrementalPerMinute: number;
  updateTicketPerMinute: number;
  updatesPerTicketPerTenMinutes: number;
}

export const ENTERPRISE_LIMITS: Limits = {
  perMinute: 700,
  incrementalPerMinute: 10,
  updateTicketPerMinute: 100,
  updatesPerTicketPerTenMinutes: 30,
};

/** For replays, whose pace the real limits would set. */
export const NO_LIMITS: Limits = {
  perMinute: Number.POSITIVE_INFINITY,
  incrementalPerMinute: Number.POSITIVE_INFINITY,
  updateTicketPerMinute: Number.POSITIVE_INFINITY,
  updatesPerTicketPerTenMinutes: Number.POSITIVE_INFINITY,
};

export type Bucket = 'support' | 'help_center';

interface Window {
  endsAt: number;
  used: number;
}

interface Budget {
  limit: number;
  remaining: number;
  resetsInSeconds: number;
}

const TEN_MINUTES_MS = 600_000;
/** Stands in the headers where a limit was lifted: they must hold a number. */
const UNLIMITED_IN_HEADERS = 1_000_000;

export class RateLimiter {
  limits: Limits;
  readonly #clock: Clock;
  readonly #windows = new Map<string, Window>();

  constructor(limits: Limits, clock: Clock) {
    this.limits = limits;
    this.#clock = clock;
  }

  /** Counts one request of the account; the headers of its answer, or the vendor's 429 with `Retry-After`. */
  request(bucket: Bucket): Record<string, string> {
    const budget = this.#take(bucket, this.limits.perMinute, MINUTE_MS);
    if (budget.remaining < 0) {
      const refusal = tooManyRequests('Number of allowed API requests per minute exceeded', budget.resetsInSeconds);
      Object.assign(refusal.headers, accountHeaders(budget));
      throw refusal;
    }
    return accountHeaders(budget);
  }

  incrementalExport(): Record<string, string> {
    const name = 'incremental-exports';
    return this.#endpoint(name, this.#take(name, this.limits.incrementalPerMinute, MINUTE_MS));
  }

  updateTicket(userId: number, ticketId: number): Record<string, string> {
    const name = 'tickets-update';
    const key = `${name}:${userId}:${ticketId}`;
    this.#endpoint(name, this.#take(key, this.limits.updatesPerTicketPerTenMinutes, TEN_MINUTES_MS));
    return this.#endpoint(name, this.#take(name, this.limits.updateTicketPerMinute, MINUTE_MS));
  }

  #endpoint(name: string, budget: Budget): Record<string, string> {
    if (budget.remaining < 0)
      throw tooManyRequests(`Number of allowed ${name} API requests exceeded`, budget.resetsInSeconds);
    const { total, remaining, resets } = shown(budget);
    return { [`zendesk-ratelimit-${name}`]: `total=${total}; remaining=${remaining}; resets=${resets}` };
  }

  #take(key: string, limit: number, lengthMs: number): Budget {
    const now = this.#clock.now().getTime();
    let window = this.#windows.get(key);
    if (window === undefined || window.endsAt <= now) {
      window = { endsAt: now + lengthMs, used: 0 };
      this.#windows.set(key, window);
    }
    const resetsInSeconds = Math.max(1, Math.ceil((window.endsAt - now) / 1000));
    if (window.used >= limit) return { limit, remaining: -1, resetsInSeconds };
    window.used += 1;
    return { limit, remaining: limit - window.used, resetsInSeconds };
  }
}

function shown(budget: Budget): { total: string; remaining: string; resets: string } {
  const isLifted = budget.limit === Number.POSITIVE_INFINITY;
  return {
    total: String(isLifted ? UNLIMITED_IN_HEADERS : budget.limit),
    remaining: String(isLifted ? UNLIMITED_IN_HEADERS : Math.max(0, budget.remaining)),
    resets: String(budget.resetsInSeconds),
  };
}

function accountHeaders(budget: Budget): Record<string, string> {
  const { total, remaining, resets } = shown(budget);
  return {
    'x-rate-limit': total,
    'x-rate-limit-remaining': remaining,
    'ratelimit-limit': total,
    'ratelimit-remaining': remaining,
    'ratelimit-reset': resets,
  };
}
