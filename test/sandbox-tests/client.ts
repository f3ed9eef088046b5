import type { Zendesk } from '../sandbox/zendesk/driver.ts';

export interface Answer {
  status: number;
  headers: Headers;
  body: Body;
}

/** Members that assertions read by name; what an answer really holds is for them to find out. */
export interface Body {
  error: string;
  description: string;
  access_token: string;
  refresh_token: string;
  default_locale: string;
  locales: string[];
  after_cursor: string;
  after_url: string;
  meta: { has_more: boolean; after_cursor: string };
  links: { next: string };
  signing_secret: { secret: string };
  ticket: Row;
  user: Row;
  audit: Row;
  article: Row;
  translation: Row;
  token: Row;
  webhook: Row;
  tickets: Rows;
  comments: Rows;
  audits: Rows;
  users: Rows;
  organizations: Rows;
  satisfaction_ratings: Rows;
  results: Rows;
  ticket_events: Rows;
  articles: Rows;
  translations: Rows;
  sections: Rows;
  labels: Rows;
  user_segments: Rows;
  permission_groups: Rows;
  webhooks: Rows;
}

export interface Row {
  id: number;
  name: string;
  role: string;
  status: string;
  body: string;
  html_body: string;
  snippet: string;
  updated_at: string;
  field_name: string;
  value: string;
  events: Rows;
  child_events: Rows;
}
type Rows = Row[] & { 0: Row; 1: Row };

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
    return {
      status: response.status,
      headers: response.headers,
      body: readBody(text),
    };
  };
}

/** Empty where the answer is no JSON object. */
const readBody = (text: string): Body => JSON.parse(text.startsWith('{') ? text : '{}');

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
