import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createIntercom, type Intercom } from '../sandbox/intercom/driver.ts';
import { TOPICS } from '../sandbox/intercom/topics.ts';
import { testClock } from './client.ts';

interface Received {
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
const NEVER = 0;

let received: Received[];
let statuses: number[];
let server: Server;
let endpoint: string;
let pauses: number[];
const clock = testClock();

beforeEach(async () => {
  received = [];
  statuses = [];
  pauses = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const notice = JSON.parse(raw === '' ? '{}' : raw);
    received.push({ method: request.method ?? '', headers: request.headers, raw, notice });
    const status = statuses.shift() ?? 200;
    if (status !== NEVER) response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function start(topics?: string[]): Intercom {
  return createIntercom({
    clock,
    wallClock: testClock('2026-11-20T00:00:00Z'),
    clientSecret: 'the secret',
    webhookTarget: topics === undefined ? { endpoint } : { endpoint, topics },
    sleep: async (ms) => void pauses.push(ms),
  });
}

const open = (intercom: Intercom) => {
  const contact = intercom.addContact({ name: 'Cleo', isSilent: true });
  return intercom.openConversation({ contact, body: '<p>Tom &amp; Jerry</p>' });
};
const topics = (): string[] => received.map(({ notice }) => notice.topic);

it('signs the raw body with SHA-1 and the client secret, and says which workspace it is from', async () => {
  const intercom = start();
  const { id } = open(intercom);
  await intercom.flushWebhooks();
  const [{ headers, raw, notice }] = received as [Received];
  const hex = createHmac('sha1', 'the secret').update(raw).digest('hex');
  expect(headers).toMatchObject({
    'x-hub-signature': `sha1=${hex}`,
    'user-agent': 'intercom-parrot-service-client/1.0',
  });
  expect(notice).toMatchObject({
    type: 'notification_event',
    topic: 'conversation.user.created',
    app_id: 'sandbox1',
    delivery_attempts: 1,
    created_at: clock.now().getTime() / 1000,
    data: { type: 'notification_event_data', item: { type: 'conversation', id, source: { body: 'Tom & Jerry' } } },
  });
  expect(notice.id).toMatch(/^notif_[0-9a-f-]{36}$/);
});

it('tells by a topic of its own what contacts, teammates and Fin do', async () => {
  const intercom = start();
  const conversation = open(intercom);
  const by = { conversation, author: intercom.admin };
  intercom.addPart({ ...by, body: 'hi' });
  intercom.addPart({ ...by, body: 'psst', isNote: true });
  intercom.assign({ conversation, admin: intercom.admin });
  intercom.finAnswer({ conversation, body: 'yes' });
  intercom.snooze({ conversation, until: clock.now().getTime() + 60_000 });
  intercom.reopen({ conversation });
  intercom.closeConversation({ conversation });
  intercom.rate({ conversation, rating: 2, remark: 'slow' });
  intercom.addPart({ conversation, author: conversation.contactIds[0] ?? '', body: 'still' });
  intercom.addPart({ ...by, body: 'unheard', isSilent: true });
  intercom.deleteConversation({ conversation });
  await intercom.flushWebhooks({ maxInFlight: 1 });
  expect(topics()).toEqual([
    'conversation.user.created',
    'conversation.admin.replied',
    'conversation.admin.noted',
    'conversation.admin.assigned',
    'conversation.admin.open.assigned',
    'conversation.operator.replied',
    'conversation.admin.snoozed',
    'conversation.admin.unsnoozed',
    'conversation.admin.closed',
    'conversation.rating.added',
    'conversation.user.replied',
    'conversation.deleted',
  ]);
  expect(received[2]?.notice.data.item).toMatchObject({
    conversation_parts: { total_count: 1, conversation_parts: [{ part_type: 'note', body: 'psst' }] },
  });
  expect(received.at(-1)?.notice.data.item).toEqual({ type: 'conversation', id: conversation.id });
});

it('tells of articles and tickets, and nests the ticket that was closed', async () => {
  const intercom = start();
  const article = intercom.addArticle({ title: 'A', body: '<p>x</p>', isDraft: true });
  intercom.humanEditArticle({ article, state: 'published' });
  intercom.deleteArticle({ article });
  const ticket = intercom.convertToTicket({ conversation: open(intercom) });
  intercom.setTicketState({ ticket, state: 'resolved' });
  intercom.closeTicket({ ticket });
  await intercom.flushWebhooks({ maxInFlight: 1 });
  expect(topics()).toEqual([
    'article.created',
    'article.updated',
    'article.published',
    'article.deleted',
    'conversation.user.created',
    'ticket.created',
    'ticket.state.updated',
    'ticket.resolved',
    'ticket.closed',
  ]);
  expect(received.at(-1)?.notice.data.item).toMatchObject({ ticket: { id: ticket.id } });
});

it('tries once more after a minute, counting the attempts in the signed body, and then gives up', async () => {
  const intercom = start();
  open(intercom);
  statuses = [500, 200];
  expect(await intercom.flushWebhooks()).toMatchObject([{ isDelivered: true, attempts: [{ outcome: 500 }, {}] }]);
  expect(received.map(({ notice }) => notice.delivery_attempts)).toEqual([1, 2]);
  expect(new Set(received.map(({ notice }) => notice.id)).size).toBe(1);
  open(intercom);
  statuses = [500, 404];
  expect(await intercom.flushWebhooks()).toMatchObject([{ isDelivered: false }]);
  expect(pauses).toEqual([60_000, 60_000]);
});

it('takes no answer in time for an error', async () => {
  const intercom = start();
  intercom.webhooks.config({ timeoutMs: 30 });
  open(intercom);
  statuses = [NEVER, 200];
  expect(await intercom.flushWebhooks()).toMatchObject([{ isDelivered: true, attempts: [{ outcome: 'timeout' }, {}] }]);
});

it('marks what the app itself wrote, so that it can pass over its own words', async () => {
  const intercom = start(['conversation.admin.noted']);
  const conversation = open(intercom);
  const { appPackageCode } = intercom.workspace;
  intercom.addPart({ conversation, author: intercom.admin, body: 'by hand', isNote: true });
  intercom.addPart({ conversation, author: intercom.admin, body: 'by the app', isNote: true, appPackageCode });
  await intercom.flushWebhooks({ maxInFlight: 1 });
  const codes = received.map(
    ({ notice }) => notice.data.item.conversation_parts?.conversation_parts[0]?.app_package_code,
  );
  expect(codes).toEqual([null, 'mend-sandbox']);
});

it('slows down at 429 until the notice is two hours old', async () => {
  const intercom = start();
  open(intercom);
  statuses = Array.from({ length: 20 }, () => 429);
  expect(await intercom.flushWebhooks()).toMatchObject([{ isDelivered: false }]);
  expect(pauses.map((ms) => ms / 60_000)).toEqual([1, 2, 4, 8, 16, 32]);
});

it('sends no more once it was told 410', async () => {
  const intercom = start();
  open(intercom);
  statuses = [410];
  await intercom.flushWebhooks();
  open(intercom);
  expect(intercom.webhooks).toMatchObject({ subscription: { status: 'disabled' }, pending: 0 });
  expect(received).toHaveLength(1);
});

it('pauses for a quarter of an hour after a thousand errors in a row', async () => {
  const intercom = start(['conversation.admin.noted']);
  const conversation = open(intercom);
  for (let n = 0; n < 501; n += 1) {
    intercom.addPart({ conversation, author: intercom.admin, body: 'note', isNote: true });
  }
  statuses = Array.from({ length: 1002 }, () => 500);
  await intercom.flushWebhooks();
  expect(pauses.filter((ms) => ms === 900_000)).toHaveLength(1);
});

it('may be sent three times, lost or overtaken, the same way for the same seed', async () => {
  const run = async (): Promise<string[]> => {
    received = [];
    const intercom = start();
    intercom.webhooks.config({ drop: 0.2, reorder: 0.5, duplicate: 0.5 });
    const conversation = open(intercom);
    for (let n = 0; n < 20; n += 1) intercom.addPart({ conversation, author: intercom.admin, body: `${n}` });
    await intercom.flushWebhooks({ maxInFlight: 1 });
    return received.map(({ notice }) => notice.id);
  };
  const first = await run();
  expect(await run()).toEqual(first);
  expect(new Set(first).size).toBeLessThan(first.length);
  expect(new Set(first).size).toBeLessThan(21);
  const intercom = start();
  intercom.webhooks.config({ times: 3 });
  open(intercom);
  expect(await intercom.flushWebhooks()).toHaveLength(3);
});

it('asks an address with HEAD before it is saved, pings it, and speaks for other workspaces of the app too', async () => {
  const intercom = createIntercom({ clock, clientSecret: 's' });
  statuses = [500];
  expect(await intercom.webhooks.save({ endpoint })).toBe(false);
  expect(await intercom.webhooks.save({ endpoint, topics: ['conversation.deleted'] })).toBe(true);
  open(intercom);
  intercom.webhooks.ping();
  intercom.webhooks.sendFrom('stranger', 'conversation.deleted', { type: 'conversation', id: '7' });
  await intercom.flushWebhooks({ maxInFlight: 1 });
  expect(received.map(({ method }) => method)).toEqual(['HEAD', 'HEAD', 'POST', 'POST']);
  expect(received[2]?.notice.topic).toBe('ping');
  expect(received[3]?.notice).toMatchObject({ app_id: 'stranger', data: { item: { id: '7' } } });
});

it('knows no topic twice and refuses one it does not have', () => {
  expect(new Set(TOPICS).size).toBe(TOPICS.length);
  expect(() => start(['conversation.exploded'])).toThrow('no topic');
});
