import type { SealingKey } from '../crypto/seal.ts';
import { createVault } from '../crypto/vault.ts';
import { newWebhookSecret } from '../crypto/webhook-secret.ts';
import { publicUrl } from '../http/public-url.ts';
import { postSigned } from '../http/signed-post.ts';
import { NotFound, Permanent, RetryLater } from '../loop/ports/errors.ts';
import type { Courier } from '../loop/ports/stores/outbox.ts';
import type { SecretStore } from '../loop/ports/stores/tenants.ts';
import { PREVIOUS_SECRET_MS, type Settings, secretsAt, settingsSchema } from './settings.ts';

/** A receiver that answers later is down. Source: Standard Webhooks advises 15 to 30 s; ours holds a tenant's work up. */
const TIMEOUT_MS = 10_000;

/** Whose address is refused where it is. */
const WHOSE = 'the webhook’s address';

/** Under this name a tenant's settings stand sealed. */
const NAME = 'notices_webhook';

export interface CourierOptions {
  secrets: SecretStore;
  sealKey: SealingKey;
  isLoopbackAllowed: boolean;
  now: () => number;
  fetch?: typeof fetch;
}

/**
 * Sends notices to a tenant's webhook, signed as Standard Webhooks 1.0 asks with each secret in use. Nothing but the status of
 * the answer is read.
 */
export function createCourier(options: CourierOptions): Courier {
  const { secrets, sealKey, isLoopbackAllowed, now } = options;
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);
  const vault = createVault(secrets, sealKey, now);
  const read = async (tenant: string): Promise<Settings | null> => {
    const stored = await vault.get(tenant, NAME);
    return stored === null ? null : settingsSchema.parse(JSON.parse(stored));
  };
  const keep = (tenant: string, settings: Settings) => vault.put(tenant, NAME, JSON.stringify(settings));
  const shown = ({ url, createdAt, previous }: Settings) => {
    return { url, createdAt, previousUntil: previous && previous.until > now() ? previous.until : null };
  };
  return {
    hasWebhook: async (tenant) => (await read(tenant)) !== null,
    async webhook(tenant) {
      const settings = await read(tenant);
      return settings && shown(settings);
    },
    async setWebhook(tenant, url) {
      const address = publicUrl(url, WHOSE, { allowLoopback: isLoopbackAllowed });
      const settings = { url: address, createdAt: now(), secret: newWebhookSecret(), previous: null };
      await keep(tenant, settings);
      return { webhook: shown(settings), secret: settings.secret };
    },
    async rotateSecret(tenant) {
      const settings = await read(tenant);
      if (!settings) throw new NotFound('there is no outgoing webhook');
      const previous = { secret: settings.secret, until: now() + PREVIOUS_SECRET_MS };
      const rotated = { ...settings, secret: newWebhookSecret(), previous };
      await keep(tenant, rotated);
      return { webhook: shown(rotated), secret: rotated.secret };
    },
    async removeWebhook(tenant) {
      await secrets.remove(tenant, NAME);
      vault.forget(tenant);
    },
    async deliver(tenant, letter) {
      const settings = await read(tenant);
      if (!settings) throw new Permanent('there is no outgoing webhook');
      const url = publicUrl(settings.url, WHOSE, { allowLoopback: isLoopbackAllowed });
      const message = { ...letter, secrets: secretsAt(settings, now()) };
      const status = await postSigned(send, url, message, TIMEOUT_MS, async (response) => {
        await response.body?.cancel();
        return response.status;
      });
      if (status >= 200 && status < 300) return;
      if (status === 410) throw new Permanent('410: the receiver wants no more');
      throw new RetryLater(
        status >= 300 && status < 400 ? `a redirect (${status}) is not followed` : `${status}`,
        0,
        'row',
      );
    },
  };
}
