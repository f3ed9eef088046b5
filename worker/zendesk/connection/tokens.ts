import { z } from 'zod';
import type { Tenant } from '../../../shared/tenant.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { Vault } from '../../crypto/vault.ts';
import type { JsonClient } from '../../http/client.ts';
import { AuthLost, RetryLater } from '../../loop/ports/errors.ts';
import type { LeaseStore } from '../../loop/ports/stores/tenants.ts';
import { type OauthApp, type OauthTokens, refreshTokens } from './oauth.ts';

/** A token is renewed this long before it ends, so that no request meets its end on the way. */
const MARGIN_MS = 2 * MINUTE_MS;
/** A refresh that died keeps others waiting this long; longer than the client's own 20 s. */
const LOCK_MS = 30_000;
/** How often and how long others look whether the refresh is done. */
const POLL_MS = 100;
const PATIENCE_MS = 25_000;
/** The new pair is the only one there is: storing it is tried this often. */
const KEEPS = 3;

const NAME = 'oauth';
const storedSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
  scope: z.string(),
  expiresAt: z.number().nullable(),
  refreshExpiresAt: z.number().nullable(),
});

export interface TokenOptions {
  vault: Vault;
  /** One refresh of a tenant at a time, over all isolates. */
  locks: LeaseStore;
  /** Null where no OAuth app is configured: tokens then last as long as they last. */
  app: OauthApp | null;
  /** A client without authorization on the account's base. */
  clientOf: (tenant: Tenant) => JsonClient;
  now: () => number;
}

/** The tokens of all accounts. Sealed as one text, so that a pair is never half new. */
export interface Tokens {
  keep(tenant: string, tokens: OauthTokens): Promise<void>;
  /** The access token, refreshed where its end is near. AuthLost where an admin must connect the account again. */
  current(tenant: Tenant): Promise<string>;
  /** Another token than the one that was refused: what another isolate got meanwhile, else a refreshed one. */
  renew(tenant: Tenant, refused: string): Promise<string>;
}

export function createTokens({ vault, locks, app, clientOf, now }: TokenOptions): Tokens {
  async function read(tenant: string): Promise<OauthTokens> {
    const stored = await vault.get(tenant, NAME);
    if (stored === null) throw new AuthLost('no token is stored: connect the account again');
    return storedSchema.parse(JSON.parse(stored));
  }

  async function keep(tenant: string, tokens: OauthTokens): Promise<void> {
    for (let attempt = 1; ; attempt++)
      try {
        return await vault.put(tenant, NAME, JSON.stringify(tokens));
      } catch (error) {
        if (attempt === KEEPS) throw error;
      }
  }

  /** The vendor deletes the old pair with the answer, so one refreshes and the others wait for what it stores. */
  async function refreshed(tenant: Tenant, isOld: (tokens: OauthTokens) => boolean): Promise<string> {
    const holder = crypto.randomUUID();
    const end = now() + PATIENCE_MS;
    for (;;) {
      vault.forget(tenant.id);
      const stored = await read(tenant.id);
      if (!isOld(stored)) return stored.accessToken;
      if (!app || stored.refreshToken === null) throw new AuthLost('the token is over and there is none to renew it');
      if (await locks.acquire(tenant.id, holder, now(), now() + LOCK_MS))
        try {
          vault.forget(tenant.id);
          const last = await read(tenant.id);
          if (!isOld(last)) return last.accessToken;
          const next = await refreshTokens(clientOf(tenant), app, last.refreshToken ?? '', now());
          await keep(tenant.id, next);
          return next.accessToken;
        } finally {
          await locks.release(tenant.id, holder);
        }
      if (now() > end) throw new RetryLater('another worker is renewing the token', POLL_MS * 50);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  const isEnding = ({ expiresAt, refreshToken }: OauthTokens) =>
    app !== null && refreshToken !== null && expiresAt !== null && expiresAt - now() < MARGIN_MS;
  return {
    keep,
    async current(tenant) {
      const held = await read(tenant.id);
      return isEnding(held) ? refreshed(tenant, isEnding) : held.accessToken;
    },
    renew: (tenant, refused) => refreshed(tenant, ({ accessToken }) => accessToken === refused),
  };
}
