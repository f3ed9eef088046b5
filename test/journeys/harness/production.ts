import type { BrowserContext, Route } from 'playwright-core';

/** Where the parts stand in production, by the addresses that a browser sees. */
export const ZENDESK = 'https://shiftloom.zendesk.com';
export const MEND = 'https://mend.example';
export const SDK = 'https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js';

/**
 * Gives production's addresses to servers of this machine: origins, policies and frames are the browser's own, only the
 * network is ours. What the routing does not carry: cookies and fetch metadata.
 */
export async function routeProduction(
  context: BrowserContext,
  to: { host: string; mend: string; helpdesk: string; sdk: string },
): Promise<void> {
  await context.route(`${to.helpdesk}/**`, (route) => pass(route, to.helpdesk, to.host));
  await context.route(`${MEND}/**`, (route) => pass(route, MEND, to.mend));
  await context.route(SDK, (route) => route.fulfill({ contentType: 'text/javascript', body: to.sdk }));
}

/** Closes such a context: what is still on its way to a page that goes is nobody's loss. */
export async function leaveProduction(context: BrowserContext): Promise<void> {
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
}

/** To the server behind the address; the helpdesk's own server knows itself by its own name. */
async function pass(route: Route, address: string, server: string): Promise<void> {
  const request = route.request();
  const headers = await request.allHeaders();
  if (headers.origin === address && address !== MEND) headers.origin = server;
  const response = await route.fetch({ url: request.url().replace(address, server), headers });
  await route.fulfill({ response });
}
