import { Invalid } from '../loop/ports/errors.ts';

const SUBDOMAIN = /^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/;
const LOCAL_BASE = /^http:\/\/127\.0\.0\.1:\d{1,5}$/;

/** The API's base of an account, built from a validated label: never from a string that could be an address. */
export function zendeskBaseUrl(subdomain: string): string {
  if (!SUBDOMAIN.test(subdomain))
    throw new Invalid('a Zendesk subdomain has 2 to 63 lower-case letters, digits or hyphens');
  return `https://${subdomain}.zendesk.com`;
}

/**
 * The base a tenant's requests go to: its account's, exactly. With `allowLocal` (the sandbox) also
 * `http://127.0.0.1:<port>`, written so. Anything else is Invalid.
 */
export function tenantBaseUrl(stored: string, subdomain: string, options: { allowLocal?: boolean } = {}): string {
  if (options.allowLocal && LOCAL_BASE.test(stored)) return stored;
  const base = zendeskBaseUrl(subdomain);
  if (stored !== base) throw new Invalid('the stored base URL is not that of the account');
  return base;
}

/**
 * The URL of one request. `path` is a path of ours or an absolute URL the vendor handed out for the next page; either
 * way it must stay on the base's origin, because the token goes with it.
 */
export function sameOriginUrl(
  baseUrl: string,
  path: string,
  query: Record<string, string | number | boolean> = {},
): URL {
  const base = new URL(baseUrl);
  let url: URL;
  try {
    url = new URL(path, base);
  } catch {
    throw new Invalid('a request path is no URL');
  }
  const isOurs = url.origin === base.origin && url.username === '' && url.password === '' && !path.includes('\\');
  if (!isOurs) throw new Invalid('a request would leave the tenant’s host');
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url;
}
