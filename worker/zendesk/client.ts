import { createJsonClient, type JsonClient, type JsonClientOptions } from '../http/client.ts';
import { AuthLost } from '../loop/ports/errors.ts';

/** What a Marketplace app must send with every request; checked in the vendor's review. */
export interface Marketplace {
  name: string;
  organizationId: string;
  appId: string;
}

export interface ZendeskClientOptions
  extends Omit<JsonClientOptions, 'authorization' | 'bucketOf' | 'isTokenRefused' | 'headers'> {
  /** The OAuth access token, asked for at each request; null for `/oauth/tokens`. */
  token: (() => string | Promise<string>) | null;
  /** Another token than the one that was refused; AuthLost where there is none. */
  renew?: (refused: string) => Promise<string>;
  marketplace?: Marketplace | null;
}

/** A 403 says "scope" where the token lacks one; any other refuses this thing to this user, and the token stays good. */
function isTokenRefused(words: string): boolean {
  return /\bscopes?\b/i.test(words);
}

/** The Help Center has a rate limit of its own, as large as the other. */
function bucketOf(path: string): string {
  return /^\/api\/v2\/(help_center|guide)\//.test(path) ? 'help_center' : 'support';
}

function marketplaceHeaders(marketplace: Marketplace): Record<string, string> {
  return {
    'x-zendesk-marketplace-name': marketplace.name,
    'x-zendesk-marketplace-organization-id': marketplace.organizationId,
    'x-zendesk-marketplace-app-id': marketplace.appId,
  };
}

/**
 * A client of one Zendesk account. A 401 may mean that another isolate has renewed the token and the vendor deleted ours:
 * the request is then sent once more with the one there is now.
 */
export function createZendeskClient({ token, renew, marketplace, ...options }: ZendeskClientOptions): JsonClient {
  const client = createJsonClient({
    ...options,
    authorization: token && (async () => `Bearer ${await token()}`),
    headers: marketplace ? marketplaceHeaders(marketplace) : {},
    bucketOf,
    isTokenRefused,
  });
  if (!token || !renew) return client;
  return {
    odd: client.odd,
    async request(path, request) {
      const used = await token();
      try {
        return await client.request(path, request);
      } catch (error) {
        if (!(error instanceof AuthLost) || !error.message.endsWith(': 401')) throw error;
        await renew(used);
        return client.request(path, request);
      }
    },
  };
}
