import type { Fault, FaultKind } from '../../faults.ts';
import { CUT_HEADER } from '../../http-server.ts';
import { ApiError, notAllowed, tooManyRequests, unauthorized } from '../errors.ts';
import type { World } from '../world.ts';
import type { RateLimiter } from './rate-limit.ts';

const CODES: Record<number, string> = { 408: 'request_timeout', 409: 'conflict', 503: 'service_unavailable' };

/** What strikes before anything is applied, in the vendor's own shapes. */
export function strikeEarly(world: World, limiter: RateLimiter, struck: Map<FaultKind, Fault>): Response | null {
  const reset = struck.get('reset');
  if (reset !== undefined) return cutAfter(reset.hangMs ?? 0);
  const lost = struck.get('auth-lost');
  if (lost !== undefined) return refusal(world, lost.status === 403 ? notAllowed() : unauthorized());
  const slow = struck.get('429');
  if (slow !== undefined) return refusal(world, tooManyRequests(limiter.spent(slow.retryAfterSeconds ?? 1)));
  const broken = struck.get('5xx');
  if (broken === undefined) return null;
  const headers = broken.retryAfterSeconds === undefined ? {} : { 'retry-after': String(broken.retryAfterSeconds) };
  const status = broken.status ?? 503;
  const code = CODES[status] ?? 'server_error';
  return refusal(world, new ApiError(status, code, 'The request could not be served', null, headers));
}

/** The write was applied, its answer never comes. */
export function strikeAfter(struck: Map<FaultKind, Fault>): Response | null {
  const cut = struck.get('timeout-after-applying');
  return cut === undefined ? null : cutAfter(cut.hangMs ?? 0);
}

export function refusal(world: World, error: ApiError): Response {
  return Response.json(error.body(world.random.uuid()), { status: error.status, headers: error.headers });
}

const cutAfter = (ms: number): Response => new Response(null, { status: 204, headers: { [CUT_HEADER]: String(ms) } });
