import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TOPICS } from '../../sandbox/intercom/conversations/topics.ts';
import { createIntercom } from '../../sandbox/intercom/driver.ts';
import { CLIENT_SECRET, clock, openConversation, openReceiver, type Received, type Receiver } from './receiver.ts';

let app: Receiver;

beforeEach(async () => {
  app = await openReceiver();
});
afterEach(() => app.close());

it('signs the raw body with SHA-1 and the client secret, and says which workspace it is from', async () => {
  const intercom = app.workspace();
  const { id } = openConversation(intercom);
  await intercom.flushWebhooks();
  const [{ headers, raw, notice }] = app.received as [Received];
  const hex = createHmac('sha1', CLIENT_SECRET).update(raw).digest('hex');
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
  const intercom = app.workspace();
  const conversation = openConversation(intercom);
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
  expect(app.topics()).toEqual([
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
  expect(app.received[2]?.notice.data.item).toMatchObject({
    conversation_parts: { total_count: 1, conversation_parts: [{ part_type: 'note', body: 'psst' }] },
  });
  expect(app.received.at(-1)?.notice.data.item).toEqual({ type: 'conversation', id: conversation.id });
});

it('tells of articles and tickets, and nests the ticket that was closed', async () => {
  const intercom = app.workspace();
  const article = intercom.addArticle({ title: 'A', body: '<p>x</p>', isDraft: true });
  intercom.humanEditArticle({ article, state: 'published' });
  intercom.deleteArticle({ article });
  const ticket = intercom.convertToTicket({ conversation: openConversation(intercom) });
  intercom.setTicketState({ ticket, state: 'resolved' });
  intercom.closeTicket({ ticket });
  await intercom.flushWebhooks({ maxInFlight: 1 });
  expect(app.topics()).toEqual([
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
  expect(app.received.at(-1)?.notice.data.item).toMatchObject({ ticket: { id: ticket.id } });
});

it('marks what the app itself wrote, so that it can pass over its own words', async () => {
  const intercom = app.workspace(['conversation.admin.noted']);
  const conversation = openConversation(intercom);
  const { appPackageCode } = intercom.workspace;
  intercom.addPart({ conversation, author: intercom.admin, body: 'by hand', isNote: true });
  intercom.addPart({ conversation, author: intercom.admin, body: 'by the app', isNote: true, appPackageCode });
  await intercom.flushWebhooks({ maxInFlight: 1 });
  const codes = app.received.map(
    ({ notice }) => notice.data.item.conversation_parts?.conversation_parts[0]?.app_package_code,
  );
  expect(codes).toEqual([null, 'mend-sandbox']);
});

it('asks an address with HEAD before it is saved, pings it, and speaks for other workspaces of the app too', async () => {
  const intercom = createIntercom({ clock, clientSecret: 's' });
  app.statuses.push(500);
  expect(await intercom.webhooks.save({ endpoint: app.endpoint })).toBe(false);
  expect(await intercom.webhooks.save({ endpoint: app.endpoint, topics: ['conversation.deleted'] })).toBe(true);
  openConversation(intercom);
  intercom.webhooks.ping();
  intercom.webhooks.sendFrom('stranger', 'conversation.deleted', { type: 'conversation', id: '7' });
  await intercom.flushWebhooks({ maxInFlight: 1 });
  expect(app.received.map(({ method }) => method)).toEqual(['HEAD', 'HEAD', 'POST', 'POST']);
  expect(app.received[2]?.notice.topic).toBe('ping');
  expect(app.received[3]?.notice).toMatchObject({ app_id: 'stranger', data: { item: { id: '7' } } });
});

it('knows no topic twice and refuses one it does not have', () => {
  expect(new Set(TOPICS).size).toBe(TOPICS.length);
  expect(() => app.workspace(['conversation.exploded'])).toThrow('no topic');
});
