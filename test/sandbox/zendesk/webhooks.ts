import { z } from 'zod';
import type { Random } from '../random.ts';
import { type ApiReply, type ApiRequest, created, noContent, ok, type Route } from './api.ts';
import { ApiError, notFound } from './errors.ts';
import { EVENT_TYPES } from './events.ts';
import { paginate } from './paging.ts';
import { iso, type World } from './world.ts';

/** The other of the two connection kinds: triggers and automations. The sandbox has none, so it never fires. */
const TRIGGER_SUBSCRIPTION = 'conditional_ticket_events';

export interface Webhook {
  id: string;
  name: string;
  endpoint: string;
  httpMethod: string;
  requestFormat: string;
  status: 'active' | 'inactive';
  subscriptions: string[];
  secret: string;
  createdAt: number;
  updatedAt: number;
}

const webhookFields = z.object({
  name: z.string().min(1),
  endpoint: z.url({ protocol: /^https?$/ }),
  http_method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  request_format: z.enum(['json', 'xml', 'form_encoded']),
  status: z.enum(['active', 'inactive']),
  subscriptions: z.array(z.string()).min(1),
});
type WebhookFields = z.infer<typeof webhookFields>;
type WebhookChanges = { [K in keyof WebhookFields]?: WebhookFields[K] | undefined };

export class Webhooks {
  readonly #rows = new Map<string, Webhook>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  add(fields: WebhookFields, at: number, secret = this.#newSecret()): Webhook {
    const webhook: Webhook = {
      id: this.#newId(),
      name: fields.name,
      endpoint: fields.endpoint,
      httpMethod: fields.http_method,
      requestFormat: fields.request_format,
      status: fields.status,
      subscriptions: fields.subscriptions,
      secret,
      createdAt: at,
      updatedAt: at,
    };
    this.#rows.set(webhook.id, webhook);
    return webhook;
  }

  get(id: string): Webhook | undefined {
    return this.#rows.get(id);
  }

  list(): Webhook[] {
    return [...this.#rows.values()];
  }

  remove(id: string): boolean {
    return this.#rows.delete(id);
  }

  resetSecret(webhook: Webhook): void {
    webhook.secret = this.#newSecret();
  }

  subscribedTo(type: string): Webhook[] {
    return this.list().filter((webhook) => webhook.status === 'active' && webhook.subscriptions.includes(type));
  }

  #newSecret(): string {
    return this.#random.bytes(32).toString('base64');
  }

  #newId(): string {
    return `01${this.#random.bytes(15).toString('hex').toUpperCase().slice(0, 24)}`;
  }
}

/** Sends a payload through a webhook at once, signed as any other. */
export type SendTest = (webhook: Webhook, payload: string) => void;

const testRequest = z.object({ request: z.object({ payload: z.string() }) });

/**
 * `POST /api/v2/webhooks/test?webhook_id=…`: from memory, unverified. The vendor answers with what the endpoint answered; here
 * the event is under way when the request ends.
 */
function testOf(webhooks: Webhooks, request: ApiRequest, send: SendTest): ApiReply {
  const webhook = webhooks.get(request.query.get('webhook_id') ?? '');
  if (webhook === undefined) throw notFound();
  const parsed = testRequest.safeParse(request.body);
  if (!parsed.success) throw invalidWebhook('request.payload is required');
  if (webhook.status === 'active') send(webhook, parsed.data.request.payload);
  return ok({ response: { status: 0, headers: [], payload: '' } });
}

/**
 * `/api/v2/webhooks` (Zendesk's webhook documentation): event subscriptions and triggers are exclusive and fixed at
 * creation; event subscriptions need POST and json. The error body of this API is from memory, unverified.
 */
