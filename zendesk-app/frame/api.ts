import { asWritten, type Said } from '../../shared/said/said.ts';
import { isSaid } from '../../shared/said/stored.ts';
import type { Viewer } from '../../shared/viewer.ts';
import type { Boot } from './boot.ts';
import { Failure, failureOf } from './failure.ts';

/** The bearer is renewed when less than this is left of its 15 minutes. */
const RENEW_BEFORE_MS = 3 * 60_000;
/** A request that takes longer is given up: an agent waits no longer for anything. */
const TIMEOUT_MS = 20_000;

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The worker's API as this page's viewer. Every call answers the parsed body or throws a Failure. */
export interface Api {
  viewer: Viewer;
  get<T>(path: string, signal?: AbortSignal): Promise<T>;
  /** The same for what is no JSON: the text as it came. */
  text(path: string): Promise<string>;
  /** Changes something: with a nonce of its own, so that a repeated request is refused. */
  send<T>(method: Method, path: string, body?: unknown): Promise<T>;
  /** Renews the bearer where it is about to run out; for a page that stands open and asks nothing. */
  keepAlive(): Promise<void>;
}

/** What the client needs of the browser. */
export interface Browser {
  fetch(url: string, init: RequestInit): Promise<Response>;
  now(): number;
  nonce(): string;
  isOnline(): boolean;
}

export const browser: Browser = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  nonce: () => crypto.randomUUID(),
  isOnline: () => navigator.onLine,
};

/** The client of a session; its bearer lives in this closure alone. */
export function createApi(boot: Boot, { fetch, now, nonce, isOnline }: Browser = browser): Api {
  let { bearer, expiresAt } = boot;
  let renewal: Promise<void> | null = null;

  async function ask(method: string, path: string, init: RequestInit = {}): Promise<unknown> {
    const text = await asText(method, path, init);
    const body = parsed(text);
    if (body === undefined && text !== '') throw new Failure('down', asWritten('the answer is not JSON'));
    return body;
  }

  async function asText(method: string, path: string, init: RequestInit = {}): Promise<string> {
    const headers = { ...init.headers, authorization: `Bearer ${bearer}`, accept: 'application/json' };
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    let response: Response;
    let text: string;
    try {
      response = await fetch(path, { ...init, method, headers, signal, credentials: 'omit', cache: 'no-store' });
      text = await response.text();
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new Failure(isOnline() ? 'down' : 'offline');
    }
    if (!response.ok) throw failureOf(response.status, saidOf(parsed(text)), response.headers.get('retry-after'));
    return text;
  }

  async function renew(): Promise<void> {
    const next = (await ask('POST', '/app/session', { headers: { 'x-mend-nonce': nonce() } })) as Partial<Boot>;
    if (typeof next?.bearer !== 'string' || typeof next.expiresAt !== 'number') throw new Failure('reopen');
    [bearer, expiresAt] = [next.bearer, next.expiresAt];
  }

  async function keepAlive(): Promise<void> {
    if (expiresAt - now() > RENEW_BEFORE_MS) return;
    renewal ??= renew().finally(() => {
      renewal = null;
    });
    await renewal;
  }

  return {
    viewer: boot.viewer,
    keepAlive,
    async get<T>(path: string, signal?: AbortSignal) {
      await keepAlive();
      return (await ask('GET', path, signal ? { signal } : {})) as T;
    },
    async text(path: string) {
      await keepAlive();
      return asText('GET', path);
    },
    async send<T>(method: Method, path: string, body?: unknown) {
      await keepAlive();
      const headers = { 'content-type': 'application/json', 'x-mend-nonce': nonce() };
      return (await ask(method, path, { headers, body: JSON.stringify(body ?? {}) })) as T;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Why a request was refused: a sentence of ours, or the words that the answer has. */
function saidOf(body: unknown): Said | null {
  if (typeof body !== 'object' || body === null) return null;
  if ('said' in body && isSaid(body.said)) return body.said;
  return 'error' in body && typeof body.error === 'string' ? asWritten(body.error) : null;
}
