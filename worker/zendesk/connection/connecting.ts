import { type Tenant, tenantId } from '../../../shared/tenant.ts';
import type { Vault } from '../../crypto/vault.ts';
import type { JsonClient } from '../../http/client.ts';
import { tenantBaseUrl, zendeskBaseUrl } from '../../http/host.ts';
import { Permanent } from '../../loop/ports/errors.ts';
import type { TenantStore } from '../../loop/ports/stores/tenants.ts';
import { readAccountId, readDefaultLocale, readMe } from './account.ts';
import { authorizeUrl, exchangeCode, type OauthApp, type OauthTokens } from './oauth.ts';
import type { Tokens } from './tokens.ts';
import { ensureWebhook, removeWebhook } from './webhooks-setup.ts';

/** A sign-in that was begun, as far as it concerns us. */
interface Begun {
  place: string;
  baseUrl: string | null;
  state: string;
  verifier: string;
}

/** Who leaves waits for no slow vendor: every call of leaving is given up after this. */
const LEAVING_MS = 5_000;

/** An account as the operator connects it. `baseUrl` is the sandbox's; the account's own address otherwise. */
export interface Account {
  accountId: string;
  subdomain: string;
  baseUrl?: string;
  token: string;
  locale: string;
}

export interface ConnectingOptions {
  tenants: TenantStore;
  vault: Vault;
  tokens: Tokens;
  app: OauthApp | null;
  publicUrl: string;
  isLoopbackAllowed: boolean;
  now: () => number;
  /** A client on an account's base with this token, or without one. */
  at: (baseUrl: string, subdomain: string, token: (() => string) | null, timeoutMs?: number) => JsonClient;
}

/** Connecting an account, by a token that the operator has or by what an admin allows at Zendesk; and leaving it. */
export function createConnecting(options: ConnectingOptions) {
  const { tenants, vault, tokens, app, publicUrl, now, at } = options;
  const redirectUri = `${publicUrl}/oauth/zendesk/callback`;
  const baseOf = (subdomain: string, baseUrl: string | null | undefined) =>
    tenantBaseUrl(baseUrl ?? zendeskBaseUrl(subdomain), subdomain, { allowLocal: options.isLoopbackAllowed });

  function configured(): OauthApp {
    if (!app) throw new Permanent('zendesk: no OAuth client is configured: ZENDESK_CLIENT_ID');
    return app;
  }

  /** Seals the tokens, finds out who they act as, makes the webhook and keeps its secret beside the one before. */
  async function settle(account: Omit<Account, 'token'>, granted: OauthTokens): Promise<Tenant> {
    const id = tenantId('zendesk', account.accountId);
    const { accountId, subdomain, locale } = account;
    const baseUrl = baseOf(subdomain, account.baseUrl);
    const client = at(baseUrl, subdomain, () => granted.accessToken);
    const me = await readMe(client);
    const { webhookId, secret } = await ensureWebhook(client, webhookUrl(publicUrl, accountId));
    const previous = await vault.get(id, 'webhook_secret');
    if (previous !== null && previous !== secret) await vault.put(id, 'webhook_secret_previous', previous);
    await tokens.keep(id, granted);
    await vault.put(id, 'webhook_secret', secret);
    await vault.put(id, 'webhook_id', webhookId);
    await vault.put(id, 'own_user_id', me.id);
    const createdAt = (await tenants.find(id))?.createdAt ?? now();
    return { id, vendor: 'zendesk', accountId, subdomain, baseUrl, state: 'active', locale, createdAt };
  }

  return {
    /** With a token of the operator's, which lasts as long as it lasts. The tenant is not stored yet. */
    connect: ({ token, ...account }: Account) =>
      settle(account, { accessToken: token, refreshToken: null, scope: '', expiresAt: null, refreshExpiresAt: null }),

    /** Connecting by sign-in: `place` is the subdomain. */
    signIn: {
      authorizeUrl: ({ place, baseUrl, state }: Begun, challenge: string) =>
        authorizeUrl(baseOf(place, baseUrl), configured(), redirectUri, state, challenge),

      /** The account says its own number; nobody's word is taken for it. */
      async connectByCode({ place: subdomain, baseUrl, verifier }: Begun, code: string): Promise<Tenant> {
        const base = baseOf(subdomain, baseUrl);
        const grant = { code, redirectUri, verifier };
        const granted = await exchangeCode(at(base, subdomain, null), configured(), grant, now());
        const client = at(base, subdomain, () => granted.accessToken);
        const { role } = await readMe(client);
        if (role !== 'admin') throw new Permanent('Only an administrator of the Zendesk account can connect it.');
        const accountId = await readAccountId(client);
        const locale = await readDefaultLocale(client);
        return settle({ accountId, subdomain, locale, ...(baseUrl === null ? {} : { baseUrl }) }, granted);
      },
    },

    /** Takes our webhook out of the account and gives the token back, as far as the account still lets us. */
    async leave({ id, baseUrl, subdomain }: Tenant): Promise<void> {
      const account = await tenants.find(id);
      if (!account) return;
      const token = await tokens.current(account);
      const client = at(baseUrl, subdomain, () => token, LEAVING_MS);
      const webhookId = await vault.get(id, 'webhook_id');
      if (webhookId !== null) await removeWebhook(client, webhookId);
      await client.request('/api/v2/oauth/tokens/current', { method: 'DELETE' });
      vault.forget(id);
    },
  };
}

/** Where the account's webhook sends to. */
export function webhookUrl(publicUrl: string, accountId: string): string {
  return `${publicUrl}/webhooks/zendesk/${accountId}`;
}
