import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RetryLater } from '../loop/errors.ts';
import { NoRights, SignedOut } from '../loop/session.ts';
import { page, pagePolicy, withBoot } from './app-page.ts';
import { type Notice, noticePage, noticePolicy } from './notice-page.ts';
import type { Opened, Services } from './services.ts';

/** A signed URL's form: one token, well below this. */
const MAX_FORM_BYTES = 16 * 1024;
const APPS = ['sidebar', 'console'] as const;
type App = (typeof APPS)[number];

/**
 * The pages of the apps in Zendesk. Zendesk posts the signed URL's form (field `token`) into its iframe; the answer is the
 * built page with the session's boot data. Every refusal is a page that says what to do, never a stack.
 */
export function zendeskPageRoutes(services: Services): Hono {
  const routes = new Hono();
  const frames = services.frameAncestors;
  for (const app of APPS) {
    routes.post(
      `/${app}`,
      bodyLimit({ maxSize: MAX_FORM_BYTES, onError: (c) => notice(c, 'forged', frames, 413) }),
      async (c) => {
        const dest = c.req.header('sec-fetch-dest');
        if (dest !== undefined && dest !== 'iframe') return notice(c, 'forged', frames, 403);
        const token = await tokenOf(c);
        if (token === null) return notice(c, 'forged', frames, 400);
        return opened(c, services, app, frames, () => services.openedByZendesk(token));
      },
    );
    routes.get(`/${app}`, (c) => notice(c, 'forged', frames, 401));
  }
  return routes;
}

/** The console in a tab of its own, by a link that the canvas in Intercom made; nobody may frame it. */
export function intercomPageRoutes(services: Services): Hono {
  const routes = new Hono();
  routes.get('/console', (c) => {
    const isAhead = c.req.header('sec-purpose')?.includes('prefetch') ?? false;
    const dest = c.req.header('sec-fetch-dest');
    if (isAhead || (dest !== undefined && dest !== 'document')) return notice(c, 'link', "'none'", 403);
    return opened(c, services, 'console', "'none'", () => services.openedByLink(c.req.query('link') ?? ''));
  });
  return routes;
}

async function opened(
  c: Context,
  services: Services,
  app: App,
  frames: string,
  prove: () => Promise<Opened>,
): Promise<Response> {
  const again: Notice = frames === "'none'" ? 'link' : 'reopen';
  try {
    const proved = await prove();
    if ('refused' in proved) return notice(c, proved.refused === 'expired' ? again : 'forged', frames, 401);
    const built = await services.asset(`/${app}/index.html`);
    if (!built?.ok) return notice(c, 'unbuilt', frames, 503);
    const html = withBoot(await built.text(), await services.sessions.begin(proved.proof));
    return html === null ? notice(c, 'unbuilt', frames, 503) : page(c, html, 200, pagePolicy(frames));
  } catch (error) {
    if (error instanceof SignedOut) return notice(c, error.reason === 'disconnected' ? 'forged' : again, frames, 401);
    if (error instanceof NoRights) return notice(c, 'rights', frames, 403);
    if (error instanceof RetryLater) return notice(c, 'waiting', frames, 503);
    throw error;
  }
}

async function tokenOf(c: Context): Promise<string | null> {
  if (!c.req.header('content-type')?.toLowerCase().startsWith('application/x-www-form-urlencoded')) return null;
  const token = (await c.req.parseBody()).token;
  return typeof token === 'string' && token !== '' ? token : null;
}

async function notice(
  c: Context,
  which: Notice,
  frames: string,
  status: 400 | 401 | 403 | 413 | 503,
): Promise<Response> {
  return page(c, noticePage(which), status, await noticePolicy(frames));
}
