import { z } from 'zod';
import { MINUTE_MS } from '../../../shared/time.ts';
import { concatBytes, fromBase64, utf8 } from '../../crypto/bytes.ts';
import { verifyHmac } from '../../crypto/hmac.ts';
import { parseBoundedJson } from '../../http/json.ts';
import { idSchema, timeSchema } from '../parse.ts';

/** How far a delivery's timestamp may be from our clock, either way. Own choice: Zendesk documents no window. */
export const WEBHOOK_TOLERANCE_MS = 5 * MINUTE_MS;

/** Signs the test calls made before a webhook exists; known to everyone, so it never counts as a secret. */
export const STATIC_TEST_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

const SIGNATURE_BYTES = 32;
const SIGNATURE_CHARS = 44;
const MAX_TIMESTAMP_CHARS = 40;
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** Why a delivery is refused; the first five are 401, the others 400. */
export const WEBHOOK_REFUSALS = [
  'no_signature',
  'bad_timestamp',
  'stale_timestamp',
  'bad_signature',
  'wrong_account',
  'not_json',
  'not_an_event',
] as const;
export type WebhookRefusal = (typeof WEBHOOK_REFUSALS)[number];

const eventSchema = z.looseObject({
  type: z.string().min(1).max(200),
  id: z.string().min(1).max(200),
  account_id: idSchema,
  time: timeSchema,
  subject: z.string().max(500).nullish(),
  detail: z.looseObject({ id: idSchema, actor_id: idSchema.nullish(), user_id: idSchema.nullish() }),
  event: z.looseObject({ current: z.unknown().optional(), previous: z.unknown().optional() }).nullish(),
});
/** A delivery whose signature, time and account are right. Holds customers' text: it goes no further than `translate`. */
export type ZendeskEvent = z.output<typeof eventSchema>;

export interface WebhookDelivery {
  headers: Headers;
  rawBody: Uint8Array;
  /** The live secrets, two while one is being rotated out. */
  secrets: string[];
  /** Wall clock, ms. */
  now: number;
  accountId: string;
  /** The stored id of our webhook; null where it is not known yet. */
  webhookId: string | null;
}

export type WebhookVerdict =
  | { isAccepted: true; event: ZendeskEvent }
  | { isAccepted: false; refusal: WebhookRefusal; status: 400 | 401 };

function refuse(refusal: WebhookRefusal): WebhookVerdict {
  return { isAccepted: false, refusal, status: refusal === 'not_json' || refusal === 'not_an_event' ? 400 : 401 };
}

async function isSigned(
  signature: Uint8Array<ArrayBuffer>,
  timestamp: string,
  delivery: WebhookDelivery,
): Promise<boolean> {
  const message = concatBytes(utf8(timestamp), delivery.rawBody);
  for (const secret of delivery.secrets) {
    if (secret !== STATIC_TEST_SECRET && (await verifyHmac('SHA-256', secret, signature, message))) return true;
  }
  return false;
}

function readEvent(rawBody: Uint8Array): ZendeskEvent | 'not_json' | 'not_an_event' {
  let body: unknown;
  try {
    body = parseBoundedJson(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    return 'not_json';
  }
  return eventSchema.safeParse(body).data ?? 'not_an_event';
}

/**
 * Whether a delivery is Zendesk's, ours, and fresh. Refused in this order, cheapest first and nothing parsed before the
 * signature is right (size and content type are the route's): a signature header that is absent or not 32 bytes in
 * canonical base64 · a timestamp that is not ISO 8601 · one more than 5 minutes off, either way · a signature that no
 * live secret makes over timestamp and raw body (the static test secret makes none) · the id headers of another webhook
 * or account · a body that is not JSON, or deeper than 64 levels, or with more than 5,000 keys · one that is no event ·
 * an event of another account. Never throws for anything a sender can send.
 */
export async function verifyWebhook(delivery: WebhookDelivery): Promise<WebhookVerdict> {
  const { headers, now } = delivery;
  const encoded = headers.get('x-zendesk-webhook-signature') ?? '';
  const signature = encoded.length === SIGNATURE_CHARS ? fromBase64(encoded) : null;
  if (signature?.length !== SIGNATURE_BYTES) return refuse('no_signature');
  const timestamp = headers.get('x-zendesk-webhook-signature-timestamp') ?? '';
  const signedAt =
    timestamp.length <= MAX_TIMESTAMP_CHARS && ISO_TIME.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  if (!Number.isFinite(signedAt)) return refuse('bad_timestamp');
  if (!(Math.abs(now - signedAt) <= WEBHOOK_TOLERANCE_MS)) return refuse('stale_timestamp');
  if (!(await isSigned(signature, timestamp, delivery))) return refuse('bad_signature');
  const isOther = (name: string, own: string | null) => own !== null && headers.has(name) && headers.get(name) !== own;
  if (isOther('x-zendesk-webhook-id', delivery.webhookId)) return refuse('wrong_account');
  if (isOther('x-zendesk-account-id', delivery.accountId)) return refuse('wrong_account');
  const event = readEvent(delivery.rawBody);
  if (typeof event === 'string') return refuse(event);
  if (event.account_id !== delivery.accountId) return refuse('wrong_account');
  return { isAccepted: true, event };
}
