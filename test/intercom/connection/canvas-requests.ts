import { createHmac } from 'node:crypto';
import { SECRET, WORKSPACE } from '../webhooks/deliveries.ts';

/** What the Inbox posts: who, where, and with a press what was pressed. */
export function asked(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    workspace_id: WORKSPACE,
    workspace_region: 'US',
    admin: { type: 'admin', id: '814', name: 'Kit Lund', email: 'kit@sandbox.example', has_inbox_seat: true },
    context: { conversation_id: 215470000000001, location: 'conversation', locale: 'en' },
    conversation: { type: 'conversation', id: '215470000000001' },
    contact: { type: 'contact', id: '6657add46abd0167d9419cd2' },
    ...over,
  };
}

export function signBody(secret: string, body: string | Uint8Array, algorithm = 'sha256'): string {
  return createHmac(algorithm, secret).update(body).digest('hex');
}

export interface CanvasPost {
  headers: Headers;
  rawBody: Uint8Array;
  secrets: string[];
}

/** A request that is right in everything but what is overridden. */
export function post(
  over: Partial<{
    body: string | Uint8Array;
    signature: string | null;
    signedWith: string;
    secrets: string[];
    headers: Record<string, string>;
  }> = {},
): CanvasPost {
  const body = over.body ?? JSON.stringify(asked());
  const headers = new Headers({ 'content-type': 'application/json', ...over.headers });
  const signature = over.signature === undefined ? signBody(over.signedWith ?? SECRET, body) : over.signature;
  if (signature !== null) headers.set('x-body-signature', signature);
  const rawBody = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { headers, rawBody, secrets: over.secrets ?? [SECRET] };
}
