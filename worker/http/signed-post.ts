import { Webhook } from 'standardwebhooks';
import { RetryLater } from '../loop/ports/errors.ts';
import { inTime } from './in-time.ts';

/** One signed message: its id is the same each time it is sent; `at` in ms; one signature for each secret in use. */
export interface SignedMessage {
  id: string;
  at: number;
  body: string;
  secrets: readonly string[];
}

/**
 * Posts JSON as Standard Webhooks 1.0 asks: `webhook-id`, `webhook-timestamp` in seconds and `webhook-signature`. No redirect
 * is followed; RetryLater, of this row alone, where no answer comes within `timeoutMs`. Source:
 * github.com/standard-webhooks/standard-webhooks, spec.
 */
export async function postSigned<T>(
  send: typeof fetch,
  url: string,
  { id, at, body, secrets }: SignedMessage,
  timeoutMs: number,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    'user-agent': 'Mend (Standard Webhooks)',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, new Date(at), body)).join(' '),
  };
  const unanswered = (why: string) => new RetryLater(why, 0, 'row');
  return inTime(send, url, { init: { method: 'POST', body, headers }, timeoutMs, unanswered }, read);
}
