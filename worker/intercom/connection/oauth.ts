import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { AuthLost, Permanent } from '../../loop/ports/errors.ts';
import { parseAnswer } from '../parse.ts';
import { type Region, regionAppUrl } from './regions.ts';

/** The app as the Developer Hub has it. The secret also signs webhooks and canvas requests. */
export interface OauthApp {
  clientId: string;
  clientSecret: string;
}

/**
 * Where the admin is sent, in their region's web app. `state` is single-use and bound to the session. The redirect URI must
 * be one of the app's and HTTPS; without it the app's first one is used.
 */
export function authorizeUrl(
  app: Pick<OauthApp, 'clientId'>,
  state: string,
  redirectUri?: string,
  region: Region = 'us',
) {
  const url = new URL('/oauth', regionAppUrl(region));
  const query = { client_id: app.clientId, state, ...(redirectUri === undefined ? {} : { redirect_uri: redirectUri }) };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.toString();
}

const tokenSchema = z.looseObject({ access_token: z.string().min(1).nullish(), token: z.string().min(1).nullish() });

/**
 * The access token for an authorization code. It does not expire and there is nothing to refresh it with: it ends when the
 * app is uninstalled. `client` is one without authorization. AuthLost: an admin has to connect again.
 */
export async function exchangeCode(client: JsonClient, app: OauthApp, code: string): Promise<string> {
  const body = { code, client_id: app.clientId, client_secret: app.clientSecret };
  let answer: unknown;
  try {
    answer = await client.request('/auth/eagle/token', { method: 'POST', body });
  } catch (error) {
    // The vendor's words may repeat what was sent: a code or the secret.
    if (error instanceof Permanent) throw new AuthLost('POST /auth/eagle/token: the code is refused');
    throw error;
  }
  const { access_token, token } = parseAnswer(tokenSchema, answer, 'auth/eagle/token');
  const issued = access_token ?? token;
  if (!issued) throw new Permanent('intercom: auth/eagle/token: the answer holds no token');
  return issued;
}

const uninstallSchema = z.looseObject({ app_id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) });

/**
 * The workspace that an uninstall request names, or null. That request is not known to be signed: it is a hint, and
 * `confirmUninstalled` of the connections asks the vendor before anything is closed.
 */
export function readUninstall(body: unknown): string | null {
  return uninstallSchema.safeParse(body).data?.app_id ?? null;
}
