import { type Tenant, tenantId } from '../../shared/tenant.ts';
import type { SealingKey } from '../crypto/seal.ts';
import { createVault } from '../crypto/vault.ts';
import type { JsonClient } from '../http/client.ts';
import { tenantBaseUrl, zendeskBaseUrl } from '../http/host.ts';
import { AuthLost, NotFound } from '../loop/errors.ts';
import type { Helpdesk } from '../loop/helpdesk.ts';
import type { LoopMessage } from '../loop/messages.ts';
import type { SecretStore, TenantStore } from '../loop/ports.ts';
import { createZendeskClient } from './client.ts';
import { translate } from './events.ts';
import { createZendeskHelpdesk } from './helpdesk.ts';
import { createZendeskSessions } from './sessions.ts';
import { verifyWebhook } from './webhook.ts';

export interface ConnectionOptions {
  secrets: SecretStore;
  tenants: TenantStore;
  sealKey: SealingKey;
  publicUrl: string;
  isLoopbackAllowed: boolean;
  now: () => number;
  /** The helpdesk's own time: the wall's, but where a sandbox or a replay owns it. */
  eventNow: () => number;
  /** The app's id where it is the same in every account; null: each account has its own. */
  appId: string | null;
}

/** An account as an admin connects it. `baseUrl` is the sandbox's; the account's own address otherwise. */
export interface Account {
  accountId: string;
  subdomain: string;
  baseUrl?: string;
  token: string;
  locale: string;
}

/** A webhook that was looked at: refused with the status to answer, of no interest, or a message for the inbox. */
export type Received =
  | { refused: string; status: 400 | 401 }
  | { ignored: string }
  | { key: string; message: LoopMessage };

/** A person waits for the page: what Zendesk does not answer in this time is not known now. */
const PATIENCE_MS = 4_000;
const LIVE_SECRETS = ['webhook_secret', 'webhook_secret_previous'];

/** All Zendesk accounts of this deployment: their helpdesks by tenant, their webhooks, and connecting a new one. */
export function createZendeskConnections(options: ConnectionOptions) {
  const { tenants, publicUrl, isLoopbackAllowed, now, eventNow } = options;
  const vault = createVault(options.secrets, options.sealKey, now);
  const held = new Map<string, Helpdesk>();

  async function accountOf(tenant: string): Promise<Tenant> {
    const account = await tenants.find(tenant);
    if (account?.vendor !== 'zendesk') throw new NotFound(`no Zendesk account is connected as ${tenant}`);
    return account;
  }

  async function tokenOf(tenant: string): Promise<string> {
    const stored = await vault.get(tenant, 'access_token');
    if (stored === null) throw new AuthLost('no token is stored: connect the account again');
    return stored;
  }

  /** A client for a question that a person waits for: the whole rate limit, and a short patience. */
  async function asking(tenant: string): Promise<JsonClient> {
    const { baseUrl, subdomain } = await accountOf(tenant);
    return createZendeskClient({
      baseUrl: tenantBaseUrl(baseUrl, subdomain, { allowLocal: isLoopbackAllowed }),
      token: () => tokenOf(tenant),
      share: 1,
      timeoutMs: PATIENCE_MS,
      now,
    });
  }

  async function helpdesk(tenant: string, use: 'reading' | 'publishing' = 'reading'): Promise<Helpdesk> {
    const known = held.get(`${use}/${tenant}`);
    if (known) return known;
    const account = await accountOf(tenant);
    const token = () => tokenOf(tenant);
    const ownUserId = await vault.get(tenant, 'own_user_id');
    const botIds = ownUserId === null ? [] : [ownUserId];
    const fresh = createZendeskHelpdesk({
      tenant: account,
      token,
      share: use === 'publishing' ? 1 : 0.5,
      botIds,
      allowLocal: isLoopbackAllowed,
      eventNow,
    });
    held.set(`${use}/${tenant}`, fresh);
    return fresh;
  }

  async function receive(tenant: string, headers: Headers, rawBody: Uint8Array): Promise<Received> {
    const live = await Promise.all(LIVE_SECRETS.map((name) => vault.get(tenant, name)));
    const secrets = live.filter((secret) => secret !== null);
    const accountId = tenant.slice('zendesk:'.length);
    const webhookId = await vault.get(tenant, 'webhook_id');
    const verdict = await verifyWebhook({ headers, rawBody, secrets, now: now(), accountId, webhookId });
    if (!verdict.isAccepted) return { refused: verdict.refusal, status: verdict.status };
    return translate(verdict.event, await vault.get(tenant, 'own_user_id'));
  }

  /** Seals the token, finds out who it acts as, makes the webhook and keeps its secret beside the one before. */
  async function connect(account: Account): Promise<Tenant> {
    const id = tenantId('zendesk', account.accountId);
    const { accountId, subdomain, locale } = account;
    const baseUrl = tenantBaseUrl(account.baseUrl ?? zendeskBaseUrl(subdomain), subdomain, {
      allowLocal: isLoopbackAllowed,
    });
    const createdAt = (await tenants.find(id))?.createdAt ?? now();
    const tenant: Tenant = { id, vendor: 'zendesk', accountId, subdomain, baseUrl, state: 'active', locale, createdAt };
    const connection = createZendeskHelpdesk({ tenant, token: () => account.token, allowLocal: isLoopbackAllowed });
    const ownUserId = await connection.ownUserId();
    const { webhookId, secret } = await connection.ensureWebhook(`${publicUrl}/webhooks/zendesk/${accountId}`);
    const previous = await vault.get(id, 'webhook_secret');
    if (previous !== null && previous !== secret) await vault.put(id, 'webhook_secret_previous', previous);
    await vault.put(id, 'access_token', account.token);
    await vault.put(id, 'webhook_secret', secret);
    await vault.put(id, 'webhook_id', webhookId);
    await vault.put(id, 'own_user_id', ownUserId);
    for (const use of ['reading', 'publishing']) held.delete(`${use}/${id}`);
    return tenant;
  }
  const { opened, rights, setApp } = createZendeskSessions({ tenants, vault, asking, appId: options.appId, now });
  return { helpdesk, receive, connect, opened, rights, setApp };
}
