import { NotFound, Permanent, RetryLater } from '../loop/ports/errors.ts';
import { retryAfterMs } from './backoff.ts';
import { readBounded } from './bounded-body.ts';
import { inTime } from './in-time.ts';

/** A public page or file is small, or it is none of ours. */
const MAX_BYTES = 1_000_000;
const TIMEOUT_MS = 10_000;
/** A source that is busy and doesn't say for how long. */
const PAUSE_MS = 60_000;

/**
 * Reads a public address where it changed since `validator`, an earlier answer's ETag or date of change. Null where it did
 * not. No redirect is followed. RetryLater for 429, 5xx, time-out and reset; NotFound for 404 and 410; Permanent for any
 * other refusal, which is also what a refused token is: it is the source's own and stops nothing else.
 */
export async function readIfChanged(
  url: string,
  validator: string | null,
  options: { send: typeof fetch; headers?: Record<string, string>; maxBytes?: number },
): Promise<{ text: string; validator: string | null } | null> {
  const headers = new Headers({ 'user-agent': 'Mend', ...options.headers });
  if (validator !== null) headers.set(/^(?:W\/)?"/.test(validator) ? 'if-none-match' : 'if-modified-since', validator);
  const what = new URL(url).host;
  const unanswered = (why: string) => new RetryLater(`${what}: ${why}`, 0);
  return inTime(options.send, url, { init: { headers }, timeoutMs: TIMEOUT_MS, unanswered }, async (response) => {
    if (response.status === 304) return null;
    const text = await readBounded(response, options.maxBytes ?? MAX_BYTES);
    if (!response.ok) throw refusal(what, response);
    return { text, validator: response.headers.get('etag') ?? response.headers.get('last-modified') };
  });
}

function refusal(what: string, { status, headers }: Response): Error {
  const pause = retryAfterMs(headers.get('retry-after'), Date.now()) ?? PAUSE_MS;
  if (status === 429 || status === 408 || status >= 500) return new RetryLater(`${what}: ${status}`, pause);
  if (status === 404 || status === 410) return new NotFound(`${what}: ${status}`);
  return new Permanent(status < 400 ? `${what}: a redirect (${status}) is not followed` : `${what}: ${status}`);
}
