import { beforeEach, expect, it } from 'vitest';
import { createIntercom, type Intercom } from '../../sandbox/intercom/driver.ts';
import type { Contact } from '../../sandbox/intercom/records.ts';
import { testClock } from '../client.ts';
import { type Call, intercomClient, where } from './client.ts';

let intercom: Intercom;
let call: Call;
let contact: Contact;
let clock: ReturnType<typeof testClock>;
const start = Date.parse('2026-11-01T09:00:00Z') / 1000;

beforeEach(() => {
  clock = testClock();
  intercom = createIntercom({ clock });
  contact = intercom.addContact({ name: 'Cleo', customAttributes: { plan: 'pro' } });
  call = intercomClient(intercom);
});

const open = (body = 'Where is my invoice?') => intercom.openConversation({ contact, body });
const found = async (body: unknown): Promise<string[]> => {
  const answer = await call('POST', '/conversations/search', body);
  expect(answer.status).toBe(200);
  return answer.body.conversations.map(({ id }) => id);
};

it('finds by state, time, tag, author, Fin and the words of the first message', async () => {
  const first = open();
  clock.move(10);
  const second = open('The export is broken');
  const tag = intercom.addTag('bug');
  intercom.tag({ conversation: second, tag });
  intercom.closeConversation({ conversation: first, at: '2026-11-01T09:00:05Z' });
  intercom.finAnswer({ conversation: second, body: 'Try again.' });
  expect(await found(where(['state', '=', 'closed']))).toEqual([first.id]);
  expect(await found(where(['updated_at', '>', start + 5]))).toEqual([second.id]);
  expect(await found(where(['updated_at', '>', String(start + 4)]))).toEqual([second.id, first.id]);
  expect(await found(where(['tag_ids', '=', tag.id]))).toEqual([second.id]);
  expect(await found(where(['ai_agent_participated', '=', true]))).toEqual([second.id]);
  expect(await found(where(['contact_ids', 'IN', [contact.id]], ['open', '=', false]))).toEqual([first.id]);
  expect(await found({ query: { field: 'source.body', operator: '=', value: 'export' } })).toEqual([second.id]);
  expect(await found(where(['source.body', '=', 'export is']))).toEqual([]);
  expect(await found(where(['source.body', '~', 'EXPORT is']))).toEqual([second.id]);
  const either = { operator: 'OR', value: [{ field: 'state', operator: '=', value: 'closed' }] };
  expect(await found({ query: { operator: 'AND', value: [either] } })).toEqual([first.id]);
});

it('refuses unknown fields, operators that do not fit, wrong values and queries too deep or too wide', async () => {
  const filter = { field: 'state', operator: '=', value: 'open' };
  const group = (...value: unknown[]) => ({ operator: 'AND', value });
  const queries = [
    undefined,
    { field: 'mood', operator: '=', value: 'bad' },
    { field: 'state', operator: '>', value: 'open' },
    { field: 'updated_at', operator: '>', value: 'yesterday' },
    { field: 'state', operator: 'IN', value: 'open' },
    { field: 'state', operator: '=', value: ['open'] },
    group(),
    group(group(group(filter))),
    group(...Array.from({ length: 16 }, () => filter)),
  ];
  for (const query of queries) {
    const answer = await call('POST', '/conversations/search', { query });
    expect([answer.status, JSON.stringify(query)]).toEqual([400, JSON.stringify(query)]);
  }
  const page = { query: filter, pagination: { per_page: 151 } };
  expect((await call('POST', '/conversations/search', page)).code).toBe('parameter_invalid');
});

it('pages by a cursor that says what comes after, newest change first', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 45; n += 1) {
    clock.move(1);
    ids.push(open(`question ${n}`).id);
  }
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const pagination: unknown = { per_page: 20, starting_after: after };
    const { body } = await call('POST', '/conversations/search', { ...Object(where(['open', '=', true])), pagination });
    expect(body.total_count).toBe(45);
    seen.push(...body.conversations.map(({ id }) => id));
    after = body.pages.next?.starting_after ?? null;
  } while (after !== null);
  expect(seen).toEqual(ids.reverse());
  const listed = await call('GET', '/conversations?per_page=50');
  expect(listed.body.conversations.map(({ id }) => id)).toEqual(ids);
  expect((await call('GET', '/conversations?starting_after=nonsense')).status).toBe(400);
});

it('misses nothing that stayed as it was while something else changed between two pages', async () => {
  const rows = Array.from({ length: 6 }, (_, n) => {
    clock.move(1);
    return open(`question ${n}`);
  });
  const first = await call('GET', '/conversations?per_page=3');
  clock.move(1);
  intercom.addPart({ conversation: rows[4]?.id ?? '', author: contact, body: 'more' });
  const after = first.body.pages.next?.starting_after ?? '';
  const second = await call('GET', `/conversations?per_page=3&starting_after=${encodeURIComponent(after)}`);
  expect(second.body.conversations.map(({ id }) => id)).toEqual([2, 1, 0].map((n) => rows[n]?.id));
});

it('matches contacts by calendar day and by their own attributes', async () => {
  const search = async (...filters: [string, string, unknown][]) =>
    (await call('POST', '/contacts/search', where(...filters))).body;
  expect((await search(['created_at', '>', start - 7200])).total_count).toBe(0);
  expect((await search(['created_at', '>', start - 86_400])).total_count).toBe(1);
  expect((await search(['created_at', '=', start + 3600])).total_count).toBe(1);
  expect((await search(['custom_attributes.plan', '=', 'pro'])).data[0]).toMatchObject({ id: contact.id });
  const refused = await call('POST', '/contacts/search', where(['created_at', '>=', start]));
  expect(refused.status).toBe(400);
});

it('knows a deleted contact no more, and tells the way from a merged one to the one that is left', async () => {
  const other = intercom.addContact({ name: 'Cleo again' });
  const conversation = intercom.openConversation({ contact: other, body: 'a' });
  intercom.mergeContact({ contact: other, into: contact });
  const gone = await call('GET', `/contacts/${other.id}`);
  expect(gone).toMatchObject({ status: 410, code: 'contact_merged' });
  expect(gone.headers.get('link')).toBe(`</contacts/${contact.id}>; rel="canonical"`);
  const { body } = await call('GET', `/conversations/${conversation.id}`);
  expect(body.contacts.contacts).toMatchObject([{ id: contact.id }]);
  intercom.deleteContact({ contact });
  expect((await call('GET', `/contacts/${contact.id}`)).status).toBe(404);
});
