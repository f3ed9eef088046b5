import { z } from 'zod';
import type { ApiRequest } from './api.ts';
import { ApiError, badRequest, invalid } from './errors.ts';

/** A numeric id of the path; anything else is the vendor's 400 (shape from memory, unverified). */
export function numberParam(request: ApiRequest, name: string): number {
  const text = request.params[name] ?? '';
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const message = `You passed an invalid value for the ${name} attribute. Invalid parameter: ${name} must be an integer`;
  throw new ApiError(400, { error: { title: 'Invalid attribute', message } });
}

/** A comma-separated list of up to 100 numeric ids, as the `show_many` endpoints take it. */
export function idsQuery(request: ApiRequest): number[] {
  const ids = (request.query.get('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0) throw badRequest('ids is required');
  if (ids.length > 100) throw badRequest('You can only request up to 100 ids');
  if (!ids.every((id) => /^\d{1,15}$/.test(id))) throw badRequest('ids must be integers');
  return ids.map(Number);
}

/** Unix seconds of a query parameter, or undefined where it is absent. */
export function timeQuery(request: ApiRequest, name: string): number | undefined {
  const text = request.query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,12}$/.test(text)) throw badRequest(`${name} must be a Unix epoch time`);
  return Number(text);
}

/** The body as the schema reads it, or 422 naming the first field that is wrong. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw invalid(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`, String(issue?.path.at(-1) ?? 'base'));
}

export const idSchema = z.number().int().positive();
