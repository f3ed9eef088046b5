import { z } from 'zod';
import { tenantId } from '../../../shared/tenant.ts';
import { fromHex } from '../../crypto/bytes.ts';
import { verifyHmac } from '../../crypto/hmac.ts';
import { parseBoundedJson } from '../../http/json.ts';
import { idSchema } from '../parse.ts';

/** A press brings back the canvas that it was on (64 KB, and as much stored data) and a conversation with its texts. */
export const MAX_CANVAS_REQUEST_BYTES = 1024 * 1024;

/** 32 bytes in lower-case hex. */
const SIGNATURE = /^[0-9a-f]{64}$/;
const APP_ID = /^[A-Za-z0-9_-]{1,64}$/;
const MAX_COMPONENT_ID = 1_000;
const MAX_INPUTS = 50;
const MAX_INPUT_CHARS = 64 * 1024;

/** Why a request is refused: 413 where it is too large, 401 where it is not signed by Intercom, 400 where it is none. */
export type CanvasRefusal = 'too_large' | 'no_signature' | 'bad_signature' | 'malformed';
const STATUS = { too_large: 413, no_signature: 401, bad_signature: 401, malformed: 400 } as const;

/** What a teammate's Inbox asks for. `stored` is what our last canvas had put aside; `inputs` are texts of its fields. */
export interface CanvasRequest {
  tenant: string;
  adminId: string;
  conversationId: string | null;
  componentId: string | null;
  inputs: Map<string, string>;
  stored: Record<string, unknown>;
  /** The teammate's language as their Inbox names it; where a press does not say, as our last card knew it; else English. */
  locale: string;
}

export type CanvasVerdict =
  | { refused: CanvasRefusal; status: (typeof STATUS)[CanvasRefusal] }
  | { request: CanvasRequest };

const namedSchema = z.looseObject({ id: idSchema });
/** The vendor may add fields and leaves out what a place has none of: only what is read here is held to a form. */
const requestSchema = z.looseObject({
  workspace_id: z.string().regex(APP_ID),
  admin: namedSchema,
  context: z
    .looseObject({ conversation_id: idSchema.nullish(), locale: z.string().max(35).nullish().catch(null) })
    .nullish(),
  conversation: namedSchema.nullish(),
  component_id: z.string().max(MAX_COMPONENT_ID).nullish(),
  current_canvas: z.looseObject({ stored_data: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  input_values: z
    .record(z.string().max(MAX_COMPONENT_ID), z.unknown())
    .refine((values) => Object.keys(values).length <= MAX_INPUTS, 'too many fields')
    .nullish(),
});

function refuse(refused: CanvasRefusal): CanvasVerdict {
  return { refused, status: STATUS[refused] };
}

/** Texts alone: of a list of choices or a number nothing is asked here. */
function textsOf(values: Record<string, unknown> | null | undefined): Map<string, string> {
  const texts = Object.entries(values ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length <= MAX_INPUT_CHARS,
  );
  return new Map(texts);
}

function readRequest(rawBody: Uint8Array): CanvasVerdict {
  let body: unknown;
  try {
    body = parseBoundedJson(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    return refuse('malformed');
  }
  const asked = requestSchema.safeParse(body).data;
  if (!asked) return refuse('malformed');
  const stored = asked.current_canvas?.stored_data ?? {};
  const { locale: before } = stored;
  return {
    request: {
      tenant: tenantId('intercom', asked.workspace_id),
      adminId: asked.admin.id,
      conversationId: asked.conversation?.id ?? asked.context?.conversation_id ?? null,
      componentId: asked.component_id ?? null,
      inputs: textsOf(asked.input_values),
      stored,
      locale: asked.context?.locale || (typeof before === 'string' ? before : 'en'),
    },
  };
}

/**
 * Whether a Canvas Kit request is Intercom's, and what it asks. Refused in this order, nothing parsed before the signature
 * is right: a body over 1 MB · `X-Body-Signature` absent or not 64 lower-case hex digits · one that no live secret makes
 * over the raw body (HMAC-SHA256) · no JSON, too deep, too many keys, or without workspace and teammate. There is no
 * timestamp: what acts once is guarded by a nonce in the stored data. Never throws for anything a sender can send.
 */
export async function verifyCanvasRequest(
  headers: Headers,
  rawBody: Uint8Array,
  secrets: readonly string[],
): Promise<CanvasVerdict> {
  if (rawBody.length > MAX_CANVAS_REQUEST_BYTES) return refuse('too_large');
  const hex = headers.get('x-body-signature') ?? '';
  const signature = SIGNATURE.test(hex) ? fromHex(hex) : null;
  if (signature === null) return refuse('no_signature');
  const message = Uint8Array.from(rawBody);
  for (const secret of secrets)
    if (await verifyHmac('SHA-256', secret, signature, message)) return readRequest(message);
  return refuse('bad_signature');
}
