import type { MiddlewareHandler } from 'hono';
import { isAtLeast, type Role, type Viewer } from '../../../shared/viewer.ts';
import { RetryLater } from '../../loop/ports/errors.ts';
import { type Asked, NoRights } from '../../loop/ports/session.ts';
import type { Services } from '../services.ts';

/** What every route under `/app` finds in its context. */
export interface AppEnv {
  Variables: { viewer: Viewer; asked: Asked };
}

const BEARER = /^Bearer ([A-Za-z0-9_.-]{1,4096})$/;
const NONCE = /^[A-Za-z0-9_-]{16,64}$/;
/** While the helpdesk can't say who somebody is. */
const UNCONFIRMED_RETRY_MS = 15_000;

const isReading = (method: string) => method === 'GET' || method === 'HEAD';

/** Turns the bearer into `c.get('viewer')`; without a good one 401 with the reason. */
export function viewerOf({ sessions }: Services): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const bearer = BEARER.exec(c.req.header('authorization') ?? '')?.[1] ?? null;
    const asked = await sessions.asked(bearer);
    c.set('asked', asked);
    c.set('viewer', asked.viewer);
    await next();
  };
}

/** A request that changes something comes from our own page: 403 for any other Origin, also for none. */
export function fromOwnPage({ publicUrl }: Services): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (isReading(c.req.method)) return next();
    const site = c.req.header('sec-fetch-site');
    const own = [new URL(publicUrl).origin, new URL(c.req.url).origin];
    if (!own.includes(c.req.header('origin') ?? '') || (site !== undefined && site !== 'same-origin'))
      return c.json({ error: 'only Mend’s own page may change something' }, 403);
    return next();
  };
}

/**
 * A request that changes something carries a nonce (`X-Mend-Nonce`, 16 to 64 letters, digits, - or _); each acts once: 409
 * where it was used, 400 without. `questions` are posts that change nothing.
 */
export function once({ sessions }: Services, questions: RegExp): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (isReading(c.req.method) || questions.test(c.req.path)) return next();
    const nonce = c.req.header('x-mend-nonce') ?? '';
    if (!NONCE.test(nonce)) return c.json({ error: 'a nonce is missing' }, 400);
    if (!(await sessions.spend(c.get('asked'), nonce))) return c.json({ error: 'this was already sent' }, 409);
    return next();
  };
}

/**
 * Lets people of this role pass, and those above: 403 for others. While the helpdesk can't say who somebody is, what
 * changes something is 503, but where `evenUnconfirmed` (stopping, which must always work).
 */
export function atLeast(least: Role, { evenUnconfirmed = false } = {}): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { viewer } = c.get('asked');
    if (!isAtLeast(viewer.role, least)) throw new NoRights(`this needs the role ${least}; yours is ${viewer.role}`);
    if (!evenUnconfirmed && !isReading(c.req.method)) requireConfirmed(c.get('asked'));
    return next();
  };
}

/** Throws RetryLater while the helpdesk can't say who asks. */
export function requireConfirmed({ isConfirmed }: Asked): void {
  if (!isConfirmed)
    throw new RetryLater('the helpdesk can’t say who you are just now; try again', UNCONFIRMED_RETRY_MS);
}
