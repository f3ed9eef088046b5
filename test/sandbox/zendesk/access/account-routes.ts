import { ok, type Route } from '../api.ts';
import type { World } from '../world.ts';

/**
 * `GET /api/v2/account`, which the vendor's agent workspace reads and its reference leaves out: that it is open to a token
 * of an app is from memory, unverified. `GET /api/v2/help_center/locales` is in the reference.
 */
export function accountRoutes(world: World): Route[] {
  const { id, subdomain, locales, defaultLocale } = world.account;
  return [
    {
      method: 'GET',
      path: '/api/v2/account',
      resource: 'any',
      role: 'agent',
      handle: () => ok({ account: { id, subdomain, name: subdomain } }),
    },
    {
      method: 'GET',
      path: '/api/v2/help_center/locales',
      resource: 'hc',
      role: 'any',
      handle: () => ok({ locales, default_locale: defaultLocale }),
    },
  ];
}
