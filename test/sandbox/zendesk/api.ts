import type { Fault, FaultKind } from '../faults.ts';
import type { User } from './records.ts';

/** What an OAuth scope can be narrowed to (Zendesk's list of resources); `null`: only the broad scopes will do. */
export type Resource =
  | 'tickets'
  | 'users'
  | 'organizations'
  | 'hc'
  | 'webhooks'
  | 'satisfaction_ratings'
  | 'apps'
  | 'macros'
  | null;

export interface ApiRequest {
  params: Record<string, string>;
  query: URLSearchParams;
  url: URL;
  body: unknown;
  viewer: User;
  token: string;
  faults: Map<FaultKind, Fault>;
  /** Headers to send with the answer, such as those of an endpoint's own limit. */
  headers: Record<string, string>;
}

export interface ApiReply {
  status: number;
  /** JSON, or a text as it stands. */
  body: unknown;
  contentType?: string;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Hono syntax; numeric ids are checked by `numberParam`. */
  path: string;
  /** The scope's resource, or `any` for what every valid token may do. */
  resource: Resource | 'any';
  role: 'agent' | 'admin' | 'any';
  limit?: 'incremental' | 'update-ticket';
  handle(request: ApiRequest): ApiReply;
}

export const ok = (body: unknown): ApiReply => ({ status: 200, body });
export const text = (body: string, contentType: string): ApiReply => ({ status: 200, body, contentType });
export const created = (body: unknown): ApiReply => ({ status: 201, body });
export const noContent = (): ApiReply => ({ status: 204, body: null });
