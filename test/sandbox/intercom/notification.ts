import { createHmac } from 'node:crypto';
import { unixSeconds, type WorkspaceEvent } from './world.ts';

/** One notice; `id` is the same in every attempt and in every copy. */
export interface Notification {
  id: string;
  topic: string;
  subject: string;
  appId: string;
  createdAt: number;
  /** JSON of `data.item` as of the event. */
  item: string;
}

export interface Attempt {
  outcome: number | 'timeout' | 'unreachable';
  ms: number;
}

export function notificationOf(event: WorkspaceEvent, appId: string, id: string): Notification {
  const { topic, subject } = event;
  return { id, topic, subject, appId, createdAt: event.at, item: JSON.stringify(event.item()) };
}

/** The `notification_event` envelope; the number of the attempt is in the signed body. */
export function envelope(notice: Notification, attempts: number, firstSentAt: number): string {
  const head = {
    type: 'notification_event',
    app_id: notice.appId,
    topic: notice.topic,
    id: notice.id,
    created_at: unixSeconds(notice.createdAt),
    delivery_attempts: attempts,
    first_sent_at: unixSeconds(firstSentAt),
  };
  const data = `{"type":"notification_event_data","item":${notice.item}}`;
  return `${JSON.stringify(head).slice(0, -1)},"data":${data}}`;
}

/** `X-Hub-Signature`: `sha1=` and hex HMAC-SHA1 of the raw body with the app's client secret. */
export function signature(clientSecret: string, body: string): string {
  return `sha1=${createHmac('sha1', clientSecret).update(body).digest('hex')}`;
}

export async function send(endpoint: string, body: string, secret: string, timeoutMs: number): Promise<Attempt> {
  const startedAt = performance.now();
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'intercom-parrot-service-client/1.0',
        'x-hub-signature': signature(secret, body),
      },
    });
    await response.arrayBuffer();
    return { outcome: response.status, ms: performance.now() - startedAt };
  } catch (error) {
    const outcome = error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
    return { outcome, ms: performance.now() - startedAt };
  }
}
