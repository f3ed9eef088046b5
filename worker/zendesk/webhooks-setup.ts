import { z } from 'zod';
import type { JsonClient } from '../http/client.ts';
import { Permanent } from '../loop/errors.ts';
import { SUBSCRIPTIONS } from './events.ts';
import { readAllPages } from './pages.ts';
import { idSchema, parseAnswer, segment } from './parse.ts';

const WEBHOOKS = '/api/v2/webhooks';
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

/**
 * The account's webhook to our endpoint: found by the endpoint, else created with the subscriptions of `events.ts`
 * (POST and JSON, as event subscriptions demand). One that is switched off or subscribed to less is a person's doing or
 * an older version's: Permanent with what to do, since a second one would send everything twice.
 */
export async function ensureWebhook(
  client: JsonClient,
  endpoint: string,
): Promise<{ webhookId: string; secret: string }> {
  const all = await readAllPages(
    client,
    WEBHOOKS,
    {},
    (answer) => parseAnswer(webhooksSchema, answer, 'webhooks').webhooks,
  );
  const own = all.find((webhook) => webhook.endpoint === endpoint);
  const lacking = own ? SUBSCRIPTIONS.filter((type) => !own.subscriptions?.includes(type)) : [];
  if (own && (own.status !== 'active' || lacking.length > 0)) {
    const why = own.status === 'active' ? `is not subscribed to ${lacking.join(', ')}` : `is ${own.status}`;
    throw new Permanent(`zendesk: webhook ${own.id} ${why}: delete it in Admin Center and connect again`);
  }
  const webhookId = own?.id ?? (await createWebhook(client, endpoint));
  const answer = await client.request(`${WEBHOOKS}/${segment(webhookId)}/signing_secret`);
  return { webhookId, secret: parseAnswer(secretSchema, answer, 'signing_secret').signing_secret.secret };
}
