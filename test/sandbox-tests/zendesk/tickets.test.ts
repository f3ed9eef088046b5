import { describe, expect, it } from 'vitest';
import { createZendesk } from '../../sandbox/zendesk/driver.ts';
import { client, testClock } from '../client.ts';

function helpdesk() {
  const clock = testClock();
  const zendesk = createZendesk({ clock });
  const organization = zendesk.addOrganization({ name: 'Acme', domains: ['acme.example'], fields: { plan: 'pro' } });
  const customer = zendesk.addUser({ name: 'Cleo', email: 'cleo@acme.example', organization });
  const agent = zendesk.addUser({ name: 'Ann', email: 'ann@sandbox.example', role: 'agent' });
  const ticket = zendesk.openTicket({
    requester: customer,
    subject: 'Export fails',
    comment: 'It says <none>.\n\nWhy?',
  });
  return { clock, zendesk, organization, customer, agent, ticket, call: client(zendesk) };
}

describe('tickets', () => {
  it('shows a ticket with the fields an integration reads', async () => {
    const { call, ticket, customer, organization } = helpdesk();
    const { status, body } = await call('GET', `/api/v2/tickets/${ticket.id}.json`);
    expect(status).toBe(200);
    expect(body.ticket).toMatchObject({
      id: ticket.id,
      status: 'new',
      subject: 'Export fails',
      requester_id: customer.id,
      organization_id: organization.id,
      created_at: '2026-11-01T09:00:00Z',
      satisfaction_rating: { score: 'unoffered' },
      via: { channel: 'web' },
    });
  });

  it('answers what it does not know with RecordNotFound, and a bad id with 400', async () => {
    const { call } = helpdesk();
    expect(await call('GET', '/api/v2/tickets/999')).toMatchObject({
      status: 404,
      body: { error: 'RecordNotFound', description: 'Not found' },
    });
    expect((await call('GET', '/api/v2/tickets/abc')).status).toBe(400);
    expect((await call('GET', '/api/v2/nothing')).body.error).toBe('InvalidEndpoint');
    expect((await call('POST', '/api/v2/tickets/1/comments', {})).status).toBe(405);
  });

  it('gives comments their bodies, escapes what customers type, and side-loads authors', async () => {
    const { call, zendesk, ticket, agent } = helpdesk();
    zendesk.addComment({ ticket, author: agent, htmlBody: '<p>Use <b>CSV</b><script>x()</script></p>', public: false });
    const { body } = await call('GET', `/api/v2/tickets/${ticket.id}/comments?include=users`);
    expect(body.comments).toHaveLength(2);
    expect(body.comments[0]).toMatchObject({ public: true, body: 'It says <none>.\n\nWhy?' });
    expect(body.comments[0].html_body).toContain('It says &lt;none&gt;.');
    expect(body.comments[1]).toMatchObject({
      public: false,
      html_body: '<p>Use <b>CSV</b></p>',
      plain_body: 'Use CSV',
    });
    expect(body.users.map((user) => user.role)).toEqual(['end-user', 'agent']);
  });

  it('pages comments by cursor, in both directions of time', async () => {
    const { call, zendesk, ticket, agent, clock } = helpdesk();
    for (let n = 1; n <= 4; n += 1) {
      clock.move(60);
      zendesk.addComment({ ticket, author: agent, body: `reply ${n}` });
    }
    const first = await call('GET', `/api/v2/tickets/${ticket.id}/comments?page[size]=2&sort=-created_at`);
    expect(first.body.comments.map((c) => c.body)).toEqual(['reply 4', 'reply 3']);
    expect(first.body.meta.has_more).toBe(true);
    const second = await call('GET', first.body.links.next);
    expect(second.body.comments.map((c) => c.body)).toEqual(['reply 2', 'reply 1']);
    const third = await call(
      'GET',
      `/api/v2/tickets/${ticket.id}/comments?page[size]=2&page[after]=${second.body.meta.after_cursor}&sort=-created_at`,
    );
    expect(third.body.meta.has_more).toBe(false);
  });

  it('refuses a safe update with a stale stamp and changes nothing', async () => {
    const { call, zendesk, ticket, agent, clock } = helpdesk();
    const stamp = (await call('GET', `/api/v2/tickets/${ticket.id}`)).body.ticket.updated_at;
    clock.move(5);
    zendesk.addComment({ ticket, author: agent, body: 'meanwhile' });
    const note = {
      ticket: { comment: { html_body: '<p>note</p>', public: false }, safe_update: true, updated_stamp: stamp },
    };
    const refused = await call('PUT', `/api/v2/tickets/${ticket.id}`, note);
    expect(refused).toMatchObject({ status: 409, body: { error: 'UpdateConflict' } });
    expect(ticket.comments).toHaveLength(2);
    note.ticket.updated_stamp = (await call('GET', `/api/v2/tickets/${ticket.id}`)).body.ticket.updated_at;
    const accepted = await call('PUT', `/api/v2/tickets/${ticket.id}`, note);
    expect(accepted.body.audit.events[0]).toMatchObject({ type: 'Comment', public: false });
    expect(ticket.comments).toHaveLength(3);
  });

  it('refuses an unknown author, two bodies, a blank one, and any change of a closed ticket', async () => {
    const { call, zendesk, ticket } = helpdesk();
    const put = (t: unknown) => call('PUT', `/api/v2/tickets/${ticket.id}`, { ticket: t });
    expect((await put({ comment: { body: 'x', author_id: 1 } })).status).toBe(422);
    expect((await put({ comment: { body: 'x', html_body: 'x' } })).status).toBe(422);
    expect((await put({ comment: { body: ' ' } })).status).toBe(422);
    expect((await put({ status: 'sleeping' })).status).toBe(422);
    expect(ticket.audits).toHaveLength(1);
    zendesk.setStatus({ ticket, status: 'closed' });
    expect((await put({ comment: { body: 'x' } })).body).toMatchObject({ error: 'RecordInvalid' });
  });

  it('reopens a solved ticket when its customer answers, and records who was assigned', async () => {
    const { call, zendesk, ticket, customer, agent, clock } = helpdesk();
    zendesk.assign({ ticket, agent });
    clock.move(60);
    zendesk.setStatus({ ticket, status: 'solved', by: agent });
    clock.move(60);
    zendesk.addComment({ ticket, author: customer, body: 'still broken' });
    expect(ticket.status).toBe('open');
    const { body } = await call('GET', `/api/v2/tickets/${ticket.id}/audits?filter_events[]=Change`);
    const changes = body.audits.flatMap((audit) => audit.events);
    expect(changes.map((c) => `${c.field_name}=${c.value}`)).toEqual([
      'status=open',
      `assignee_id=${agent.id}`,
      'status=solved',
      'status=open',
    ]);
  });

  it('merges: the source is closed by merge, the target is told', async () => {
    const { call, zendesk, ticket, customer } = helpdesk();
    const target = zendesk.openTicket({ requester: customer, subject: 'Again', comment: 'Same thing' });
    zendesk.merge({ ticket, into: target });
    const { body } = await call('GET', `/api/v2/tickets/${ticket.id}`);
    expect(body.ticket).toMatchObject({ status: 'closed', tags: ['closed_by_merge'] });
    expect(target.comments.at(-1)).toMatchObject({ isPublic: false });
  });

  it('hides deleted tickets from reads and keeps them in the export, scrubbed where deleted for good', async () => {
    const { call, zendesk, ticket, customer, clock } = helpdesk();
    const spam = zendesk.openTicket({ requester: customer, subject: 'Buy', comment: 'now' });
    zendesk.deleteTicket({ ticket });
    zendesk.deleteTicket({ ticket: spam, how: 'spam' });
    expect((await call('GET', `/api/v2/tickets/${ticket.id}`)).status).toBe(404);
    expect((await call('GET', `/api/v2/tickets/${spam.id}/comments`)).status).toBe(404);
    expect(customer.isSuspended).toBe(true);
    zendesk.deleteTicket({ ticket, how: 'permanent' });
    clock.move(120);
    const { body } = await call('GET', '/api/v2/incremental/tickets/cursor?start_time=0');
    expect(body.tickets[0]).toMatchObject({ status: 'deleted', subject: 'SCRUBBED' });
    expect(JSON.stringify(zendesk.world.audits)).not.toContain('It says');
  });

  it('lets only solved tickets be rated and lists ratings by score and time', async () => {
    const { call, zendesk, ticket, clock } = helpdesk();
    expect(() => zendesk.rate({ ticket, score: 'bad' })).toThrow();
    zendesk.setStatus({ ticket, status: 'solved' });
    clock.move(60);
    zendesk.rate({ ticket, score: 'bad', comment: 'slow' });
    const { body } = await call('GET', '/api/v2/satisfaction_ratings?score=bad&start_time=1700000000');
    expect(body.satisfaction_ratings[0]).toMatchObject({ score: 'bad', comment: 'slow', ticket_id: ticket.id });
    expect((await call('GET', '/api/v2/satisfaction_ratings?score=good')).body.satisfaction_ratings).toEqual([]);
    expect((await call('POST', `/api/v2/tickets/${ticket.id}/satisfaction_rating`, {})).status).toBe(403);
  });

  it('finds tickets by status and words, and reads people in bulk', async () => {
    const { call, zendesk, ticket, customer, agent, organization } = helpdesk();
    const found = await call('GET', '/api/v2/search?query=type:ticket%20status%3Csolved%20export');
    expect(found.body).toMatchObject({ count: 1, results: [{ id: ticket.id, result_type: 'ticket' }] });
    const many = await call('GET', `/api/v2/tickets/show_many?ids=${ticket.id},999`);
    expect(many.body.tickets.map(({ id }) => id)).toEqual([ticket.id]);
    const users = await call('GET', `/api/v2/users/show_many?ids=${customer.id},${agent.id},1`);
    expect(users.body.users).toHaveLength(2);
    expect((await call('GET', `/api/v2/users/${agent.id}`)).body.user).toMatchObject({ role: 'agent' });
    expect((await call('GET', '/api/v2/users/me')).body.user.id).toBe(zendesk.admin.id);
    const organizations = await call('GET', `/api/v2/organizations/show_many?ids=${organization.id}`);
    expect(organizations.body.organizations[0]).toMatchObject({ name: 'Acme', organization_fields: { plan: 'pro' } });
    expect((await call('GET', '/api/v2/users/show_many?ids=x')).status).toBe(400);
  });
});
