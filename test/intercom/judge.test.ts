import { type Intercom as Api, IntercomClient } from 'intercom-client';
import { beforeEach, describe, expect, it } from 'vitest';
import { createIntercom, type Intercom } from '../sandbox/intercom/driver.ts';
import { routesOf } from '../sandbox/intercom/routes.ts';
import { testClock } from '../sandbox-tests/client.ts';

/**
 * The vendor's own client reads and writes the simulated workspace, through the sandbox's `fetch` and without retries: what it
 * can't parse, or finds elsewhere than its types say, is a fault of the simulation.
 */
let intercom: Intercom;
let client: IntercomClient;
let ids: { contact: string; conversation: string; article: number; company: string };

beforeEach(() => {
  intercom = createIntercom({ clock: testClock(), openapi: process.env.OPENAPI_DIR });
  client = new IntercomClient({
    token: intercom.issueToken().accessToken,
    baseUrl: 'https://api.intercom.io',
    fetch: (input, init) => intercom.fetch(new Request(input, init)),
    maxRetries: 0,
  });
  const company = intercom.addCompany({ name: 'Acme' });
  const contact = intercom.addContact({ name: 'Cleo', email: 'cleo@acme.example', companies: [company] });
  const conversation = intercom.openConversation({ contact, body: 'Where is my invoice?' });
  const article = intercom.addArticle({ title: 'Invoices', body: '<p>Under Billing.</p>' });
  ids = { contact: contact.id, conversation: conversation.id, article: Number(article.id), company: company.id };
});

describe('the vendor’s own client, on the simulated workspace', () => {
  it('reads who works there', async () => {
    expect((await client.admins.identify())?.email).toContain('@');
    const { admins } = await client.admins.list();
    const [first] = admins ?? [];
    expect(first?.id).toBe(intercom.admin.id);
    expect((await client.admins.find({ admin_id: Number(intercom.admin.id) }))?.name).toBe(first?.name);
    const { teams } = await client.teams.list();
    expect(Array.isArray(teams)).toBe(true);
  });

  it('reads customers and their companies', async () => {
    const contact = await client.contacts.find({ contact_id: ids.contact });
    expect([contact.email, contact.name]).toEqual(['cleo@acme.example', 'Cleo']);
    const query = { field: 'email', operator: '=', value: 'cleo@acme.example' } as const;
    const found = await client.contacts.search({ query });
    expect(found.data.map(({ id }) => id)).toEqual([ids.contact]);
    expect((await client.companies.find({ company_id: ids.company })).name).toBe('Acme');
  });

  it('reads conversations, answers one, and finds it by what changed', async () => {
    const read = async () => client.conversations.find({ conversation_id: ids.conversation });
    expect((await read()).source?.body).toBe('<p>Where is my invoice?</p>');
    const body: Api.AdminReplyConversationRequest = {
      ...{ message_type: 'comment', type: 'admin', admin_id: intercom.admin.id, body: 'Under Billing.' },
    };
    await client.conversations.reply({ conversation_id: ids.conversation, body });
    const parts = (await read()).conversation_parts?.conversation_parts ?? [];
    expect(parts.at(-1)?.body).toBe('<p>Under Billing.</p>');
    expect((await client.conversations.list()).data.map(({ id }) => id)).toEqual([ids.conversation]);
    const query = { field: 'updated_at', operator: '>', value: '0' } as const;
    expect((await client.conversations.search({ query })).data.map(({ id }) => id)).toEqual([ids.conversation]);
  });

  it('writes, edits, finds and deletes an article, which stays as the vendor stores it', async () => {
    const made = await client.articles.create({
      ...{
        title: 'Refunds',
        body: '<p>In <b>5</b> days.</p>',
        author_id: Number(intercom.admin.id),
        state: 'published',
      },
    });
    const article_id = Number(made.id);
    expect((await client.articles.find({ article_id })).body).toBe('<p class="no-margin">In <b>5</b> days.</p>');
    await client.articles.update({ article_id, body: '<p>In 3 days.</p>' });
    const listed = (await client.articles.list()).data;
    expect(listed.map(({ title }) => title).sort()).toEqual(['Invoices', 'Refunds']);
    const { data } = await client.articles.search({ phrase: 'Refunds' });
    expect(data?.articles?.map(({ id }) => id)).toEqual([made.id]);
    expect((await client.articles.delete({ article_id })).deleted).toBe(true);
    await expect(client.articles.find({ article_id })).rejects.toMatchObject({ statusCode: 404 });
  });

  it('reads the help centers and makes a collection', async () => {
    const centers = (await client.helpCenters.list()).data;
    expect(centers?.length).toBeGreaterThan(0);
    const made = await client.helpCenters.collections.create({ name: 'Billing' });
    expect((await client.helpCenters.collections.find({ collection_id: Number(made.id) })).name).toBe('Billing');
    expect((await client.helpCenters.collections.list()).data.map(({ name }) => name)).toContain('Billing');
  });

  it('tags, and reads kinds and states of tickets', async () => {
    const tag = await client.tags.create({ name: 'billing' });
    const { conversation: conversation_id } = ids;
    await client.tags.tagConversation({ conversation_id, id: tag.id, admin_id: intercom.admin.id });
    expect((await client.tags.list()).data?.map(({ name }) => name)).toContain('billing');
    expect(await client.ticketTypes.list()).toBeDefined();
    expect(await client.ticketStates.listTicketStates()).toBeDefined();
  });

  it('is told of a refusal in the vendor’s form', async () => {
    await expect(client.conversations.find({ conversation_id: '999' })).rejects.toMatchObject({ statusCode: 404 });
    await expect(client.articles.create({ title: '', author_id: 1 })).rejects.toMatchObject({ statusCode: 400 });
  });

  it('leaves nothing that the vendor’s description would not allow', async () => {
    await client.articles.list();
    expect(intercom.violations).toEqual([]);
    expect(routesOf(intercom.world).length).toBeGreaterThan(30);
  });
});
