import { NotFound, Permanent, RetryLater } from '../loop/ports/errors.ts';

/** What is said where a request got no answer. */
const NO_CONNECTION = 'the connection failed';

/**
 * One request and what is read of its answer, all within `timeoutMs`. No redirect is followed. Where no answer comes, or it
 * breaks off, `unanswered` makes the error of `no answer in … ms` or NO_CONNECTION; what `read` throws as one of the loop's
 * own errors goes on as it is.
 */
export async function inTime<T>(
  send: typeof fetch,
  url: string,
  request: { init: RequestInit; timeoutMs: number; unanswered: (why: string) => Error },
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const { init, timeoutMs, unanswered } = request;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    return await read(await send(url, { ...init, redirect: 'manual', signal: abort.signal }));
  } catch (error) {
    if (error instanceof RetryLater || error instanceof Permanent || error instanceof NotFound) throw error;
    throw unanswered(abort.signal.aborted ? `no answer in ${timeoutMs} ms` : NO_CONNECTION);
  } finally {
    clearTimeout(timer);
  }
}
