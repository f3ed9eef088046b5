import { z } from 'zod';
import { type Said, say } from '../../../shared/said/said.ts';
import type { JsonClient } from '../../http/client.ts';
import { NotFound } from '../../loop/ports/errors.ts';
import { readAllPages } from '../pages.ts';
import { idSchema, parseAnswer, segment } from '../parse.ts';
import { SUBSCRIPTIONS } from '../webhooks/events.ts';

const WEBHOOKS = '/api/v2/webhooks';
/** The other kind of connection: triggers and automations. A webhook's kind is fixed when it is made. */
const TRIGGERED = 'conditional_ticket_events';
const webhookSchema = z.looseObject({
  id: idSchema,
  endpoint: z.string(),
  status: z.string(),
  subscriptions: z.array(z.string()).nullish(),
});
const webhooksSchema = z.looseObject({ webhooks: z.array(webhookSchema) });
const createdSchema = z.looseObject({ webhook: z.looseObject({ id: idSchema }) });
const secretSchema = z.looseObject({ signing_secret: z.looseObject({ secret: z.string().min(1) }) });

async function createWebhook(client: JsonClient, endpoint: string): Promise<string> {
  const webhook = {
    name: 'Mend',
    endpoint,
    http_method: 'POST',
    request_format: 'json',
    status: 'active',
    subscriptions: SUBSCRIPTIONS,
  };
  const answer = await client.request(WEBHOOKS, { method: 'POST', body: { webhook } });
  return parseAnswer(createdSchema, answer, 'created webhook').webhook.id;
}

/** The account's webhook; `repaired` is what was done to it, null where it was as it has to be. */
export interface EnsuredWebhook {
  webhookId: string;
  secret: string;
  repaired: Said | null;
}

/**
 * The account's webhook to our endpoint, made or mended: found by the id we know, else by its endpoint, else created with the
 * subscriptions of `events.ts` (POST and JSON, as event subscriptions demand). One that a person switched off, pointed
 * elsewhere or subscribed to less is put right by PATCH and told; one of the other kind of connection can't be: it is
 * removed and made anew. A second one to our endpoint is removed, since it would send everything twice.
 */
export async function ensureWebhook(
  client: JsonClient,
  endpoint: string,
  knownId: string | null = null,
): Promise<EnsuredWebhook> {
  const all = await listWebhooks(client);
  const ours = all.filter(({ id, endpoint: to }) => id === knownId || to === endpoint);
  const own = ours.find(({ id }) => id === knownId) ?? ours[0];
  for (const other of ours) if (other !== own) await removeWebhook(client, other.id);
  const { webhookId, repaired } = await mended(client, endpoint, own ?? null, knownId);
  const answer = await client.request(`${WEBHOOKS}/${segment(webhookId)}/signing_secret`);
  const { secret } = parseAnswer(secretSchema, answer, 'signing_secret').signing_secret;
  const twice = ours.length > 1 ? say('repaired.twice') : null;
  return { webhookId, secret, repaired: repaired ?? twice };
}

/** Whether the account's webhook is as it has to be; looks, and changes nothing. */
export async function isWebhookRight(client: JsonClient, endpoint: string, knownId: string | null): Promise<boolean> {
  const own = (await listWebhooks(client)).find(({ id, endpoint: to }) => id === knownId || to === endpoint);
  return own !== undefined && faultsOf(own, endpoint).length === 0;
}

function faultsOf(own: z.output<typeof webhookSchema>, endpoint: string): Said[] {
  const lacking = SUBSCRIPTIONS.filter((type) => !own.subscriptions?.includes(type));
  return [
    ...(own.endpoint === endpoint ? [] : [say('fault.elsewhere')]),
    ...(own.status === 'active' ? [] : [say('fault.status', { status: own.status })]),
    ...(lacking.length === 0 ? [] : [say('fault.lacked', { count: lacking.length })]),
  ];
}

function listWebhooks(client: JsonClient) {
  return readAllPages(client, WEBHOOKS, {}, (answer) => parseAnswer(webhooksSchema, answer, 'webhooks').webhooks);
}

async function mended(
  client: JsonClient,
  endpoint: string,
  own: z.output<typeof webhookSchema> | null,
  knownId: string | null,
): Promise<{ webhookId: string; repaired: Said | null }> {
  if (!own) {
    const repaired = knownId === null ? null : say('repaired.gone');
    return { webhookId: await createWebhook(client, endpoint), repaired };
  }
  const wrong = faultsOf(own, endpoint);
  if (wrong.length === 0) return { webhookId: own.id, repaired: null };
  const repaired = say('repaired.faults', { faults: { all: wrong } });
  if (own.subscriptions?.includes(TRIGGERED)) {
    await removeWebhook(client, own.id);
    return { webhookId: await createWebhook(client, endpoint), repaired };
  }
  const webhook = { endpoint, status: 'active', subscriptions: SUBSCRIPTIONS };
  await client.request(`${WEBHOOKS}/${segment(own.id)}`, { method: 'PATCH', body: { webhook } });
  return { webhookId: own.id, repaired };
}

/** Removes a webhook; one that is gone already is as good. */
export async function removeWebhook(client: JsonClient, id: string): Promise<void> {
  try {
    await client.request(`${WEBHOOKS}/${segment(id)}`, { method: 'DELETE' });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
}
