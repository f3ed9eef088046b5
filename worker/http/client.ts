import { AuthLost, NotFound, Permanent, RetryLater } from '../loop/ports/errors.ts';
import { backoffMs, retryAfterMs } from './backoff.ts';
import { readBounded } from './bounded-body.ts';
import { RateBudget } from './budget.ts';
import { sameOriginUrl } from './host.ts';
import { inTime } from './in-time.ts';
import { OddRows } from './odd-rows.ts';

export const MAX_RESPONSE_BYTES = 5_000_000;
export const DEFAULT_SHARE = 0.5;
const TIMEOUT_MS = 20_000;
const MAX_WORDS = 300;

export interface JsonRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Record<string, string | number | boolean>;
  body?: unknown;
  /** For an export whose pages are large by nature; 5 MB otherwise. */
  maxBytes?: number;
  /** The answer is a text as it stands, not JSON. */
  isText?: boolean;
}

export interface JsonClientOptions {
  /** A base that `tenantBaseUrl` (or another rim's like) let through; nothing is ever sent to another origin. */
  baseUrl: string;
  /** The whole `Authorization` value, asked for at each request so that a refreshed token is used at once; null: none. */
  authorization: (() => string | Promise<string>) | null;
  fetch?: typeof fetch;
  /** Headers of every request, such as the Marketplace's. */
  headers?: Record<string, string>;
  timeoutMs?: number;
  /** The share of the account's rate limit that may be used: 0.5, or 1 for a publish that a person waits for. */
  share?: number;
  /** Buckets of the vendor's rate limit; one by default. */
  bucketOf?: (path: string) => string;
  /** Whether a 403 with these words takes our token's rights (AuthLost) or refuses this one thing (Permanent). */
  isTokenRefused?: (words: string) => boolean;
  /** Delay after so many failures in a row; see `backoffMs`. */
  delayMs?: (failures: number) => number;
  now?: () => number;
}

/** A JSON API of one account: answers the parsed body, null where there is none, or throws one of the loop's errors. */
export interface JsonClient {
  /** Where rows of its answers that can't be read are set aside. */
  readonly odd: OddRows;
  request(path: string, request?: JsonRequest): Promise<unknown>;
}

/**
 * A client that keeps to a share of the rate limit and turns every refusal into the loop's vocabulary: 429, 5xx,
 * time-out and reset are RetryLater; 401 AuthLost; 404 and 410 NotFound; redirects, other 4xx and answers that are too
 * large or no JSON Permanent with the vendor's words. It retries nothing itself and logs nothing.
 */
export function createJsonClient(options: JsonClientOptions): JsonClient {
  const { now = Date.now, share = DEFAULT_SHARE, bucketOf = () => 'account', timeoutMs = TIMEOUT_MS } = options;
  const delayMs = options.delayMs ?? ((failures: number) => backoffMs(failures, Math.random()));
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);
  const budget = new RateBudget();
  let failures = 0;

  function later(what: string, afterMs: number | null = null, isAsked = false): RetryLater {
    failures++;
    return new RetryLater(what, afterMs ?? delayMs(failures), 'tenant', isAsked);
  }

  async function headersOf(request: JsonRequest): Promise<Headers> {
    const headers = new Headers({ accept: request.isText ? '*/*' : 'application/json', ...options.headers });
    if (request.body !== undefined) headers.set('content-type', 'application/json');
    if (options.authorization) headers.set('authorization', await options.authorization());
    return headers;
  }

  function refusal(what: string, status: number, headers: Headers, text: string): Error {
    const words = text.slice(0, MAX_WORDS);
    const waitMs = retryAfterMs(headers.get('retry-after'), now());
    if (status === 429) return later(`${what}: 429`, waitMs, true);
    if (status === 408 || status >= 500) return later(`${what}: ${status}`, waitMs);
    failures = 0;
    if (status === 401) return new AuthLost(`${what}: 401`);
    if (status === 403 && options.isTokenRefused?.(text)) return new AuthLost(`${what}: 403 ${words}`);
    if (status === 404 || status === 410) return new NotFound(`${what}: ${status}`);
    if (status < 400) return new Permanent(`${what}: a redirect (${status}) is not followed`);
    return new Permanent(`${what}: ${status} ${words}`);
  }

  async function exchange(
    what: string,
    url: URL,
    bucket: string,
    request: JsonRequest,
  ): Promise<{ response: Response; text: string }> {
    const headers = await headersOf(request);
    const body = request.body === undefined ? null : JSON.stringify(request.body);
    const init = { method: request.method ?? 'GET', headers, body };
    const unanswered = (why: string) => later(`${what}: ${why}`);
    return inTime(send, url.toString(), { init, timeoutMs, unanswered }, async (response) => {
      budget.read(bucket, response.headers, now());
      const text = await readBounded(response, request.maxBytes ?? MAX_RESPONSE_BYTES).catch((error: unknown) => {
        throw error instanceof Permanent ? new Permanent(`${what}: ${error.message}`) : error;
      });
      return { response, text };
    });
  }

  return {
    odd: new OddRows(),
    async request(path, request = {}) {
      const url = sameOriginUrl(options.baseUrl, path, request.query);
      const what = `${request.method ?? 'GET'} ${url.pathname}`;
      const bucket = bucketOf(url.pathname);
      const waitMs = budget.waitMs(bucket, share, now());
      if (waitMs > 0) throw new RetryLater(`${what}: our share of the rate limit is used`, waitMs, 'tenant', true);
      const { response, text } = await exchange(what, url, bucket, request);
      if (!response.ok) throw refusal(what, response.status, response.headers, text);
      failures = 0;
      if (request.isText) return text;
      if (response.status === 204 || text === '') return null;
      try {
        return JSON.parse(text);
      } catch {
        throw new Permanent(`${what}: the answer is not JSON`);
      }
    },
  };
}
