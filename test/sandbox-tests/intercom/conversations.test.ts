import { beforeEach, expect, it } from 'vitest';
import { createIntercom, type Intercom } from '../../sandbox/intercom/driver.ts';
import type { Contact } from '../../sandbox/intercom/records.ts';
import { testClock } from '../client.ts';
import { type Call, intercomClient } from './client.ts';

let intercom: Intercom;
let call: Call;
let contact: Contact;
let clock: ReturnType<typeof testClock>;

beforeEach(() => {
  clock = testClock();
  intercom = createIntercom({ clock });
  contact = intercom.addContact({ name: 'Cleo', email: 'cleo@acme.example' });
  call = intercomClient(intercom);
});

const open = (body = 'Where is my invoice?') => intercom.openConversation({ contact, body });
const parts = async (id: string) =>
  (await call('GET', `/conversations/${id}`)).body.conversation_parts.conversation_parts;

it('gives a conversation with its source and its parts, oldest first', async () => {
  const conversation = open();
  clock.move(60);
  intercom.addPart({ conversation, author: intercom.admin, body: 'Under <Billing>.\n\nBest' });
  intercom.addPart({ conversation, author: intercom.admin, body: 'VIP', isNote: true });
  intercom.closeConversation({ conversation });
  const { body, status } = await call('GET', `/conversations/${conversation.id}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ type: 'conversation', state: 'closed', open: false, waiting_since: null });
  expect(body.source).toMatchObject({ body: '<p>Where is my invoice?</p>', delivered_as: 'customer_initiated' });
  expect(body.conversation_parts.conversation_parts.map((part) => part.part_type)).toEqual([
    'comment',
    'note',
    'close',
  ]);
  expect(body).toMatchObject({ statistics: { time_to_admin_reply: 60, count_conversation_parts: 3 } });
});

it('shows plain text where that is asked for', async () => {
  const conversation = open('Tom & Jerry');
  const { body } = await call('GET', `/conversations/${conversation.id}?display_as=plaintext`);
  expect(body.source.body).toBe('Tom & Jerry');
});

it('gives the 500 most recent parts of a longer conversation', async () => {
  const conversation = open();
  for (let n = 0; n < 510; n += 1)
    intercom.addPart({ conversation, author: contact, body: `line ${n}`, isSilent: true });
  const found = await parts(conversation.id);
  expect(found).toHaveLength(500);
  expect(found.at(-1)?.body).toBe('<p>line 509</p>');
});

it('opens a closed conversation by a part that has the words of the contact', async () => {
  const conversation = open();
  intercom.closeConversation({ conversation });
  intercom.addPart({ conversation, author: contact, body: 'Still wrong' });
  expect((await parts(conversation.id)).at(-1)).toMatchObject({ part_type: 'open', body: '<p>Still wrong</p>' });
  expect(intercom.conversation(conversation)).toMatchObject({ state: 'open', isRead: false });
});

it('marks what the app writes with its package code, and what people write not', async () => {
  const conversation = open();
  intercom.addPart({ conversation, author: intercom.admin, body: 'by hand' });
  const reply = { type: 'admin', message_type: 'note', admin_id: intercom.admin.id, body: '<p>by the app</p>' };
  expect((await call('POST', `/conversations/${conversation.id}/reply`, reply)).status).toBe(200);
  const found = await parts(conversation.id);
  expect(found.map((part) => part.app_package_code)).toEqual([null, 'mend-sandbox']);
  expect(found[1]).toMatchObject({ part_type: 'note', body: '<p>by the app</p>' });
});

it('closes, snoozes, opens and assigns by the API', async () => {
  const conversation = open();
  const team = intercom.addTeam({ name: 'Billing' });
  const admin_id = intercom.admin.id;
  const manage = async (body: object) =>
    (await call('POST', `/conversations/${conversation.id}/parts`, body)).body.state;
  expect(await manage({ message_type: 'close', type: 'admin', admin_id })).toBe('closed');
  expect(await manage({ message_type: 'open', admin_id })).toBe('open');
  const snoozed_until = Math.floor(clock.now().getTime() / 1000) + 60;
  expect(await manage({ message_type: 'snoozed', admin_id, snoozed_until })).toBe('snoozed');
  await manage({ message_type: 'assignment', type: 'team', admin_id, assignee_id: team.id });
  expect(intercom.conversation(conversation).teamAssigneeId).toBe(team.id);
  const nobody = { message_type: 'assignment', type: 'admin', admin_id, assignee_id: '999' };
  expect((await call('POST', `/conversations/${conversation.id}/parts`, nobody)).code).toBe('assignee_not_found');
});

it('tags, untags and redacts', async () => {
  const conversation = open();
  const part = intercom.addPart({ conversation, author: contact, body: 'my card is 4111' });
  const tag = intercom.addTag('refund');
  const admin_id = intercom.admin.id;
  expect((await call('POST', `/conversations/${conversation.id}/tags`, { id: tag.id, admin_id })).body.name).toBe(
    'refund',
  );
  const path = `/conversations/${conversation.id}/tags/${tag.id}`;
  expect((await call('DELETE', path, { admin_id })).status).toBe(200);
  expect(await call('DELETE', path, { admin_id })).toMatchObject({ status: 404, code: 'tag_not_found' });
  const redaction = { type: 'conversation_part', conversation_id: conversation.id, conversation_part_id: part.id };
  await call('POST', '/conversations/redact', redaction);
  expect((await parts(conversation.id))[0]).toMatchObject({ redacted: true, body: '' });
});

it("tells Fin's words from those of people, and where they came from by url", async () => {
  const article = intercom.addArticle({ title: 'Invoices', body: '<p>Under Billing.</p>' });
  const conversation = open();
  intercom.finAnswer({ conversation, body: 'Look under Billing.', articles: [article] });
  intercom.addPart({ conversation, author: contact, body: 'no' });
  intercom.finHandOver({ conversation, admin: intercom.admin });
  intercom.finRate({ conversation, rating: 1, remark: 'useless' });
  const { body } = await call('GET', `/conversations/${conversation.id}`);
  const authors = body.conversation_parts.conversation_parts.map(({ author }) => [author.type, author.is_ai_answer]);
  expect(authors).toEqual([
    ['bot', true],
    ['user', false],
    ['bot', false],
  ]);
  expect(body).toMatchObject({
    ai_agent_participated: true,
    ai_agent: {
      last_answer_type: 'ai_answer',
      resolution_state: 'escalated',
      rating: 1,
      content_sources: {
        total_count: 1,
        content_sources: [
          {
            content_type: 'article',
            title: 'Invoices',
            locale: 'en',
            url: `https://help.sandbox.example/en/articles/${article.id}-invoices`,
          },
        ],
      },
    },
  });
});

