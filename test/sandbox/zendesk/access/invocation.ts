import { createHmac } from 'node:crypto';
import type { Webhook } from '../webhooks.ts';
import { type HelpdeskEvent, iso, type World } from '../world.ts';

/**
 * The vendor's retries (Zendesk's webhook documentation): after a timeout, after 409, after 429 or 503 that say when.
 */
const TIMEOUT_RETRIES = 5;
const CONFLICT_RETRIES = 3;
const OVERLOAD_RETRIES = 3;
const MAX_RETRY_AFTER_SECONDS = 60;

export interface Attempt {
  outcome: number | 'timeout' | 'unreachable';
  ms: number;
}

export interface Invocation {
  webhook: Webhook;
  body: string;
  invocationId: string;
  accountId: number;
  now: Date;
  timeoutMs: number;
}

/**
 * Sends it once, signed with the wall time of this attempt; what came of it, and when to try again if that was said.
 */
export async function invoke(invocation: Invocation): Promise<{ attempt: Attempt; retryAfterMs: number | null }> {
  const { webhook, body } = invocation;
  const timestamp = iso(invocation.now.getTime());
  const startedAt = performance.now();
  try {
    const response = await fetch(webhook.endpoint, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(invocation.timeoutMs),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Zendesk Webhook',
        'x-zendesk-account-id': String(invocation.accountId),
        'x-zendesk-webhook-id': webhook.id,
        'x-zendesk-webhook-invocation-id': invocation.invocationId,
        'x-zendesk-webhook-signature': sign(webhook.secret, timestamp, body),
        'x-zendesk-webhook-signature-timestamp': timestamp,
      },
    });
    await response.arrayBuffer();
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
    const ms = performance.now() - startedAt;
    return {
      attempt: { outcome: response.status, ms },
      retryAfterMs: Number.isNaN(retryAfter) ? null : retryAfter * 1000,
    };
  } catch (error) {
    const outcome = error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
    return { attempt: { outcome, ms: performance.now() - startedAt }, retryAfterMs: null };
  }
}

export function retriesFor(outcome: Attempt['outcome'], retryAfterMs: number | null): number {
  if (outcome === 'timeout') return TIMEOUT_RETRIES;
  if (outcome === 409) return CONFLICT_RETRIES;
  const saysWhen = retryAfterMs !== null && retryAfterMs < MAX_RETRY_AFTER_SECONDS * 1000;
  return (outcome === 429 || outcome === 503) && saysWhen ? OVERLOAD_RETRIES : 0;
}

/** base64(HMAC-SHA256(secret, timestamp + raw body)), nothing between the two (Zendesk's webhook documentation). */
export function sign(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(timestamp).update(body).digest('base64');
}

/** The event envelope of Zendesk's webhook documentation; `id` is the event's, the same in every copy. */
export function envelope(world: World, event: HelpdeskEvent, eventId: string): string {
  return JSON.stringify({
    type: event.type,
    account_id: world.account.id,
    id: eventId,
    time: `${new Date(event.at).toISOString().slice(0, -1)}000000Z`,
    zendesk_event_version: '2022-06-20',
    subject: event.subject,
    detail: event.detail,
    event: event.event,
  });
}
