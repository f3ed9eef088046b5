import { z } from 'zod';
import { fromHex, toHex } from '../../crypto/bytes.ts';
import { verifyHmac } from '../../crypto/hmac.ts';
import { parseBoundedJson } from '../../http/json.ts';
import { timeSchema } from '../parse.ts';

/** A notification carries one conversation with its latest part; what is larger is refused before it is looked at. */
export const MAX_WEBHOOK_BYTES = 256 * 1024;

/** `sha1=` and 20 bytes in lower-case hex. */
const SIGNATURE = /^sha1=([0-9a-f]{40})$/;
const APP_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Why a delivery is refused: 413 where it is too large, else 401. */
export const WEBHOOK_REFUSALS = ['too_large', 'no_signature', 'bad_signature'] as const;
export type WebhookRefusal = (typeof WEBHOOK_REFUSALS)[number];

const notificationSchema = z.looseObject({
  type: z.literal('notification_event'),
  topic: z.string().min(1).max(200),
  id: z.string().min(1).max(200).nullish(),
  app_id: z.string().regex(APP_ID),
  created_at: timeSchema,
  data: z.looseObject({ item: z.unknown() }),
});
type Notification = z.output<typeof notificationSchema>;

/**
 * A notification that Intercom signed. Holds customers' text: it goes no further than `translate`. `id` is the vendor's
 * `notif_…`, the same when it is sent again; a hash of the body where there is none.
 */
export type IntercomEvent = Notification & { id: string };

export interface WebhookDelivery {
  headers: Headers;
  rawBody: Uint8Array;
  /** The app's client secret; two while one is being rotated out. It is the deployment's: no workspace has its own. */
  secrets: string[];
}

/** Signed deliveries are accepted whatever is in them; `event` is null where it is none that we can read. */
export type WebhookVerdict =
  | { isAccepted: true; event: IntercomEvent | null }
  | { isAccepted: false; refusal: WebhookRefusal; status: 401 | 413 };

function refuse(refusal: WebhookRefusal): WebhookVerdict {
  return { isAccepted: false, refusal, status: refusal === 'too_large' ? 413 : 401 };
}

async function readEvent(rawBody: Uint8Array<ArrayBuffer>): Promise<IntercomEvent | null> {
  let body: unknown;
  try {
    body = parseBoundedJson(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    return null;
  }
  const event = notificationSchema.safeParse(body).data;
  if (!event) return null;
  const id = event.id ?? `sha256-${toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', rawBody)))}`;
  return { ...event, id };
}

/**
 * Whether a delivery is Intercom's. Refused in this order, cheapest first and nothing parsed before the signature is right:
 * a body over 256 KB · a signature header that is absent or not `sha1=` and 40 lower-case hex digits · one that no live
 * secret makes over the raw body. Then it is accepted, always: the subscription belongs to all workspaces, so an error for
 * one notification would count against every workspace's. What is no JSON, deeper than 64 levels, has more than 5,000 keys
 * or is no notification gives a null event. There is no timestamp to check: a repeated delivery is known by its id. Never
 * throws for anything a sender can send.
 */
export async function verifyWebhook({ headers, rawBody, secrets }: WebhookDelivery): Promise<WebhookVerdict> {
  if (rawBody.length > MAX_WEBHOOK_BYTES) return refuse('too_large');
  const hex = SIGNATURE.exec(headers.get('x-hub-signature') ?? '')?.[1];
  const signature = hex === undefined ? null : fromHex(hex);
  if (signature === null) return refuse('no_signature');
  const message = Uint8Array.from(rawBody);
  for (const secret of secrets) {
    if (await verifyHmac('SHA-1', secret, signature, message))
      return { isAccepted: true, event: await readEvent(message) };
  }
  return refuse('bad_signature');
}
