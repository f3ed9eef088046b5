import { createJsonClient, type JsonClient, type JsonClientOptions } from '../http/client.ts';

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

/** A client of one Zendesk account. */
export function createZendeskClient({ token, marketplace, ...options }: ZendeskClientOptions): JsonClient {
  return createJsonClient({
    ...options,
    authorization: token && (async () => `Bearer ${await token()}`),
    headers: marketplace ? marketplaceHeaders(marketplace) : {},
    bucketOf,
    isTokenRefused,
  });
}
