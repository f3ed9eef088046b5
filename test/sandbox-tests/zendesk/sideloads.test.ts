import { describe, expect, it } from 'vitest';
import { createZendesk, type ZendeskOptions } from '../../sandbox/zendesk/driver.ts';
import { client, testClock } from '../client.ts';

function helpdesk(options: Pick<ZendeskOptions, 'hasMetricSets' | 'hasTranslations'> = {}) {
  const clock = testClock();
  const zendesk = createZendesk({ ...options, clock });
  const organization = zendesk.addOrganization({ name: 'Acme', fields: { plan: 'pro' } });
  const customer = zendesk.addUser({ name: 'Cleo', organization });
  const agent = zendesk.addUser({ name: 'Ann', role: 'agent' });
  const ticket = zendesk.openTicket({ requester: customer, subject: 's', comment: 'c' });
  const section = zendesk.addSection({ name: 'Billing' });
  const article = zendesk.addArticle({ section, title: 'Refunds', body: '<p>Five days.</p>' });
  return { clock, zendesk, organization, customer, agent, ticket, article, section, call: client(zendesk) };
}

function solveTwice({ zendesk, clock, ticket, agent, customer }: ReturnType<typeof helpdesk>): void {
  clock.move(600);
  zendesk.assign({ ticket, agent });
  clock.move(600);
  zendesk.addComment({ ticket, author: agent, body: 'answer', status: 'solved' });
  clock.move(600);
  zendesk.addComment({ ticket, author: customer, body: 'no' });
  zendesk.assign({ ticket, agent: zendesk.admin });
  clock.move(600);
  zendesk.addComment({ ticket, author: zendesk.admin, body: 'so', status: 'solved' });
  clock.move(600);
}

describe('metric_sets', () => {
  const metrics = {
    reopens: 1,
    replies: 2,
    assignee_stations: 2,
    group_stations: 0,
    created_at: '2026-11-01T09:00:00Z',
    initially_assigned_at: '2026-11-01T09:10:00Z',
    assigned_at: '2026-11-01T09:30:00Z',
    solved_at: '2026-11-01T09:40:00Z',
    latest_comment_added_at: '2026-11-01T09:40:00Z',
    reply_time_in_minutes: { calendar: 20, business: 20 },
    first_resolution_time_in_minutes: { calendar: 20, business: 20 },
    full_resolution_time_in_minutes: { calendar: 40, business: 40 },
  };

  it('stand in the ticket and in the export where they are asked for', async () => {
    const world = helpdesk();
    solveTwice(world);
    const { call, ticket } = world;
    const one = await call('GET', `/api/v2/tickets/${ticket.id}?include=users,organizations,metric_sets`);
    expect(one.body.ticket).toMatchObject({ metric_set: { ticket_id: ticket.id, ...metrics } });
    expect(one.body.organizations[0]).toMatchObject({ name: 'Acme', organization_fields: { plan: 'pro' } });
    const all = await call('GET', '/api/v2/incremental/tickets/cursor?start_time=0&include=metric_sets');
    expect(all.body.tickets[0]).toMatchObject({ metric_set: metrics });
    expect(all.body).not.toHaveProperty('organizations');
    expect((await call('GET', `/api/v2/tickets/${ticket.id}`)).body.ticket).not.toHaveProperty('metric_set');
  });

  it('of a ticket nobody has touched tell of nothing', async () => {
    const { call, ticket } = helpdesk();
    const { body } = await call('GET', `/api/v2/tickets/${ticket.id}?include=metric_sets`);
    const none = { reopens: 0, replies: 0, assignee_stations: 0, solved_at: null, assigned_at: null };
    expect(body.ticket).toMatchObject({ metric_set: none });
  });

  it('are left out by an account without them', async () => {
    const { call, ticket } = helpdesk({ hasMetricSets: false });
    const { body } = await call('GET', `/api/v2/tickets/${ticket.id}?include=metric_sets`);
    expect(body.ticket).not.toHaveProperty('metric_set');
  });
});

describe('translations', () => {
  const paths = (id: number): string[] => [
    '/api/v2/help_center/articles?include=users,sections,translations',
    '/api/v2/help_center/incremental/articles?start_time=0&include=sections,translations',
    `/api/v2/help_center/articles/${id}?include=sections,translations`,
  ];

  it('stand in articles, sections and authors beside them', async () => {
    const { call, article, section, zendesk } = helpdesk();
    for (const path of paths(article.id)) {
      const { body } = await call('GET', path);
      expect(body.articles?.[0] ?? body.article).toMatchObject({
        id: article.id,
        translations: [{ locale: 'en-us', title: 'Refunds', body: '<p>Five days.</p>', draft: false }],
      });
      expect(body.sections).toMatchObject([{ id: section.id, name: 'Billing' }]);
      if (path.includes('users')) expect(body.users).toMatchObject([{ id: zendesk.admin.id }]);
    }
    const plain = await call('GET', '/api/v2/help_center/articles');
    expect(plain.body.articles[0]).not.toHaveProperty('translations');
  });

  it('are left out by an account without them', async () => {
    const { call, article } = helpdesk({ hasTranslations: false });
    for (const path of paths(article.id)) {
      const { body } = await call('GET', path);
      expect(body.articles?.[0] ?? body.article).not.toHaveProperty('translations');
      expect(body.sections).toHaveLength(1);
    }
  });
});

describe('comments that are taken back', () => {
  it('change in comments, audits and exports, and move the ticket', async () => {
    const { call, clock, zendesk, ticket, agent } = helpdesk();
    zendesk.addComment({ ticket, author: agent, body: 'Your PIN is 1234.' });
    zendesk.addComment({ ticket, author: agent, body: 'A word too much.' });
    const [, pin, word] = ticket.comments;
    if (!pin || !word) throw new Error('no comments');
    clock.move(60);
    zendesk.redactComment({ ticket, comment: pin, text: '1234' });
    zendesk.makeCommentPrivate({ ticket, comment: word, by: agent });
    const { comments } = (await call('GET', `/api/v2/tickets/${ticket.id}/comments`)).body;
    expect(comments).toMatchObject([{ public: true }, { public: true, body: 'Your PIN is ▇▇▇▇.' }, { public: false }]);
    const { audits } = (await call('GET', `/api/v2/tickets/${ticket.id}/audits`)).body;
    expect(audits.slice(-2).map(({ events }) => events[0])).toMatchObject([
      { type: 'CommentRedactEvent', comment_id: pin.id },
      { type: 'CommentPrivacyChange', comment_id: word.id, public: false },
    ]);
    clock.move(120);
    const events = await call('GET', '/api/v2/incremental/ticket_events?start_time=0&include=comment_events');
    expect(events.body.ticket_events.at(-1)?.child_events).toMatchObject([
      { event_type: 'CommentPrivacyChange', comment_id: word.id, public: false },
    ]);
    const moved = (await call('GET', `/api/v2/tickets/${ticket.id}`)).body.ticket.updated_at;
    expect(moved).toBe('2026-11-01T09:01:00Z');
    expect(JSON.stringify([comments, audits, events.body])).not.toContain('1234.');
  });

  it('are refused with 404 where they are not of this ticket', () => {
    const { zendesk, ticket } = helpdesk();
    expect(() => zendesk.makeCommentPrivate({ ticket, comment: 7 })).toThrow('404');
  });
});