it('leaves nothing but its id of a deleted conversation', async () => {
  const conversation = open();
  const path = `/conversations/${conversation.id}`;
  expect((await call('DELETE', path)).body).toEqual({ id: conversation.id, object: 'conversation', deleted: true });
  expect(await call('GET', path)).toMatchObject({ status: 404, code: 'not_found' });
  const { body } = await call('GET', '/conversations/deleted');
  expect(body.conversations).toMatchObject([{ id: conversation.id, metrics_retained: true }]);
});

it('makes a ticket of a conversation, with an id of its own and a number that people see', async () => {
  const conversation = open();
  intercom.addPart({ conversation, author: intercom.admin, body: 'We look into it.' });
  const ticket = intercom.convertToTicket({ conversation });
  const backOffice = intercom.addTicketType({ name: 'Task', category: 'Back-office' });
  const wrong = await call('POST', `/conversations/${open().id}/convert`, { ticket_type_id: backOffice.id });
  expect(wrong).toMatchObject({ status: 400, code: 'parameter_invalid' });
  intercom.setTicketState({ ticket, state: 'resolved' });
  const { body } = await call('GET', `/tickets/${ticket.id}`);
  expect(body).toMatchObject({ type: 'ticket', ticket_id: '1', ticket_state: { category: 'resolved' }, open: false });
  expect(body.ticket_parts.ticket_parts.map((part) => part.part_type)).toEqual([
    'comment',
    'ticket_state_updated_by_admin',
  ]);
  const search = { query: { field: 'category', operator: '=', value: 'request' } };
  expect((await call('POST', '/tickets/search', search)).body.tickets.map(({ id }) => id)).toEqual([ticket.id]);
});

it('refuses what does not exist or makes no sense, in the shape of an error list', async () => {
  const { id } = open();
  const reply = { type: 'admin', message_type: 'comment', admin_id: intercom.admin.id, body: 'hi' };
  const missing = await call('POST', '/conversations/1/reply', reply);
  expect(missing.status).toBe(404);
  expect(missing.body).toMatchObject({ type: 'error.list', errors: [{ code: 'not_found' }] });
  const cases: [unknown, number][] = [
    [{ ...reply, admin_id: '1' }, 404],
    [{ ...reply, body: '' }, 400],
    [{ ...reply, message_type: 'shout' }, 400],
    [{ ...reply, admin_id: undefined }, 400],
    ['{"no json', 400],
  ];
  for (const [body, status] of cases)
    expect((await call('POST', `/conversations/${id}/reply`, body)).status).toBe(status);
  expect((await call('GET', '/nothing')).status).toBe(404);
});
