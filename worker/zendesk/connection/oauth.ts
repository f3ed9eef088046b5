import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { AuthLost, Permanent } from '../../loop/ports/errors.ts';
import { parseAnswer } from '../parse.ts';

/** What Mend asks for, and why: shown to the admin who connects. */
export const ZENDESK_SCOPES = [
  'tickets:read', // reads tickets, comments, audits and the incremental exports
  'users:read', // tells customers from agents by their role
  'organizations:read', // counts customers by organization and reads their segment
  'hc:read', // reads articles, translations and sections
  'hc:write', // publishes approved patches and articles
  'macros:read', // finds saved replies that repeat a fact which an article gets wrong
  'macros:write', // changes them with the article, and saves a reply that a person approved
  'webhooks:read', // finds its own webhook and its signing secret
  'webhooks:write', // creates that webhook, mends it and removes it when the account leaves
  'tickets:write', // writes the note or reply that a person asked for
  'apps:read', // proves who opens the app: its own installation and public key
] as const;

const ACCESS_SECONDS = 1_800;
const REFRESH_SECONDS = 2_592_000;

/** The registered OAuth client. A public one has no secret and uses PKCE. */
export interface OauthApp {
  clientId: string;
  clientSecret: string | null;
}

/** Tokens as Zendesk gave them; times in ms. `refreshToken` is null where the client is not given one. */
export interface OauthTokens {
  accessToken: string;
  refreshToken: string | null;
  scope: string;
  expiresAt: number | null;
  refreshExpiresAt: number | null;
}

const tokensSchema = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  scope: z.string().nullish(),
  expires_in: z.number().positive().nullish(),
  refresh_token_expires_in: z.number().positive().nullish(),
});

export function scopeText(): string {
  return ZENDESK_SCOPES.join(' ');
}

/** Where the admin is sent. `state` is single-use and bound to session and tenant; `challenge` is PKCE's S256. */
export function authorizeUrl(
  baseUrl: string,
  app: OauthApp,
  redirectUri: string,
  state: string,
  challenge: string | null,
): string {
  const url = new URL('/oauth/authorizations/new', baseUrl);
  const pkce = challenge === null ? {} : { code_challenge: challenge, code_challenge_method: 'S256' };
  const query = {
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: redirectUri,
    scope: scopeText(),
    state,
    ...pkce,
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.toString();
}

async function requestTokens(
  client: JsonClient,
  app: OauthApp,
  grant: Record<string, string>,
  now: number,
): Promise<OauthTokens> {
  const secret = app.clientSecret === null ? {} : { client_secret: app.clientSecret };
  const body = {
    ...grant,
    client_id: app.clientId,
    ...secret,
    scope: scopeText(),
    expires_in: ACCESS_SECONDS,
    refresh_token_expires_in: REFRESH_SECONDS,
  };
  let answer: unknown;
  try {
    answer = await client.request('/oauth/tokens', { method: 'POST', body });
  } catch (error) {
    // The vendor's words may repeat what was sent: a code or a token.
    if (error instanceof Permanent) throw new AuthLost('POST /oauth/tokens: the grant is refused');
    throw error;
  }
  const tokens = parseAnswer(tokensSchema, answer, 'oauth/tokens');
  const after = (seconds: number | null | undefined) => (seconds ? now + seconds * 1_000 : null);
  return {
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token ?? null,
    scope: tokens.scope ?? '',
    expiresAt: after(tokens.expires_in),
    refreshExpiresAt: after(tokens.refresh_token_expires_in),
  };
}

/** Tokens for an authorization code (valid 120 s). `client` is one without authorization on the account's base. */
export function exchangeCode(
  client: JsonClient,
  app: OauthApp,
  grant: { code: string; redirectUri: string; verifier: string | null },
  now: number,
) {
  const pkce: Record<string, string> = grant.verifier === null ? {} : { code_verifier: grant.verifier };
  return requestTokens(
    client,
    app,
    { grant_type: 'authorization_code', code: grant.code, redirect_uri: grant.redirectUri, ...pkce },
    now,
  );
}

/**
 * A new pair for a refresh token. Zendesk deletes the old pair at once: the caller must let one refresh of a tenant run
 * at a time (a lease) and store the answer before it uses it. AuthLost: an admin has to connect again.
 */
export function refreshTokens(
  client: JsonClient,
  app: OauthApp,
  refreshToken: string,
  now: number,
): Promise<OauthTokens> {
  return requestTokens(client, app, { grant_type: 'refresh_token', refresh_token: refreshToken }, now);
}
