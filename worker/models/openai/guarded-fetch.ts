import { retryAfterMs } from '../../http/backoff.ts';
import { readBounded } from '../../http/bounded-body.ts';
import { Permanent } from '../../loop/ports/errors.ts';
import { MAX_RESPONSE_BYTES } from './settings.ts';

/** What became of one request, told by the wrapping fetch and not by the library above it. */
export interface Exchange {
  status: number | null;
  retryAfterMs: number | null;
  fault: 'elsewhere' | 'redirect' | 'too_large' | 'timeout' | 'connection' | null;
}

export interface FetchGuard {
  baseUrl: string;
  /** The one path that may be asked. */
  path: '/chat/completions' | '/embeddings';
  timeoutMs: number;
  now: () => number;
  send: typeof fetch;
}

const SENT_HEADERS = ['authorization', 'content-type', 'accept'];

/**
 * A fetch for one call: sends to the endpoint and nowhere else, only what such a call needs, follows no redirect,
 * reads at most 1 MB within the time-out, and writes down what happened. Throws for all that is not an answer.
 */
export function guardedFetch(guard: FetchGuard, exchange: Exchange): typeof fetch {
  const fail = (fault: NonNullable<Exchange['fault']>, cause?: unknown): Error => {
    exchange.fault = fault;
    return new Error(`the model endpoint: ${fault}`, { cause });
  };
  return async (input, init) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    if (url !== `${guard.baseUrl}${guard.path}` || init?.method?.toUpperCase() !== 'POST') throw fail('elsewhere');
    const given = new Headers(init.headers);
    const headers = new Headers(SENT_HEADERS.flatMap((name) => (given.has(name) ? [[name, given.get(name)!]] : [])));
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), guard.timeoutMs);
    try {
      const body = typeof init.body === 'string' ? init.body : null;
      const response = await guard.send(url, {
        method: 'POST',
        headers,
        body,
        redirect: 'manual',
        signal: abort.signal,
      });
      exchange.status = response.status;
      exchange.retryAfterMs = retryAfterMs(response.headers.get('retry-after'), guard.now());
      if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
        await response.body?.cancel();
        throw fail('redirect');
      }
      const text = await readBounded(response, MAX_RESPONSE_BYTES);
      return new Response(text, { status: response.status, headers: { 'content-type': 'application/json' } });
    } catch (error) {
      if (exchange.fault !== null) throw error;
      if (error instanceof Permanent) throw fail('too_large', error);
      throw fail(abort.signal.aborted ? 'timeout' : 'connection', error);
    } finally {
      clearTimeout(timer);
    }
  };
}
