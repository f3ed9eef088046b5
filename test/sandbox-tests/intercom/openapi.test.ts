import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTERCOM_DESCRIPTION } from '../../sandbox/intercom/access/description.ts';
import { createIntercom } from '../../sandbox/intercom/driver.ts';
import { createOpenApiCheck } from '../../sandbox/openapi.ts';
import { testClock } from '../client.ts';
import { intercomClient, where } from './client.ts';

const dir = process.env.OPENAPI_DIR;
const hasDescription = dir !== undefined && existsSync(join(dir, 'intercom-openapi.yaml'));

describe.skipIf(!hasDescription)("with Intercom's description", () => {
  const check = createOpenApiCheck(dir, INTERCOM_DESCRIPTION);
  const problems = (method: string, pathAndQuery: string, body?: unknown): string => {
    const url = new URL(`http://127.0.0.1${pathAndQuery}`);
    return check.check(method, url.pathname, url.searchParams, body).join('\n');
  };
  const filter = { field: 'state', operator: '=', value: 'open' };
  const reply = { type: 'admin', message_type: 'note', admin_id: '1', body: 'x' };

  it.each([
    ['GET', '/me'],
    ['GET', '/conversations?per_page=20&starting_after=x'],
    ['GET', '/conversations/5?display_as=plaintext'],
    ['POST', '/conversations/search', { query: filter, pagination: { per_page: 150, starting_after: null } }],
    [
      'POST',
      '/conversations/search',
      { query: { operator: 'AND', value: [{ operator: 'OR', value: [filter] }, filter] } },
    ],
    ['POST', '/conversations/5/reply', reply],
    ['POST', '/conversations/last/reply', { type: 'user', message_type: 'comment', intercom_user_id: 'a', body: 'x' }],
    ['POST', '/conversations/5/parts', { type: 'admin', message_type: 'close', admin_id: '1' }],
    ['GET', '/articles?page=2&per_page=50'],
    ['PUT', '/articles/7', { title: 'T', body: '<p>x</p>', state: 'published' }],
    ['PUT', '/articles/7/draft', { translated_content: { fr: { body: '<p>x</p>' } } }],
    ['POST', '/articles/7/draft/publish', { locales: ['en'] }],
    ['GET', '/articles/7/versions?page=1&per_page=5&locale=fr'],
    ['POST', '/auth/eagle/token', { code: 'c', client_id: 'i', client_secret: 's' }],
  ])('allows %s %s', (method, path, body?: unknown) => {
    expect(problems(method, path, body)).toBe('');
  });

  it.each([
    ['no such operation', 'GET', '/conversation/5'],
    ['query perpage is not known', 'GET', '/conversations?perpage=5'],
    ['body', 'POST', '/conversations/search', { field: 'state', operator: '=', value: 'open' }],
    ['body', 'POST', '/conversations/search', { query: { ...filter, operator: 'LIKE' } }],
    ['body', 'POST', '/conversations/search', { query: filter, pagination: { per_page: 500 } }],
    ['body', 'POST', '/conversations/5/reply', { ...reply, message: 'x' }],
    ['body', 'POST', '/conversations/5/parts', { type: 'admin', message_type: 'shut', admin_id: '1' }],
    ['(titel)', 'PUT', '/articles/7', { titel: 'T' }],
    ['body', 'PUT', '/articles/7', { state: 'hidden' }],
    ['admin_id', 'POST', '/conversations/5/tags', { id: '1' }],
  ])('finds "%s" in %s %s', (problem, method, path, body?: unknown) => {
    expect(problems(method, path, body)).toContain(problem);
  });

  it('collects what a client does wrong in the violations of the sandbox', async () => {
    const intercom = createIntercom({ openapi: dir });
    await intercomClient(intercom)('PUT', '/articles/1', { titel: 'x' });
    expect(intercom.violations).toEqual([
      'PUT /articles/{article_id}: body must NOT have additional properties (titel)',
    ]);
  });

  it('gives answers of the shape the description promises', async () => {
    const intercom = createIntercom({ clock: testClock(), openapi: dir, workspace: { locales: ['en', 'fr'] } });
    const company = intercom.addCompany({ name: 'Acme', plan: 'pro', customAttributes: { tier: 'gold' } });
    const contact = intercom.addContact({ name: 'Cleo', companies: [company], externalId: 'c-1' });
    const team = intercom.addTeam({ name: 'Billing', admins: [intercom.admin] });
    const tag = intercom.addTag('refund');
    const collection = intercom.addCollection({ name: 'Money' });
    const translations = { fr: { title: 'Factures', body: '<p>x</p>' } };
    const article = intercom.addArticle({ title: 'Invoices', body: '<p>x</p>', collection, translations });
    const conversation = intercom.openConversation({ contact, body: 'Where?' });
    intercom.finAnswer({ conversation, body: 'There.', articles: [article] });
    intercom.finHandOver({ conversation, team });
    intercom.addPart({ conversation, author: intercom.admin, body: 'Here.' });
    intercom.tag({ conversation, tag });
    intercom.closeConversation({ conversation });
    intercom.rate({ conversation, rating: 4 });
    const ticket = intercom.convertToTicket({ conversation });
    intercom.setTicketState({ ticket, state: 'in_progress' });
    const other = intercom.openConversation({ contact, body: 'Gone' });
    intercom.deleteConversation({ conversation: other });
    const one = `/articles/${article.id}`;
    const admin_id = intercom.admin.id;
    const asks: [string, string, unknown?][] = [
      ['GET', '/me'],
      ['GET', '/admins'],
      ['GET', `/admins/${admin_id}`],
      ['GET', '/teams'],
      ['GET', `/teams/${team.id}`],
      ['GET', '/tags'],
      ['GET', '/contacts'],
      ['GET', `/contacts/${contact.id}`],
      ['POST', '/contacts/search', where(['role', '=', 'user'])],
      ['GET', '/companies'],
      ['GET', `/companies/${company.id}`],
      ['GET', '/conversations'],
      ['GET', '/conversations/deleted'],
      ['GET', `/conversations/${conversation.id}`],
      ['POST', '/conversations/search', where(['state', '=', 'closed'])],
      ['POST', `/conversations/${conversation.id}/reply`, { ...reply, admin_id }],
      ['POST', `/conversations/${conversation.id}/parts`, { message_type: 'open', admin_id }],
      ['PUT', `/conversations/${conversation.id}`, { custom_attributes: { mood: 'fine' } }],
      ['GET', `/tickets/${ticket.id}`],
      ['POST', '/tickets/search', where(['open', '=', true])],
      ['POST', `/tickets/${ticket.id}/reply`, { ...reply, admin_id }],
      ['GET', '/ticket_types'],
      ['GET', '/ticket_states'],
      ['GET', '/articles'],
      ['GET', one],
      ['PUT', one, { body: '<p>y</p>' }],
      ['PUT', `${one}/draft`, { body: '<p>z</p>' }],
      ['GET', `${one}/draft`],
      ['POST', `${one}/draft/publish`, { locales: ['en'] }],
      ['GET', `${one}/versions`],
      ['GET', `${one}/versions/${article.versions[0]?.id}`],
      ['GET', '/articles/search?phrase=invoices&highlight=true'],
      ['POST', '/articles', { title: 'New', author_id: Number(admin_id) }],
      ['GET', '/help_center/collections'],
      ['GET', `/help_center/collections/${collection.id}`],
      ['GET', '/help_center/help_centers'],
      ['GET', '/help_center/help_centers/1'],
      ['GET', '/internal_articles'],
      ['DELETE', one],
    ];
    const call = intercomClient(intercom);
    const found: string[] = [];
    for (const [method, path, body] of asks) {
      const answer = await call(method, path, body);
      expect(`${answer.status} ${path}`).toBe(`200 ${path}`);
      found.push(...check.checkAnswer(method, path.replace(/\?.*$/, ''), answer.body));
    }
    expect(found).toEqual([]);
    expect(intercom.violations).toEqual([]);
  });
});
