import type { Tenant } from '../../../shared/tenant.ts';
import type { SealingKey } from '../../crypto/seal.ts';
import { createVault } from '../../crypto/vault.ts';
import type { JsonClient } from '../../http/client.ts';
import { tenantBaseUrl } from '../../http/host.ts';
import { AuthLost, NotFound } from '../../loop/ports/errors.ts';
import type { Helpdesk, Proven, Proving } from '../../loop/ports/helpdesk.ts';
import type { LoopMessage } from '../../loop/ports/messages.ts';
import type { LeaseStore, SecretStore, TenantStore } from '../../loop/ports/stores/tenants.ts';
import { createZendeskClient, type Marketplace } from '../client.ts';
import { createZendeskHelpdesk } from '../helpdesk.ts';
import { translate } from '../webhooks/events.ts';
import { verifyWebhook } from '../webhooks/webhook.ts';
import { createConnecting, webhookUrl } from './connecting.ts';
import type { OauthApp } from './oauth.ts';
import { proveAccount, TEST_EVENT } from './proofs.ts';
import { createZendeskSessions } from './sessions.ts';
import { createTokens } from './tokens.ts';

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
  /** The OAuth client; null where accounts are connected with a token alone. */
  app: OauthApp | null;
  /** What a Marketplace app says of itself with every request. */
  marketplace: Marketplace | null;
  /** One refresh of a tenant's tokens at a time. */
  locks: LeaseStore;
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
  const { tenants, marketplace, isLoopbackAllowed, now, eventNow } = options;
  const vault = createVault(options.secrets, options.sealKey, now);
  const held = new Map<string, Helpdesk>();
  const at = (baseUrl: string, subdomain: string, token: (() => string) | null, timeoutMs?: number) =>
    createZendeskClient({
      baseUrl: tenantBaseUrl(baseUrl, subdomain, { allowLocal: isLoopbackAllowed }),
      token,
      marketplace,
      share: 1,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      now,
    });
  const clientOf = ({ baseUrl, subdomain }: Tenant) => at(baseUrl, subdomain, null);
  const tokens = createTokens({ vault, locks: options.locks, app: options.app, clientOf, now });

  async function accountOf(tenant: string): Promise<Tenant> {
    const account = await tenants.find(tenant);
    if (account?.vendor !== 'zendesk') throw new NotFound(`no Zendesk account is connected as ${tenant}`);
    return account;
  }

  /** The tenant's token, asked for at each request: nothing is sent for an account that is leaving or has left. */
  async function tokenOf(tenant: string): Promise<string> {
    const account = await accountOf(tenant);
    if (account.state === 'closing')
      throw new AuthLost('the account was disconnected: nothing is asked of it any more');
    return tokens.current(account);
  }
  const renewOf = (tenant: string) => async (refused: string) => tokens.renew(await accountOf(tenant), refused);

  /** A client for a question that a person waits for: the whole rate limit, and a short patience. */
  async function asking(tenant: string): Promise<JsonClient> {
    const { baseUrl, subdomain } = await accountOf(tenant);
    return createZendeskClient({
      baseUrl: tenantBaseUrl(baseUrl, subdomain, { allowLocal: isLoopbackAllowed }),
      token: () => tokenOf(tenant),
      renew: renewOf(tenant),
      marketplace,
      share: 1,
      timeoutMs: PATIENCE_MS,
      now,
    });
  }

  async function helpdesk(tenant: string, use: 'reading' | 'publishing' = 'reading'): Promise<Helpdesk> {
    const account = await accountOf(tenant);
    const name = `${use}/${tenant}/${account.baseUrl}/${account.answersAs ?? ''}`;
    const known = held.get(name);
    if (known) return known;
    const ownUserId = await vault.get(tenant, 'own_user_id');
    const botIds = [ownUserId, account.answersAs].filter((id) => typeof id === 'string');
    const fresh = createZendeskHelpdesk({
      tenant: account,
      token: () => tokenOf(tenant),
      renew: renewOf(tenant),
      marketplace,
      share: use === 'publishing' ? 1 : 0.5,
      botIds,
      allowLocal: isLoopbackAllowed,
      eventNow,
    });
    held.set(name, fresh);
    return fresh;
  }

  async function receive(tenant: string, headers: Headers, rawBody: Uint8Array): Promise<Received> {
    const live = await Promise.all(LIVE_SECRETS.map((name) => vault.get(tenant, name)));
    const secrets = live.filter((secret) => secret !== null);
    const accountId = tenant.slice('zendesk:'.length);
    const webhookId = await vault.get(tenant, 'webhook_id');
    const verdict = await verifyWebhook({ headers, rawBody, secrets, now: now(), accountId, webhookId });
    if (!verdict.isAccepted) return { refused: verdict.refusal, status: verdict.status };
    if (verdict.event.type === TEST_EVENT)
      return { key: verdict.event.id, message: { type: 'repair', at: verdict.event.time } };
    return translate(verdict.event, await vault.get(tenant, 'own_user_id'));
  }

  const { opened, rights, setApp } = createZendeskSessions({ tenants, vault, asking, appId: options.appId, now });
  /** Asks the account about everything its connection needs, with the patience of a person who waits. */
  async function prove(tenant: string, how: Proving): Promise<Proven[]> {
    const account = await accountOf(tenant);
    const client = await asking(tenant);
    const endpoint = webhookUrl(options.publicUrl, account.accountId);
    return proveAccount(account, { client, vault, endpoint, eventNow }, how);
  }

  const connecting = createConnecting({ ...options, vault, tokens, at });
  return { helpdesk, receive, prove, ...connecting, opened, rights, setApp };
}
