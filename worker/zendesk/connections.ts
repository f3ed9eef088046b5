import { tenantId } from '../../shared/tenant.ts';
import type { SealingKey } from '../crypto/seal.ts';
import { open, seal } from '../crypto/seal.ts';
import { tenantBaseUrl, zendeskBaseUrl } from '../http/host.ts';
import { AuthLost, NotFound } from '../loop/errors.ts';
import type { Helpdesk } from '../loop/helpdesk.ts';
import type { LoopMessage } from '../loop/messages.ts';
import type { SecretStore, TenantStore } from '../loop/ports.ts';
import { translate } from './events.ts';
import { createZendeskHelpdesk } from './helpdesk.ts';
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
}

/** An account as an admin connects it. `baseUrl` is the sandbox's; the account's own address otherwise. */
export interface Account {
  accountId: string;
  subdomain: string;
  baseUrl?: string;
  token: string;
  locale: string;
}

const LIVE_SECRETS = ['webhook_secret', 'webhook_secret_previous'];

/** All Zendesk accounts of this deployment: their helpdesks by tenant, their webhooks, and connecting a new one. */
export function createZendeskConnections({
  secrets,
  tenants,
  sealKey,
  publicUrl,
  isLoopbackAllowed,
  now,
  eventNow,
}: ConnectionOptions) {
  const held = new Map<string, Helpdesk>();
  const opened = new Map<string, { sealed: string; value: string }>();

  async function secret(tenant: string, name: string): Promise<string | null> {
    const sealed = await secrets.get(tenant, name);
    if (sealed === null) return null;
    const known = opened.get(`${tenant}/${name}`);
    if (known?.sealed === sealed) return known.value;
    const value = await open([sealKey], sealed, { tenant, name });
    opened.set(`${tenant}/${name}`, { sealed, value });
    return value;
  }
  const put = async (tenant: string, name: string, value: string) =>
    secrets.put(tenant, name, await seal(sealKey, value, { tenant, name }));

  async function helpdesk(tenant: string): Promise<Helpdesk> {
    const known = held.get(tenant);
    if (known) return known;
    const account = await tenants.find(tenant);
    if (account?.vendor !== 'zendesk') throw new NotFound(`no Zendesk account is connected as ${tenant}`);
    const fresh = createZendeskHelpdesk({
      tenant: account,
      token: async () => {
        const token = await secret(tenant, 'access_token');
        if (token === null) throw new AuthLost('no token is stored: connect the account again');
        return token;
      },
      allowLocal: isLoopbackAllowed,
      eventNow,
    });
    held.set(tenant, fresh);
    return fresh;
  }

  return {
    helpdesk,
    async receive(
      tenant: string,
      headers: Headers,
      rawBody: Uint8Array,
    ): Promise<{ refused: string; status: 400 | 401 } | { ignored: string } | { key: string; message: LoopMessage }> {
      const live = await Promise.all(LIVE_SECRETS.map((name) => secret(tenant, name)));
      const accountId = tenant.slice('zendesk:'.length);
      const webhookId = await secret(tenant, 'webhook_id');
      const verdict = await verifyWebhook({
        headers,
        rawBody,
        secrets: live.filter((s) => s !== null),
        now: now(),
        accountId,
        webhookId,
      });
      return verdict.isAccepted
        ? translate(verdict.event, await secret(tenant, 'own_user_id'))
        : { refused: verdict.refusal, status: verdict.status };
    },
    async connect(account: Account): Promise<string> {
      const id = tenantId('zendesk', account.accountId);
      const baseUrl = tenantBaseUrl(account.baseUrl ?? zendeskBaseUrl(account.subdomain), account.subdomain, {
        allowLocal: isLoopbackAllowed,
      });
      const standing = await tenants.find(id);
      await put(id, 'access_token', account.token);
      const tenant = {
        id,
        vendor: 'zendesk' as const,
        accountId: account.accountId,
        subdomain: account.subdomain,
        baseUrl,
        state: 'active' as const,
        locale: account.locale,
        createdAt: standing?.createdAt ?? now(),
      };
      const connection = createZendeskHelpdesk({
        tenant,
        token: async () => account.token,
        allowLocal: isLoopbackAllowed,
      });
      const { webhookId, secret: signing } = await connection.ensureWebhook(
        `${publicUrl}/webhooks/zendesk/${account.accountId}`,
      );
      const previous = await secret(id, 'webhook_secret');
      if (previous !== null && previous !== signing) await put(id, 'webhook_secret_previous', previous);
      await put(id, 'webhook_secret', signing);
      await put(id, 'webhook_id', webhookId);
      held.delete(id);
      return id;
    },
  };
}
