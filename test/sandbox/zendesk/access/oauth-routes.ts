import type { Hono } from 'hono';
import { z } from 'zod';
import { type ApiRequest, noContent, ok, type Route } from '../api.ts';
import { ApiError } from '../errors.ts';
import { expiresIn, type Grant, type OAuth, type OAuthClient, oauthError, presentGrant } from './oauth.ts';

const common = {
  client_id: z.string(),
  client_secret: z.string().optional(),
  scope: z.string().optional(),
  // The bounds are exclusive in the description of "Create Token for Grant Type"; Zendesk's OAuth documentation gives
  // them inclusive.
  expires_in: z.number().int().min(300).max(172_800).optional(),
  refresh_token_expires_in: z.number().int().min(604_800).max(7_776_000).optional(),
};
const tokenRequest = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    code: z.string(),
    redirect_uri: z.string().optional(),
    code_verifier: z.string().optional(),
    ...common,
  }),
  z.object({ grant_type: z.literal('refresh_token'), refresh_token: z.string(), ...common }),
]);

/**
 * The pages a browser and an app server use without a token: `GET /oauth/authorizations/new` (the user always agrees)
 * and `POST /oauth/tokens` (authorization_code with PKCE, refresh_token with rotation). `approverId` is who agrees.
 */
export function mountOAuth(app: Hono, oauth: OAuth, approverId: () => number): void {
  app.get('/oauth/authorizations/new', (c) => {
    const query = new URL(c.req.url).searchParams;
    const redirectUri = query.get('redirect_uri') ?? '';
    const method = query.get('code_challenge_method');
    if (query.get('response_type') !== 'code' || (method !== null && method !== 'S256'))
      throw oauthError(400, 'invalid_request');
    const code = oauth.authorize({
      clientId: query.get('client_id') ?? '',
      redirectUri,
      scope: query.get('scope') ?? 'read',
      userId: approverId(),
      codeChallenge: query.get('code_challenge') ?? undefined,
    });
    const target = new URL(redirectUri);
    target.searchParams.set('code', code);
    const state = query.get('state');
    if (state !== null) target.searchParams.set('state', state);
    return c.redirect(target.toString(), 302);
  });
  app.post('/oauth/tokens', async (c) => {
    const parsed = tokenRequest.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) throw oauthError(400, 'invalid_request');
    return c.json(presentPair(exchange(oauth, parsed.data)), 200);
  });
}

function exchange(oauth: OAuth, request: z.infer<typeof tokenRequest>): Grant {
  const client = authenticate(oauth, request.client_id, request.client_secret);
  const lifetimes = { expiresIn: request.expires_in, refreshExpiresIn: request.refresh_token_expires_in };
  if (request.grant_type === 'refresh_token') {
    const old = oauth.spendRefreshToken(client, request.refresh_token);
    const scope = request.scope ?? old.scopes.join(' ');
    return oauth.issue({ clientId: client.id, userId: old.userId, scope, ...lifetimes });
  }
  const code = oauth.redeem(client, request.code, request.redirect_uri, request.code_verifier);
  return oauth.issue({ clientId: client.id, userId: code.userId, scope: request.scope ?? code.scope, ...lifetimes });
}

function authenticate(oauth: OAuth, identifier: string, secret: string | undefined): OAuthClient {
  const client = oauth.client(identifier);
  if (client === undefined || (client.secret !== null && client.secret !== secret))
    throw oauthError(401, 'invalid_client');
  return client;
}

function presentPair(grant: Grant): Record<string, unknown> {
  return {
    access_token: grant.accessToken,
    token_type: 'bearer',
    scope: grant.scopes.join(' '),
    expires_in: expiresIn(grant),
    refresh_token: grant.refreshToken,
    refresh_token_expires_in: Math.round((grant.refreshExpiresAt - grant.createdAt) / 1000),
  };
}

export function tokenRoutes(oauth: OAuth): Route[] {
  const current = (request: ApiRequest): Grant => {
    const grant = oauth.grantOf(request.token);
    if (grant === undefined) throw new ApiError(401, { error: 'invalid_token' });
    return grant;
  };
  const path = '/api/v2/oauth/tokens/current';
  return [
    {
      method: 'GET',
      path,
      resource: 'any',
      role: 'any',
      handle: (r) => ok({ token: presentGrant(current(r), r.url.origin) }),
    },
    {
      method: 'DELETE',
      path,
      resource: 'any',
      role: 'any',
      handle: (r) => {
        oauth.revoke(current(r).accessToken);
        return noContent();
      },
    },
  ];
}
