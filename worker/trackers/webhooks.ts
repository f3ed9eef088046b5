import { z } from 'zod';
import type { TrackerKind } from '../../shared/context/tracked-issue.ts';
import { fromHex } from '../crypto/bytes.ts';
import { verifyHmac } from '../crypto/hmac.ts';
import { parseBoundedJson } from '../http/json.ts';

/** `ref` is the vendor's id of an issue to look at again; a webhook says no more than that. */
export type ReceivedIssue = { refused: string; status: 401 } | { ignored: string } | { kind: TrackerKind; ref: string };

/** Which header bears the HMAC-SHA256 of the raw body in hex, and what stands before it. Linear's is bare; Jira's names no 256. */
const SIGNED: Record<TrackerKind, { header: string; prefix: string }> = {
  github: { header: 'x-hub-signature-256', prefix: 'sha256=' },
  linear: { header: 'linear-signature', prefix: '' },
  jira: { header: 'x-hub-signature', prefix: 'sha256=' },
};

const bodySchemas = {
  github: z.object({ issue: z.object({ number: z.number() }) }).transform(({ issue }) => String(issue.number)),
  linear: z.object({ type: z.literal('Issue'), data: z.object({ id: z.string() }) }).transform(({ data }) => data.id),
  jira: z.object({ issue: z.object({ id: z.string() }) }).transform(({ issue }) => issue.id),
} satisfies Record<TrackerKind, z.ZodType<string>>;

/**
 * A webhook of the connected tracker: refused unless its signature is ours. No time is asked of it: a vendor's retry may
 * come hours later, and one that is played again only has the issue read again.
 */
export async function receiveIssue(
  known: { kind: TrackerKind; secret: string } | null,
  headers: Headers,
  rawBody: Uint8Array,
): Promise<ReceivedIssue> {
  const refused = { refused: 'the signature does not match', status: 401 } as const;
  if (!known) return refused;
  const { header, prefix } = SIGNED[known.kind];
  const value = headers.get(header) ?? '';
  const signature = value.startsWith(prefix) ? fromHex(value.slice(prefix.length)) : null;
  const body = new Uint8Array(rawBody);
  if (!signature || !(await verifyHmac('SHA-256', known.secret, signature, body))) return refused;
  const ref = bodySchemas[known.kind].safeParse(readJson(new TextDecoder().decode(body)));
  return ref.success ? { kind: known.kind, ref: ref.data } : { ignored: 'of no issue' };
}

function readJson(text: string): unknown {
  try {
    return parseBoundedJson(text);
  } catch {
    return null;
  }
}
