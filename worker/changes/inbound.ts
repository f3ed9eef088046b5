import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { CHANGE_KINDS, type ToldChange } from '../../shared/context/change-note.ts';
import { parseBoundedJson } from '../http/json.ts';
import { changeFrom } from './entry.ts';

/** A change as a company sends it; keys that are not known are dropped. */
const sentSchema = z.object({
  id: z.string().trim().min(1).max(300),
  title: z.string().trim().min(1).max(300),
  text: z.string().max(20_000).default(''),
  kind: z.enum(CHANGE_KINDS).nullish(),
  url: z.url().max(2_000).nullish(),
  /** When it is live; in the future it is announced, and nothing goes out before. */
  at: z.iso.datetime({ offset: true }),
  released: z.boolean().default(true),
  withdrawn: z.boolean().default(false),
});

export type ReceivedChange = { refused: string; status: 400 | 401 } | { change: ToldChange };

/**
 * A signed change (Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp`, `webhook-signature` over the raw body, five
 * minutes of skew). Refused where nobody may send (no secret), the signature is not ours, or the body is not of the form.
 */
export function receiveChange(secret: string | null, headers: Headers, rawBody: Uint8Array): ReceivedChange {
  const body = new TextDecoder().decode(rawBody);
  if (secret === null || !isSigned(secret, headers, body))
    return { refused: 'the signature does not match', status: 401 };
  const sent = sentSchema.safeParse(readJson(body));
  if (!sent.success) {
    const [issue] = sent.error.issues;
    return { refused: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not of the form'}`, status: 400 };
  }
  const { released, withdrawn, at, ...said } = sent.data;
  const change = changeFrom({ ...said, kind: said.kind ?? null, at, isReleased: released, isWithdrawn: withdrawn });
  return change ? { change } : { refused: 'title: it says nothing', status: 400 };
}

function isSigned(secret: string, headers: Headers, body: string): boolean {
  try {
    new Webhook(secret).verify(body, Object.fromEntries(headers));
    return true;
  } catch {
    return false;
  }
}

function readJson(body: string): unknown {
  try {
    return parseBoundedJson(body);
  } catch {
    return null;
  }
}
