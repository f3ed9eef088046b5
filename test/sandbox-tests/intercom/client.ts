import type { Intercom } from '../../sandbox/intercom/driver.ts';

export interface Answer {
  status: number;
  headers: Headers;
  body: Row;
  /** The first error's code, '' where there is none. */
  code: string;
}

/** Members that assertions read by name; what an answer really holds is for them to find out. */
export interface Row {
  type: string;
  id: string;
  title: string;
  body: string;
  body_markdown: string;
  state: string;
  url: string;
  message: string;
  access_token: string;
  total_count: number;
  updated_at: number;
  waiting_since: number;
  has_unpublished_changes: boolean;
  default_locale: string;
  open: boolean;
  part_type: string;
  name: string;
  ticket_id: string;
  ticket_state: Row;
  ticket_parts: { ticket_parts: Rows };
  source: Row;
  author: { type: string; from_ai_agent: boolean; is_ai_answer: boolean };
  app_package_code: string;
  conversation_parts: { conversation_parts: Rows; total_count: number };
  conversations: Rows;
  contacts: { contacts: Rows };
  translated_content: Record<string, Row>;
  pages: { page: number; total_pages: number; next?: { per_page: number; starting_after: string } };
  data: Rows & { articles: Rows; highlights: { highlighted_title: { type: string; text: string }[] }[] };
  tickets: Rows;
  created_via: string;
  from_version_id: string;
  app: { id_code: string; region: string };
}
type Rows = Row[] & { 0: Row; 1: Row };

export type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** Calls the API with a token, over `fetch` of the sandbox itself or over HTTP where a base address is given. */
export function intercomClient(intercom: Intercom, options: { token?: string; baseUrl?: string } = {}): Call {
  const token = options.token ?? intercom.issueToken().accessToken;
  const base = options.baseUrl ?? 'http://127.0.0.1';
  return async (method, path, body, headers = {}) => {
    const init: RequestInit = {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'intercom-version': '2.16',
        ...headers,
      },
    };
    if (body !== undefined) init.body = typeof body === 'string' ? body : JSON.stringify(body);
    const request = new Request(`${base}${path}`, init);
    const response = await (options.baseUrl === undefined ? intercom.fetch(request) : fetch(request));
    const text = await response.text();
    const read = JSON.parse(text.startsWith('{') ? text : '{}');
    return { status: response.status, headers: response.headers, body: read, code: read.errors?.[0]?.code ?? '' };
  };
}

/** A filter, or several that must all hold. */
export const where = (...filters: [string, string, unknown][]): unknown => {
  const value = filters.map(([field, operator, value]) => ({ field, operator, value }));
  return { query: { operator: 'AND', value } };
};
