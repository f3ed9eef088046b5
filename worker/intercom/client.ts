import { createJsonClient, type JsonClient, type JsonClientOptions } from '../http/client.ts';

/** The API version all shapes here are written to; without the header each workspace would answer its own. */
export const INTERCOM_VERSION = '2.16';

export interface IntercomClientOptions
  extends Omit<JsonClientOptions, 'authorization' | 'bucketOf' | 'isTokenRefused' | 'headers'> {
  /** The access token, asked for at each request; null for `/auth/eagle/token`. */
  token: (() => string | Promise<string>) | null;
}

/** Codes of a 403 that no other request would escape: the token's rights, or the workspace's plan ("Active subscription needed"). */
const TOKEN_REFUSED = /"code"\s*:\s*"(token_[a-z_]+|unauthorized|api_plan_restricted)"/;

function count(headers: Headers, name: string): number | null {
  const value = headers.get(name)?.trim() ?? '';
  return /^\d{1,12}$/.test(value) ? Number(value) : null;
}

/**
 * Intercom's rate limit in the words that every rim's budget reads: `X-RateLimit-Reset` is the time at which the window
 * (10 seconds) ends, in seconds since the epoch, where others give the seconds left; a 429 has no `Retry-After`.
 */
export function rateHeaders(headers: Headers, status: number, now: number): Headers {
  const read = new Headers(headers);
  const resetAt = count(headers, 'x-ratelimit-reset');
  const limit = count(headers, 'x-ratelimit-limit');
  const remaining = count(headers, 'x-ratelimit-remaining');
  const left = resetAt === null ? null : Math.max(1, Math.ceil(resetAt - now / 1_000));
  if (limit !== null) read.set('ratelimit-limit', String(limit));
  if (remaining !== null) read.set('ratelimit-remaining', String(remaining));
  if (left !== null) read.set('ratelimit-reset', String(left));
  if (status === 429 && left !== null && !headers.has('retry-after')) read.set('retry-after', String(left));
  return read;
}

/**
 * A client of one workspace. The loop's own client rather than the vendor's `intercom-client`: that one retries by
 * itself, keeps to no share of the rate limit, types versions up to 2.14 and knows neither drafts nor versions of
 * articles. Its types check the requests we send, where it has them, and it judges the simulated workspace in a test
 * (docs/decisions/0017).
 */
export function createIntercomClient({ token, ...options }: IntercomClientOptions): JsonClient {
  const { now = Date.now } = options;
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);
  return createJsonClient({
    ...options,
    fetch: async (input, init) => {
      const answer = await send(input, init);
      const { status, statusText } = answer;
      return new Response(answer.body, { status, statusText, headers: rateHeaders(answer.headers, status, now()) });
    },
    authorization: token && (async () => `Bearer ${await token()}`),
    headers: { 'Intercom-Version': INTERCOM_VERSION },
    isTokenRefused: (words) => TOKEN_REFUSED.test(words),
  });
}
