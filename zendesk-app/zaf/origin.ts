/** Where a page may be framed from: Zendesk's accounts, and this machine where the page itself is served from it. */
const ZENDESK = /^https:\/\/[a-z0-9][a-z0-9-]*\.zendesk\.com$/;
const LOOPBACK = /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/;

/**
 * Whether the page was opened by a helpdesk that may open it: its address names the host's origin and this app's guid. The
 * bundled SDK would speak to any origin that the address names, so this is asked before it is started.
 */
export function isOpenedByZendesk(address: Pick<Location, 'search' | 'hash' | 'hostname'>): boolean {
  const named = (name: string) =>
    new URLSearchParams(address.search).get(name) ?? new URLSearchParams(address.hash.slice(1)).get(name);
  const origin = named('origin') ?? '';
  const isHere = address.hostname === 'localhost' || address.hostname === '127.0.0.1';
  return Boolean(named('app_guid')) && (ZENDESK.test(origin) || (isHere && LOOPBACK.test(origin)));
}