export function webhookRoutes(world: World, webhooks: Webhooks, send: SendTest): Route[] {
  const shared = { resource: 'webhooks', role: 'admin' } as const;
  const one = '/api/v2/webhooks/:id';
  const row = (request: ApiRequest): Webhook => {
    const webhook = webhooks.get(request.params.id ?? '');
    if (webhook === undefined) throw notFound();
    return webhook;
  };
  const secretOf = (request: ApiRequest): ApiReply => {
    const { secret } = row(request);
    return ok({ signing_secret: { algorithm: 'SHA256', secret } });
  };
  return [
    { ...shared, method: 'GET', path: '/api/v2/webhooks', handle: (r) => listWebhooks(world, webhooks, r) },
    {
      ...shared,
      method: 'POST',
      path: '/api/v2/webhooks',
      handle: (r) =>
        created({ webhook: presentWebhook(world, webhooks.add(wanted(r.body, webhookFields), world.now())) }),
    },
    {
      ...shared,
      method: 'POST',
      path: '/api/v2/webhooks/test',
      handle: (r) => testOf(webhooks, r, send),
    },
    { ...shared, method: 'GET', path: one, handle: (r) => ok({ webhook: presentWebhook(world, row(r)) }) },
    { ...shared, method: 'PUT', path: one, handle: (r) => change(world, row(r), wanted(r.body, webhookFields)) },
    {
      ...shared,
      method: 'PATCH',
      path: one,
      handle: (r) => change(world, row(r), wanted(r.body, webhookFields.partial())),
    },
    {
      ...shared,
      method: 'DELETE',
      path: one,
      handle: (r) => {
        webhooks.remove(row(r).id);
        return noContent();
      },
    },
    { ...shared, method: 'GET', path: `${one}/signing_secret`, handle: secretOf },
    {
      ...shared,
      method: 'POST',
      path: `${one}/signing_secret`,
      handle: (r) => {
        webhooks.resetSecret(row(r));
        return { ...secretOf(r), status: 201 };
      },
    },
  ];
}

function wanted<T extends WebhookChanges>(body: unknown, schema: z.ZodType<T>): T {
  const parsed = z.object({ webhook: schema }).safeParse(body);
  if (!parsed.success) throw invalidWebhook(parsed.error.issues[0]?.message ?? 'invalid');
  const { subscriptions, http_method: method, request_format: format } = parsed.data.webhook;
  if (subscriptions === undefined) return parsed.data.webhook;
  const isTrigger = subscriptions.includes(TRIGGER_SUBSCRIPTION);
  if (isTrigger && subscriptions.length > 1) throw invalidWebhook('subscriptions cannot mix events and triggers');
  const unknown = subscriptions.find((type) => type !== TRIGGER_SUBSCRIPTION && !EVENT_TYPES.includes(type));
  if (unknown !== undefined) throw invalidWebhook(`unknown subscription ${unknown}`);
  const isPostJson = (method ?? 'POST') === 'POST' && (format ?? 'json') === 'json';
  if (!isTrigger && !isPostJson)
    throw invalidWebhook('event subscriptions need http_method POST and request_format json');
  return parsed.data.webhook;
}

const invalidWebhook = (title: string) => new ApiError(400, { errors: [{ code: 'InvalidWebhook', title }] });

function change(world: World, webhook: Webhook, fields: WebhookChanges): ApiReply {
  const isTrigger = (subscriptions: string[]): boolean => subscriptions.includes(TRIGGER_SUBSCRIPTION);
  if (fields.subscriptions !== undefined && isTrigger(fields.subscriptions) !== isTrigger(webhook.subscriptions)) {
    throw invalidWebhook('the connection of a webhook cannot be changed');
  }
  webhook.name = fields.name ?? webhook.name;
  webhook.endpoint = fields.endpoint ?? webhook.endpoint;
  webhook.httpMethod = fields.http_method ?? webhook.httpMethod;
  webhook.requestFormat = fields.request_format ?? webhook.requestFormat;
  webhook.status = fields.status ?? webhook.status;
  webhook.subscriptions = fields.subscriptions ?? webhook.subscriptions;
  webhook.updatedAt = world.now();
  return noContent();
}

function listWebhooks(world: World, webhooks: Webhooks, request: ApiRequest): ApiReply {
  const { rows, envelope } = paginate(webhooks.list(), request);
  return ok({ webhooks: rows.map((webhook) => presentWebhook(world, webhook)), ...envelope });
}

function presentWebhook(world: World, webhook: Webhook): Record<string, unknown> {
  return {
    id: webhook.id,
    name: webhook.name,
    endpoint: webhook.endpoint,
    http_method: webhook.httpMethod,
    request_format: webhook.requestFormat,
    status: webhook.status,
    subscriptions: webhook.subscriptions,
    created_at: iso(webhook.createdAt),
    updated_at: iso(webhook.updatedAt),
    account_id: world.account.id,
  };
}
