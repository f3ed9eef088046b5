import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { SignedOut } from '../../loop/ports/session.ts';
import type { Services } from '../services.ts';
import { notice, open, orNotice, type Place, refused } from './opening.ts';

const PLACE: Place = { vendor: 'Intercom', frames: "'none'", tooOld: 'link' };
const SESSION_ID = /^[0-9a-f]{32}$/;
const cookieOf = (sessionId: string) => `mend-${sessionId}`;

/**
 * The console in a tab of its own, by a link that the canvas in Intercom made (`?link=`, once, within two minutes). The
 * link is traded for a cookie of the session and leaves the address, so that the tab can be loaded again; the page's API
 * takes the bearer alone, never the cookie. Nobody may frame it.
 */
export function consoleLinkRoutes(services: Services): Hono {
  const { sessions, reloads, openedByLink } = services;
  const routes = new Hono();
  routes.get('/console', async (c) => {
    if (!isOpenedByPerson(c)) return notice(c, 'link', PLACE, 403);
    const sessionId = c.req.query('session');
    if (sessionId !== undefined) return open(c, services, 'console', PLACE, async () => again(c, sessionId));
    return orNotice(c, PLACE, async () => {
      const opened = await openedByLink(c.req.query('link') ?? '');
      if ('refused' in opened) return refused(c, opened, PLACE);
      const { sessionId: id, viewer, endsAt } = await sessions.begin(opened.proof);
      const cookie = await reloads.issue({ tenant: viewer.tenant, sessionId: id }, endsAt);
      const options = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', prefix: 'host' } as const;
      setCookie(c, cookieOf(id), cookie, { ...options, expires: new Date(endsAt) });
      c.header('referrer-policy', 'no-referrer');
      c.header('cache-control', 'no-store');
      return c.redirect(`/intercom/console?session=${id}`, 303);
    });
  });

  async function again(c: Context, sessionId: string) {
    const cookie = SESSION_ID.test(sessionId) ? getCookie(c, cookieOf(sessionId), 'host') : undefined;
    const claims = cookie === undefined ? null : await reloads.read(cookie, services.ports.wallClock.now());
    if (claims?.sessionId !== sessionId) throw new SignedOut('no_bearer', 'no cookie of this session came along');
    return sessions.resume(claims);
  }
  return routes;
}

/** Whether a person opened this in a tab: neither a page that asks for it inside itself nor a browser that reads ahead. */
function isOpenedByPerson(c: Context): boolean {
  const isAhead = /prefetch|prerender/.test(c.req.header('sec-purpose') ?? '');
  return !isAhead && (c.req.header('sec-fetch-dest') ?? 'document') === 'document';
}
