import { createHmac } from 'node:crypto';
import type { WebhookDelivery } from '../../../worker/zendesk/webhooks/webhook.ts';

export const NOW = Date.parse('2026-08-01T10:00:02Z');
export const TIMESTAMP = '2026-08-01T10:00:00Z';
export const SECRET = 'c2VjcmV0LW9mLXRoZS13ZWJob29r';
export const ACCOUNT = '22129848';

/** A ticket event as the vendor documents it. */
export function ticketEvent(name: string, event: object = {}, detail: object = {}): Record<string, unknown> {
  return {
    type: `zen:event-type:ticket.${name}`,
    account_id: Number(ACCOUNT),
    id: '2b24ef10-19d4-4740-93cf-8f98ec4776c0',
    time: '2026-08-01T10:00:00.123456789Z',
    zendesk_event_version: '2022-06-20',
    subject: 'zen:ticket:5158',
    detail: { id: '5158', actor_id: '8447388090494', subject: 'My name is Ann', status: 'OPEN', ...detail },
    event: { ...event, meta: { sequence: { id: '1', position: 1 } } },
  };
}

export function sign(secret: string, timestamp: string, body: string | Uint8Array): string {
  return createHmac('sha256', secret).update(timestamp).update(body).digest('base64');
}

/** A delivery that is right in everything but what is overridden. */
export function deliver(
  over: Partial<{
    body: string | Uint8Array;
    timestamp: string;
    signature: string | null;
    signedWith: string;
    headers: Record<string, string>;
    secrets: string[];
    now: number;
    accountId: string;
    webhookId: string | null;
  }> = {},
): WebhookDelivery {
  const body = over.body ?? JSON.stringify(ticketEvent('created'));
  const timestamp = over.timestamp ?? TIMESTAMP;
  const headers = new Headers({ 'x-zendesk-webhook-id': '01W', 'x-zendesk-account-id': ACCOUNT, ...over.headers });
  if (timestamp !== '') headers.set('x-zendesk-webhook-signature-timestamp', timestamp);
  const signature = over.signature === undefined ? sign(over.signedWith ?? SECRET, timestamp, body) : over.signature;
  if (signature !== null) headers.set('x-zendesk-webhook-signature', signature);
  return {
    headers,
    rawBody: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    secrets: over.secrets ?? [SECRET],
    now: over.now ?? NOW,
    accountId: over.accountId ?? ACCOUNT,
    webhookId: over.webhookId === undefined ? '01W' : over.webhookId,
  };
}
