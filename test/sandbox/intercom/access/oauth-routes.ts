import type { Env, Hono } from 'hono';
import { ApiError, invalid } from '../errors.ts';
import type { World } from '../world.ts';
import type { OAuth } from './oauth.ts';

/**
 * `GET /oauth` stands for the consent page at `app.intercom.com`: the first admin agrees at once. The token comes from
 * `POST /auth/eagle/token`, as a form or as JSON.
 */
export function mountOAuth<E extends Env & { Bindings: { body: unknown } }>(
  app: Hono<E>,
  world: World,
  oauth: OAuth,
): void {
  app.get('/oauth', (c) => {
    const redirect = c.req.query('redirect_uri') ?? oauth.client.redirectUris[0];
    if (redirect === undefined || !oauth.client.redirectUris.includes(redirect)) {
      throw invalid('redirect_uri is not registered', 'redirect_uri');
    }
    const admin = [...world.admins.values()][0];
    if (admin === undefined) throw new ApiError(404, 'admin_not_found', 'Admin not found');
    const target = new URL(redirect);
    target.searchParams.set('code', oauth.authorize(c.req.query('client_id') ?? '', admin.id));
    const state = c.req.query('state');
    if (state !== undefined) target.searchParams.set('state', state);
    return c.redirect(target.toString());
  });
  app.post('/auth/eagle/token', (c) => {
    const body = c.env.body;
    const fields = typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
    const { token } = oauth.redeem(fields);
    return c.json({ token_type: 'Bearer', token, access_token: token });
  });
}
