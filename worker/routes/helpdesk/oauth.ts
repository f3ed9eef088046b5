import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { policySchema } from '../../../shared/policy.ts';
import { VENDORS, type Vendor } from '../../../shared/tenant.ts';
import { install } from '../../loop/account/install.ts';
import { AuthLost, Invalid, NotFound, Permanent, RetryLater } from '../../loop/ports/errors.ts';
import { noticePolicy, wordsPage } from '../pages/notice-page.ts';
import type { Services } from '../services.ts';

/** Bound to this host alone; sent along when the vendor sends the admin back, but with no request of another page. */
const COOKIE = '__Host-mend-sign-in';
const COOKIE_SECONDS = 600;
const NAMES: Record<Vendor, string> = { zendesk: 'Zendesk', intercom: 'Intercom' };
const MAX_CODE = 2_000;

/**
 * Connecting a helpdesk by what its admin allows there. `GET /:vendor/start?subdomain=…` (Intercom: `region=us|eu|au`, or
 * none) sends the admin to the vendor's page; `GET /:vendor/callback` is where they come back: the account is connected,
 * its articles and its past begin to be read, and the answer says so. State and PKCE verifier are the browser's, sealed, good
 * once and for ten minutes. 400 where the sign-in is not what was begun here, 422 where the vendor refuses, 503 where it does
 * not answer. A page for a browser, JSON where that is asked for.
 */
export function oauthRoutes(services: Services): Hono {
  const routes = new Hono();
  routes.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });
  routes.get('/:vendor/start', (c) =>
    told(c, async (vendor) => {
      const place = c.req.query(vendor === 'zendesk' ? 'subdomain' : 'region')?.toLowerCase() ?? '';
      const baseUrl = c.req.query('base') ?? null;
      const { begun, challenge, cookie } = await services.signIns.begin({ vendor, place, baseUrl });
      const url = services.vendors[vendor].authorizeUrl(begun, challenge);
      const attributes = { httpOnly: true, secure: true, sameSite: 'Lax', path: '/', maxAge: COOKIE_SECONDS } as const;
      setCookie(c, COOKIE, cookie, attributes);
      return c.redirect(url, 302);
    }),
  );
  routes.get('/:vendor/callback', (c) =>
    told(c, async (vendor) => {
      const cookie = getCookie(c, COOKIE) ?? null;
      deleteCookie(c, COOKIE, { path: '/', secure: true });
      const begun = await services.signIns.finish(vendor, cookie, c.req.query('state') ?? '');
      const code = c.req.query('code');
      if (c.req.query('error') !== undefined || !code || code.length > MAX_CODE)
        throw new AuthLost(`${NAMES[vendor]} was not allowed to give Mend access. Nothing was connected.`);
      const tenant = await services.vendors[vendor].connectByCode(begun, code);
      await install(services.ports, tenant, policySchema.parse({ isObserving: true }));
      await services.wake(tenant.id);
      const text = `Mend reads the articles and the last weeks of ${NAMES[vendor]} now. It observes: nothing is written to ${NAMES[vendor]} until an admin says go in Mend, under Progress. You can close this page and open Mend in ${NAMES[vendor]}: its overview shows how far it is, and the first findings as they come.`;
      return answer(c, 200, { title: 'Connected', text, tenant: tenant.id });
    }),
  );
  return routes;
}

async function told(c: Context, act: (vendor: Vendor) => Promise<Response>): Promise<Response> {
  const vendor = VENDORS.find((one) => one === c.req.param('vendor'));
  if (!vendor) return answer(c, 404, { title: 'There is nothing here', text: 'Mend connects zendesk and intercom.' });
  try {
    return await act(vendor);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (error instanceof Invalid) return answer(c, 400, { title: 'Not connected', text });
    if (error instanceof AuthLost || error instanceof Permanent || error instanceof NotFound)
      return answer(c, 422, { title: 'Not connected', text });
    const name = NAMES[vendor];
    if (error instanceof RetryLater)
      return answer(c, 503, { title: 'Not connected yet', text: `${name} does not answer. Begin again in a minute.` });
    console.error(JSON.stringify({ level: 'error', what: 'connecting failed', vendor, message: text.slice(0, 500) }));
    return answer(c, 500, {
      title: 'Not connected',
      text: 'Something went wrong here, and was written down. Begin again.',
    });
  }
}

async function answer(
  c: Context,
  status: 200 | 400 | 404 | 422 | 500 | 503,
  { title, text, tenant }: { title: string; text: string; tenant?: string },
): Promise<Response> {
  if (c.req.header('accept')?.includes('application/json'))
    return c.json(status === 200 ? { status: title, text, tenant } : { error: text }, status);
  c.header('content-security-policy', await noticePolicy("'none'"));
  return c.html(wordsPage(title, text), status);
}
