import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIntercom, type Intercom } from '../../sandbox/intercom/driver.ts';
import type { Conversation } from '../../sandbox/intercom/records.ts';
import { testClock } from '../client.ts';

export interface Received {
  method: string;
  headers: IncomingHttpHeaders;
  raw: string;
  notice: {
    id: string;
    topic: string;
    app_id: string;
    delivery_attempts: number;
    data: {
      item: Record<string, unknown> & {
        id: string;
        conversation_parts?: { conversation_parts: { app_package_code: string | null }[] };
      };
    };
  };
}

/** In place of a status: the app does not answer at all. */
/** In place of a status: the app does not answer at all. */
export const NEVER = 0;
export const CLIENT_SECRET = 'the secret';

/** The app at the other end: what it got, and what it answers next (200 when nothing is said). */
export interface Receiver {
  endpoint: string;
  received: Received[];
  statuses: number[];
  /** How long the sandbox would have waited between attempts. */
  pauses: number[];
  topics(): string[];
  /** A workspace whose webhooks come here; nothing waits in it. */
  workspace(topics?: string[]): Intercom;
  close(): void;
}

export const clock = testClock();

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const statuses: number[] = [];
  const pauses: number[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const notice = JSON.parse(raw === '' ? '{}' : raw);
    received.push({ method: request.method ?? '', headers: request.headers, raw, notice });
    const status = statuses.shift() ?? 200;
    if (status !== NEVER) response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  return {
    endpoint,
    received,
    statuses,
    pauses,
    topics: () => received.map(({ notice }) => notice.topic),
    workspace: (topics) =>
      createIntercom({
        clock,
        wallClock: testClock('2026-11-20T00:00:00Z'),
        clientSecret: CLIENT_SECRET,
        webhookTarget: topics === undefined ? { endpoint } : { endpoint, topics },
        sleep: async (ms) => void pauses.push(ms),
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export function openConversation(intercom: Intercom): Conversation {
  const contact = intercom.addContact({ name: 'Cleo', isSilent: true });
  return intercom.openConversation({ contact, body: '<p>Tom &amp; Jerry</p>' });
}
