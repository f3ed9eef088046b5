import { type Context, Hono } from 'hono';
import { boundedBody, inTime } from '../body.ts';
import type { Services } from '../services.ts';
import { APPS, notice, open, orNotice, type Place, refused } from './opening.ts';

/** A signed URL's form: one token, well below this. */
const MAX_FORM_BYTES = 16 * 1024;

/**
 * The pages of the apps in Zendesk. Zendesk posts the signed URL's form (field `token`) into its iframe; the answer is the
 * built page with the session's boot data, or a page that says what to do. The same token, posted again while it is good
 * (an iframe that is reloaded), goes on with its session.
 */
export function zendeskPageRoutes(services: Services): Hono {
  const routes = new Hono();
  const frames = services.frameAncestors;
  const place: Place = { vendor: 'Zendesk', frames, tooOld: 'reopen' };
  const limit = boundedBody({ maxSize: MAX_FORM_BYTES, onError: (c) => notice(c, 'forged', place, 413) });
  for (const app of APPS) {
    routes.get(`/${app}`, (c) => notice(c, 'forged', place, 401));
    routes.post(`/${app}`, limit, async (c) => {
      if (!isIntoFrame(c, frames)) return notice(c, 'forged', place, 403);
      const token = await tokenOf(c);
      if (token === null) return notice(c, 'forged', place, 400);
      return orNotice(c, place, async () => {
        const opened = await services.openedByZendesk(token, sourceOf(c));
        if ('refused' in opened) return refused(c, opened, place);
        return open(c, services, app, place, () => services.sessions.begin(opened.proof));
      });
    });
  }
  return routes;
}

/** The address that the platform says the request came from; one name for all where it says none. */
function sourceOf(c: Context): string {
  return c.req.header('cf-connecting-ip') ?? 'unknown';
}

async function tokenOf(c: Context): Promise<string | null> {
  if (!c.req.header('content-type')?.toLowerCase().startsWith('application/x-www-form-urlencoded')) return null;
  const token = (await inTime(c.req.parseBody())).token;
  return typeof token === 'string' && token !== '' ? token : null;
}

/**
 * Whether a browser posted this into an iframe from a page that may frame us. What a browser does not say is not held
 * against it; a page with `no-referrer` sends the Origin `null`.
 */
function isIntoFrame(c: Context, frames: string): boolean {
  const dest = c.req.header('sec-fetch-dest') ?? 'iframe';
  const origin = c.req.header('origin') ?? 'null';
  return dest === 'iframe' && (origin === 'null' || frames.split(' ').some((source) => matches(source, origin)));
}

/** Whether an origin is one that a source of `frame-ancestors` names: `*` stands for a label or a port. */
function matches(source: string, origin: string): boolean {
  const pattern = source
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(':*', ':\\d{1,5}')
    .replace('*', '[a-z0-9-]+');
  return new RegExp(`^${pattern}$`).test(origin);
}
