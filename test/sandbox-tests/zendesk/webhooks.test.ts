import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createZendesk, type Zendesk } from '../../sandbox/zendesk/driver.ts';
import { client, testClock } from '../client.ts';

interface Received {
  headers: Record<string, string | string[] | undefined>;
  raw: string;
  event: {
    id: string;
    type: string;
    subject: string;
    time: string;
    account_id: number;
    detail: Record<string, unknown>;
    event: Record<string, unknown>;
  };
}

let server: Server;
let endpoint: string;
let received: Received[];
let answers: { status: number; retryAfter?: string }[];
let slept: number[];

beforeEach(async () => {
  received = [];
  answers = [];
  slept = [];
  server = createServer((request, response) => {
    let raw = '';
    request.on('data', (chunk) => {
      raw += chunk;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, raw, event: JSON.parse(raw) });
      const { status, retryAfter } = answers.shift() ?? { status: 202 };
      if (status === 0) return;
      if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function helpdesk(subscriptions?: string[]): Zendesk {
  const sleep = async (ms: number): Promise<void> => {
    slept.push(ms);
  };
  const target = subscriptions === undefined ? { endpoint } : { endpoint, subscriptions };
  return createZendesk({ clock: testClock(), webhookTarget: { ...target, secret: 'hush' }, sleep });
}

const types = (): string[] => received.map(({ event }) => event.type.replace('zen:event-type:', ''));

describe('webhooks', () => {
  it('are signed over timestamp and raw body, with the account, the webhook and the invocation in the headers', async () => {
    const zendesk = helpdesk();
    zendesk.openTicket({
      requester: zendesk.addUser({ name: 'Cleo' }),
      subject: 'a',
      comment: 'b',
      at: '2026-11-01T08:00:00Z',
    });
    const [delivery] = await zendesk.flushWebhooks();
    expect(delivery).toMatchObject({ isDelivered: true, attempts: [{ outcome: 202 }], subject: 'zen:ticket:1' });
    const { headers, raw, event } = received[0] as Received;
    const timestamp = String(headers['x-zendesk-webhook-signature-timestamp']);
    const expected = createHmac('sha256', 'hush')
      .update(timestamp + raw)
      .digest('base64');
    expect(headers['x-zendesk-webhook-signature']).toBe(expected);
    expect(headers['x-zendesk-account-id']).toBe(String(zendesk.account.id));
    expect(headers['x-zendesk-webhook-id']).toBe(zendesk.webhooks.list()[0]?.id);
    expect(headers['x-zendesk-webhook-invocation-id']).toBe(delivery?.invocationId);
    expect(Math.abs(Date.parse(timestamp) - Date.now())).toBeLessThan(60_000);
    expect(event).toMatchObject({
      type: 'zen:event-type:ticket.created',
      account_id: zendesk.account.id,
      time: '2026-11-01T08:00:00.000000000Z',
      detail: { id: '1', status: 'NEW', priority: null, tags: [] },
      event: { meta: { sequence: { position: 1 } } },
    });
  });

  it('tell of comments, states, merges, deletions, spam and publishing', async () => {
    const zendesk = helpdesk();
    const requester = zendesk.addUser({ name: 'Cleo' });
    const open = (subject: string) => zendesk.openTicket({ requester, subject, comment: 'b', isSilent: true });
    const [a, b, c, d] = [open('a'), open('b'), open('c'), open('d')];
    zendesk.addComment({ ticket: a, author: zendesk.admin, body: 'answer', status: 'solved' });
    zendesk.merge({ ticket: b, into: a });
    zendesk.deleteTicket({ ticket: c });
    zendesk.deleteTicket({ ticket: c, how: 'permanent' });
    zendesk.deleteTicket({ ticket: d, how: 'spam' });
    const article = zendesk.addArticle({ section: zendesk.addSection({ name: 'S' }), title: 'T', body: '<p>x</p>' });
    await client(zendesk)('PUT', `/api/v2/help_center/articles/${article.id}/translations/en-us`, {
      translation: { draft: true },
    });
    await zendesk.flushWebhooks({ maxInFlight: 1 });
    expect(types()).toEqual([
      'ticket.comment_added',
      'ticket.status_changed',
      'ticket.comment_added',
      'ticket.merged',
      'ticket.soft_deleted',
      'ticket.permanently_deleted',
      'ticket.marked_as_spam',
      'article.published',
      'article.unpublished',
    ]);
    expect(received[0]?.event.event).toMatchObject({
      comment: { body: 'answer', is_public: true, author: { is_staff: true } },
    });
    expect(received[1]?.event.event).toMatchObject({ current: 'SOLVED', previous: 'NEW' });
    expect(received[3]?.event.event).toMatchObject({ target_ticket_id: String(a.id) });
    expect(received[7]?.event.detail).toEqual({
      id: String(article.id),
      brand_id: expect.any(String),
      user_id: String(zendesk.admin.id),
    });
  });

  it('are retried after 409, after 429 and 503 that say when, after timeouts, and after nothing else', async () => {
    const zendesk = helpdesk(['zen:event-type:ticket.created']);
    const requester = zendesk.addUser({ name: 'Cleo' });
    const outcomesFor = async (list: typeof answers): Promise<unknown[]> => {
      answers = list;
      zendesk.openTicket({ requester, subject: 'a', comment: 'b' });
      const [delivery] = await zendesk.flushWebhooks();
      return delivery?.attempts.map(({ outcome }) => outcome) ?? [];
    };
    expect(await outcomesFor(Array(9).fill({ status: 409 }))).toEqual([409, 409, 409, 409]);
    expect(await outcomesFor([{ status: 503, retryAfter: '2' }])).toEqual([503, 202]);
    expect(slept.at(-1)).toBe(2000);
    expect(await outcomesFor([{ status: 429, retryAfter: '90' }])).toEqual([429]);
    expect(await outcomesFor([{ status: 503 }])).toEqual([503]);
    expect(await outcomesFor([{ status: 500 }])).toEqual([500]);
    zendesk.webhooks.config({ timeoutMs: 30 });
    expect(await outcomesFor(Array(6).fill({ status: 0 }))).toEqual(Array(6).fill('timeout'));
  });

  it('may be sent three times, lost or overtaken, the same way for the same seed', async () => {
    const run = async (config: Parameters<Zendesk['webhooks']['config']>[0]): Promise<string[]> => {
      received = [];
      const zendesk = helpdesk(['zen:event-type:ticket.created']);
      zendesk.webhooks.config(config);
      const requester = zendesk.addUser({ name: 'Cleo' });
      for (let n = 0; n < 40; n += 1) zendesk.openTicket({ requester, subject: 'a', comment: 'b' });
      await zendesk.flushWebhooks({ maxInFlight: 1 });
      return received.map(({ event }) => event.subject);
    };
    const inOrder = Array.from({ length: 40 }, (_, n) => `zen:ticket:${n + 1}`);
    expect(await run({})).toEqual(inOrder);
    expect((await run({ times: 3 })).length).toBe(120);
    expect(new Set(received.map(({ event }) => event.id)).size).toBe(40);
    const reordered = await run({ reorder: 0.5 });
    expect(reordered).not.toEqual(inOrder);
    expect(reordered.toSorted()).toEqual(inOrder.toSorted());
    const dropped = await run({ drop: 0.3, duplicate: 0.2 });
    expect(new Set(dropped).size).toBeLessThan(40);
    expect(await run({ drop: 0.3, duplicate: 0.2 })).toEqual(dropped);
  });

  it('go out by themselves when told to, and are not lost when nobody listens to one of them', async () => {
    const zendesk = helpdesk(['zen:event-type:ticket.created']);
    zendesk.webhooks.config({ isAutomatic: true });
    zendesk.openTicket({ requester: zendesk.addUser({ name: 'Cleo' }), subject: 'a', comment: 'b' });
    await expect.poll(() => received.length).toBe(1);
    await expect.poll(() => zendesk.webhooks.history.length).toBe(1);
    zendesk.addWebhook({ endpoint: 'http://127.0.0.1:1/none', subscriptions: ['zen:event-type:ticket.created'] });
    zendesk.webhooks.config({ isAutomatic: false });
    zendesk.openTicket({ requester: zendesk.admin, subject: 'a', comment: 'b' });
    const deliveries = await zendesk.flushWebhooks();
    expect(deliveries.map(({ isDelivered }) => isDelivered)).toEqual([true, false]);
    expect(deliveries[1]?.attempts[0]?.outcome).toBe('unreachable');
  });
});

describe('the webhooks API', () => {
  it('creates, shows, changes, deletes, and gives the secret that signs', async () => {
    const zendesk = createZendesk();
    const call = client(zendesk, { scope: 'webhooks:read webhooks:write' });
    const webhook = {
      name: 'Mend',
      endpoint,
      http_method: 'POST',
      request_format: 'json',
      status: 'active',
      subscriptions: ['zen:event-type:ticket.created'],
    };
    const made = await call('POST', '/api/v2/webhooks', { webhook });
    expect(made.status).toBe(201);
    const one = `/api/v2/webhooks/${made.body.webhook.id}`;
    expect((await call('GET', one)).body.webhook).toMatchObject(webhook);
    const { secret } = (await call('GET', `${one}/signing_secret`)).body.signing_secret;
    expect((await call('POST', `${one}/signing_secret`)).body.signing_secret.secret).not.toBe(secret);
    expect((await call('PATCH', one, { webhook: { status: 'inactive' } })).status).toBe(204);
    expect((await call('GET', '/api/v2/webhooks')).body.webhooks[0].status).toBe('inactive');
    const mixed = { ...webhook, subscriptions: ['conditional_ticket_events', 'zen:event-type:ticket.created'] };
    expect((await call('POST', '/api/v2/webhooks', { webhook: mixed })).status).toBe(400);
    expect((await call('POST', '/api/v2/webhooks', { webhook: { ...webhook, http_method: 'GET' } })).status).toBe(400);
    expect((await call('PATCH', one, { webhook: { subscriptions: ['conditional_ticket_events'] } })).status).toBe(400);
    expect((await call('DELETE', one)).status).toBe(204);
    expect((await call('GET', one)).status).toBe(404);
  });
});
