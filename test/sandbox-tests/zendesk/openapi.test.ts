import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createOpenApiCheck } from '../../sandbox/openapi.ts';
import { createZendesk } from '../../sandbox/zendesk/driver.ts';
import { client, testClock } from '../client.ts';

const dir = process.env.OPENAPI_DIR;
const hasDescriptions = dir !== undefined && existsSync(dir);

it('says so when there are no descriptions to check against', () => {
  const check = createOpenApiCheck(undefined);
  expect(check.active).toBe(false);
  expect(check.notice).toContain('not checked');
  expect(check.check('PUT', '/nowhere', new URLSearchParams(), { any: 'thing' })).toEqual([]);
});

describe.skipIf(!hasDescriptions)('with the descriptions', () => {
  const check = createOpenApiCheck(dir);
  const problems = (method: string, pathAndQuery: string, body?: unknown): string[] => {
    const url = new URL(`http://127.0.0.1${pathAndQuery}`);
    return check.check(method, url.pathname, url.searchParams, body);
  };
  const articles = '/api/v2/help_center/articles';
  const article = { title: 'T', body: '', locale: 'en-us', permission_group_id: 5, user_segment_id: null, draft: true };
  const webhook = {
    name: 'n',
    endpoint: 'https://a.example/',
    http_method: 'POST',
    request_format: 'json',
    status: 'active',
    subscriptions: ['x'],
  };

  it.each([
    ['GET', '/api/v2/tickets/5'],
    ['GET', '/api/v2/tickets/5/comments?page[size]=100&page[after]=x&include=users&sort=-created_at'],
    ['GET', '/api/v2/tickets/5/audits?filter_events[]=Change'],
    ['GET', '/api/v2/users/me'],
    ['GET', '/api/v2/users/show_many?ids=1,2'],
    ['GET', '/api/v2/organizations/show_many?ids=1'],
    ['GET', '/api/v2/incremental/tickets/cursor?start_time=1700000000&support_type_scope=all'],
    ['GET', '/api/v2/incremental/tickets/cursor?cursor=abc'],
    ['GET', '/api/v2/incremental/ticket_events?start_time=1700000000&include=comment_events'],
    ['GET', '/api/v2/satisfaction_ratings?score=bad&start_time=1700000000'],
    ['GET', '/api/v2/search?query=type:ticket&sort_by=created_at'],
    ['GET', `${articles}?sort_by=updated_at&page[size]=100&include=sections`],
    ['GET', '/api/v2/help_center/en-us/articles?sort_by=updated_at'],
    ['GET', `${articles}/search?query=a&per_page=5`],
    ['GET', '/api/v2/help_center/incremental/articles?start_time=1700000000'],
    ['GET', '/api/v2/oauth/tokens/current'],
    ['GET', '/api/v2/webhooks/01AB/signing_secret'],
    [
      'GET',
      '/oauth/authorizations/new?response_type=code&client_id=a&redirect_uri=https%3A%2F%2Fa.example&scope=read&state=s',
    ],
    ['DELETE', `${articles}/7`],
    [
      'PUT',
      '/api/v2/tickets/5',
      { ticket: { comment: { html_body: '<p>a</p>', public: false, author_id: 1 }, additional_tags: ['a'] } },
    ],
    [
      'PUT',
      '/api/v2/tickets/5',
      { ticket: { safe_update: true, updated_stamp: '2026-11-01T09:00:00Z', status: 'open' } },
    ],
    [
      'PUT',
      `${articles}/7/translations/en-us`,
      { translation: { title: 'a', body: '<p>b</p>', draft: false, outdated: false } },
    ],
    ['PUT', `${articles}/7`, { article: { label_names: ['a'], promoted: true, user_segment_id: null } }],
    ['POST', '/api/v2/help_center/sections/9/articles', { article, notify_subscribers: false }],
    ['POST', '/api/v2/webhooks', { webhook }],
    [
      'POST',
      '/oauth/tokens',
      { grant_type: 'refresh_token', refresh_token: 'r', client_id: 'c', client_secret: 's', expires_in: 1800 },
    ],
  ])('allows %s %s', (method, path, body?: unknown) => {
    expect(problems(method, path, body)).toEqual([]);
  });

  it.each([
    ['no such operation', 'GET', '/api/v2/tiket/5'],
    ['no such operation', 'GET', '/api/v2/tickets/five'],
    ['no such operation', 'POST', '/api/v2/tickets/5/comments', {}],
    ['start_time is missing', 'GET', '/api/v2/incremental/ticket_events'],
    ['start_time has the wrong form', 'GET', '/api/v2/incremental/tickets/cursor?start_time=soon'],
    ['query incldue is not known', 'GET', '/api/v2/tickets/5/comments?incldue=users'],
    ['sort_by has the wrong form', 'GET', `${articles}?sort_by=beauty`],
    ['takes no body', 'GET', '/api/v2/tickets/5', {}],
    ['(commment)', 'PUT', '/api/v2/tickets/5', { ticket: { commment: { body: 'a' } } }],
    ['must be boolean', 'PUT', '/api/v2/tickets/5', { ticket: { comment: { body: 'a', public: 'no' } } }],
    ['must be equal to one of the allowed values', 'PUT', '/api/v2/tickets/5', { ticket: { status: 'asleep' } }],
    ['is read only', 'PUT', '/api/v2/tickets/5', { ticket: { created_at: '2026-11-01T09:00:00Z' } }],
    ['(body)', 'PUT', `${articles}/7`, { article: { body: '<p>would be ignored</p>' } }],
    [
      'permission_group_id',
      'POST',
      '/api/v2/help_center/sections/9/articles',
      { article: { ...article, permission_group_id: undefined } },
    ],
    ['endpoint', 'POST', '/api/v2/webhooks', { webhook: { ...webhook, endpoint: 'not an address' } }],
  ])('finds "%s" in %s %s', (problem, method, path, body?: unknown) => {
    expect(problems(method, path, body).join('\n')).toContain(problem);
  });

  it('collects what a client does wrong in the violations of the sandbox', async () => {
    const zendesk = createZendesk({ openapi: dir });
    const call = client(zendesk);
    await call('GET', '/api/v2/users/me.json');
    expect(zendesk.violations).toEqual([]);
    await call('PUT', '/api/v2/tickets/1', { tikcet: {} });
    expect(zendesk.violations).toEqual([
      'PUT /api/v2/tickets/{ticket_id}: body must NOT have additional properties (tikcet)',
    ]);
  });

  it('gives answers of the shape the descriptions promise', async () => {
    const clock = testClock();
    const zendesk = createZendesk({ clock, openapi: dir });
    const organization = zendesk.addOrganization({ name: 'Acme', fields: { plan: 'pro' } });
    const requester = zendesk.addUser({ name: 'Cleo', email: 'cleo@acme.example', organization });
    const ticket = zendesk.openTicket({
      requester,
      subject: 'a',
      comment: 'b',
      assignee: zendesk.admin,
      priority: 'high',
    });
    zendesk.setStatus({ ticket, status: 'solved' });
    zendesk.rate({ ticket, score: 'good', comment: 'fast' });
    const section = zendesk.addSection({ name: 'S' });
    const made = zendesk.addArticle({ section, title: 'T', body: '<p>x</p>', labels: ['l'] });
    clock.move(300);
    const call = client(zendesk);
    const one = `${articles}/${made.id}`;
    const reads = [
      `/api/v2/tickets/${ticket.id}`,
      `/api/v2/tickets/${ticket.id}?include=users,organizations,metric_sets`,
      `/api/v2/tickets/${ticket.id}/comments?include=users`,
      `/api/v2/tickets/${ticket.id}/audits`,
      '/api/v2/users/me',
      `/api/v2/users/show_many?ids=${requester.id}`,
      `/api/v2/organizations/${organization.id}`,
      `/api/v2/organizations/show_many?ids=${organization.id}`,
      '/api/v2/groups',
      '/api/v2/brands',
      '/api/v2/satisfaction_ratings',
      '/api/v2/search?query=type:ticket',
      '/api/v2/incremental/tickets/cursor?start_time=0&include=metric_sets',
      '/api/v2/oauth/tokens/current',
      `${articles}?include=users,sections,translations`,
      one,
      `${one}/translations`,
      `${one}/translations/en-us`,
      `${one}/translations/missing`,
      `${one}/labels`,
      `${articles}/search?query=t`,
      '/api/v2/help_center/incremental/articles?start_time=0',
      '/api/v2/help_center/sections',
      '/api/v2/help_center/categories',
      '/api/v2/help_center/locales',
      '/api/v2/help_center/user_segments',
    ];
    const found: string[] = [];
    for (const path of reads) {
      const answer = await call('GET', path);
      expect(`${answer.status} ${path}`).toBe(`200 ${path}`);
      found.push(...check.checkAnswer('GET', path.replace(/\?.*$/, ''), answer.body));
    }
    expect(found).toEqual([]);
    expect(zendesk.violations).toEqual([]);
  });
});
