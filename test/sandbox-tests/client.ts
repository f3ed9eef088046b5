import type { Zendesk } from '../sandbox/zendesk/driver.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers are read in assertions only
  body: any;
}

export type Call = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** Calls the API with a token, over `fetch` of the sandbox itself or over HTTP where a base address is given. */
export function client(zendesk: Zendesk, options: { token?: string; scope?: string; baseUrl?: string } = {}): Call {
  const token =
    options.token ?? zendesk.issueToken(options.scope === undefined ? {} : { scope: options.scope }).accessToken;
  const base = options.baseUrl ?? 'http://127.0.0.1';
  return async (method, path, body) => {
    const init: RequestInit = {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    };
    if (body !== undefined) init.body = JSON.stringify(body);
    const request = new Request(path.startsWith('http') ? path : `${base}${path}`, init);
    const response = await (options.baseUrl === undefined ? zendesk.fetch(request) : fetch(request));
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
}

/** A clock that stands until it is moved. */
export function testClock(start = '2026-11-01T09:00:00Z'): { now(): Date; move(seconds: number): void } {
  let ms = Date.parse(start);
  return {
    now: () => new Date(ms),
    move: (seconds) => {
      ms += seconds * 1000;
    },
  };
}
