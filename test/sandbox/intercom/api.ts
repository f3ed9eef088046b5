import type { z } from 'zod';
import type { Fault, FaultKind } from '../faults.ts';
import { invalid, missing } from './errors.ts';
import type { Admin } from './records.ts';

/** What an app is permitted in the Developer Hub, as far as the served operations need it (names are ours). */
export const PERMISSIONS = [
  'read_conversations',
  'write_conversations',
  'read_articles',
  'write_articles',
  'read_tickets',
  'write_tickets',
  'read_contacts',
  'read_admins',
  'write_tags',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export interface ApiRequest {
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  /** Who installed the app. */
  viewer: Admin;
  token: string;
  now: number;
  faults: Map<FaultKind, Fault>;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Hono syntax. */
  path: string;
  permission: Permission | null;
  handle(request: ApiRequest): unknown;
}

/** The id of the path; every id is text. */
export const param = (request: ApiRequest, name: string): string => request.params[name] ?? '';

/** The body as the schema reads it; what is absent and what is wrong are different codes. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  const isMissing = issue?.code === 'invalid_type' && /received undefined/.test(issue.message);
  throw isMissing ? missing(`${field} is required`, field) : invalid(`${field} is invalid`, field);
}
