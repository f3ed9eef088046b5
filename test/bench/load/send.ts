import { Agent, request } from 'node:http';
import { sign } from '../../sandbox/zendesk/access/invocation.ts';

/** Who is told, and in whose name. */
export interface Target {
  url: URL;
  secret: string;
  webhookId: string;
  accountId: string;
}

/** Bytes of a webhook of a ticket with a few custom fields and tags. Source: Zendesk's documented examples, 3 to 5 KB. */
const BODY_BYTES = 4_096;

/** One event of a ticket, of about BODY_BYTES. `at` is its time, ms. */
export function eventOf(n: number, accountId: string, at: number): string {
  const id = String(100_000 + n);
  const event = {
    type: 'zen:event-type:ticket.comment_added',
    id: `load-${n}`,
    account_id: Number(accountId),
    time: new Date(at).toISOString(),
    subject: `zen:ticket:${id}`,
    zendesk_event_version: '2022-11-06',
    detail: { id, actor_id: '1', description: '' },
    event: { comment: { id: String(n), is_public: true } },
  };
  event.detail.description = 'the export ends with an error '
    .repeat(BODY_BYTES / 30)
    .slice(0, BODY_BYTES - JSON.stringify(event).length);
  return JSON.stringify(event);
}

/** Sends one event, signed as Zendesk signs; answers the status, 0 where nobody answered, and how long it took in ms. */
export function createSender(target: Target, lanes: number): (body: string) => Promise<{ status: number; ms: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  return (body) =>
    new Promise((resolve) => {
      const start = performance.now();
      const end = (status: number) => resolve({ status, ms: performance.now() - start });
      const timestamp = `${new Date().toISOString().slice(0, 19)}Z`;
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'x-zendesk-account-id': target.accountId,
        'x-zendesk-webhook-id': target.webhookId,
        'x-zendesk-webhook-signature': sign(target.secret, timestamp, body),
        'x-zendesk-webhook-signature-timestamp': timestamp,
      };
      const sent = request(target.url, { method: 'POST', agent, headers }, (response) => {
        response.on('end', () => end(response.statusCode ?? 0)).on('error', () => end(0));
        response.resume();
      });
      sent.on('error', () => end(0));
      sent.end(body);
    });
}
