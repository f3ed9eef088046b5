import { createHmac } from 'node:crypto';
import type { WebhookDelivery } from '../../../worker/intercom/webhooks/webhook.ts';

export const SECRET = 'the-client-secret-of-the-app';
export const WORKSPACE = 'ecahpwf5';
export const CREATED = 1_785_578_400;

/** A notification as the vendor documents it. */
export function notification(topic: string, item: object = {}, over: object = {}): Record<string, unknown> {
  return {
    type: 'notification_event',
    app_id: WORKSPACE,
    topic,
    id: 'notif_ccd8a4d0-f965-11e3-a367-c779cae3e1b3',
    created_at: CREATED,
    delivery_attempts: 1,
    first_sent_at: CREATED,
    data: {
      type: 'notification_event_data',
      item: { type: 'conversation', id: '215470000000001', updated_at: CREATED, ...item },
    },
    ...over,
  };
}

/** A conversation's `conversation_parts` with one part by this author. */
export function partBy(author: object, over: object = {}): Record<string, unknown> {
  const part = { type: 'conversation_part', id: '9', part_type: 'comment', body: 'secret words', created_at: CREATED };
  return {
    conversation_parts: {
      type: 'conversation_part.list',
      conversation_parts: [{ ...part, author, app_package_code: null, ...over }],
      total_count: 1,
    },
  };
}

export function sign(secret: string, body: string | Uint8Array, algorithm = 'sha1'): string {
  return `sha1=${createHmac(algorithm, secret).update(body).digest('hex')}`;
}

/** A delivery that is right in everything but what is overridden. */
export function deliver(
  over: Partial<{
    body: string | Uint8Array;
    signature: string | null;
    signedWith: string;
    secrets: string[];
    headers: Record<string, string>;
  }> = {},
): WebhookDelivery {
  const body = over.body ?? JSON.stringify(notification('conversation.user.created'));
  const headers = new Headers({ 'content-type': 'application/json', ...over.headers });
  const signature = over.signature === undefined ? sign(over.signedWith ?? SECRET, body) : over.signature;
  if (signature !== null) headers.set('x-hub-signature', signature);
  const rawBody = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { headers, rawBody, secrets: over.secrets ?? [SECRET] };
}
