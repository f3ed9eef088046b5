import { expect, it } from 'vitest';
import { createZendesk } from '../../sandbox/zendesk/driver.ts';
import { client, testClock } from '../client.ts';

function busyHelpdesk(count: number) {
  const clock = testClock();
  const zendesk = createZendesk({ clock, limits: { incrementalPerMinute: Number.POSITIVE_INFINITY } });
  const requester = zendesk.addUser({ name: 'Cleo' });
  const start = clock.now().getTime() / 1000;
  for (let n = 0; n < count; n += 1) {
    clock.move(10);
    zendesk.openTicket({ requester, subject: `ticket ${n}`, comment: 'help' });
  }
  return { clock, zendesk, requester, start, call: client(zendesk) };
}

it('exports every ticket once by cursor, leaves out the last minute, and goes on from the last cursor', async () => {
  const { call, clock, start, zendesk } = busyHelpdesk(25);
  const first = await call('GET', `/api/v2/incremental/tickets/cursor?start_time=${start}&per_page=10`);
  expect(first.body).toMatchObject({ end_of_stream: false });
  const second = await call('GET', first.body.after_url);
  expect(second.body).toMatchObject({ end_of_stream: true });
  const ids = [...first.body.tickets, ...second.body.tickets].map((ticket) => ticket.id);
  expect(ids).toEqual(Array.from({ length: 19 }, (_, n) => n + 1));
  clock.move(120);
  zendesk.setStatus({ ticket: 3, status: 'solved' });
  clock.move(120);
  const third = await call(
    'GET',
    `/api/v2/incremental/tickets/cursor?cursor=${encodeURIComponent(second.body.after_cursor)}`,
  );
  expect(third.body.tickets.map((ticket) => ticket.id)).toEqual([20, 21, 22, 23, 24, 25, 3]);
});

it('refuses a start within the last minute with 422 and a start that is missing with 400', async () => {
  const { call, clock } = busyHelpdesk(1);
  const recent = Math.floor(clock.now().getTime() / 1000) - 30;
  const refused = await call('GET', `/api/v2/incremental/tickets/cursor?start_time=${recent}`);
  expect(refused).toMatchObject({ status: 422, body: { error: 'InvalidValue' } });
  expect((await call('GET', '/api/v2/incremental/tickets/cursor')).status).toBe(400);
});

it('tells of every update in ticket_events, and spells comments out only where asked', async () => {
  const { call, clock, zendesk, start } = busyHelpdesk(1);
  zendesk.addComment({ ticket: 1, author: zendesk.admin, body: 'an answer', status: 'solved' });
  clock.move(120);
  const plain = await call('GET', `/api/v2/incremental/ticket_events?start_time=${start}`);
  expect(plain.body).toMatchObject({ count: 2, end_of_stream: true });
  expect(JSON.stringify(plain.body)).not.toContain('an answer');
  const full = await call('GET', `/api/v2/incremental/ticket_events?start_time=${start}&include=comment_events`);
  const [comment, change] = full.body.ticket_events[1].child_events;
  expect(comment).toMatchObject({ event_type: 'Comment', body: 'an answer', public: true });
  expect(change).toMatchObject({ event_type: 'Change', status: 'solved', previous_value: 'new' });
});

it('is for admins only', async () => {
  const { zendesk } = busyHelpdesk(1);
  const agent = zendesk.addUser({ name: 'Ann', role: 'agent' });
  const call = client(zendesk, { token: zendesk.issueToken({ user: agent }).accessToken });
  expect((await call('GET', '/api/v2/incremental/tickets/cursor?start_time=0')).status).toBe(403);
});

it('ends pages within a second, and a ticket that changes meanwhile moves on and is not passed over', async () => {
  const clock = testClock();
  const zendesk = createZendesk({ clock, limits: { incrementalPerMinute: Number.POSITIVE_INFINITY } });
  const requester = zendesk.addUser({ name: 'Cleo' });
  const start = clock.now().getTime() / 1000;
  for (let n = 0; n < 10; n += 1) zendesk.openTicket({ requester, subject: `ticket ${n}`, comment: 'help' });
  clock.move(120);
  const call = client(zendesk);
  const first = await call('GET', `/api/v2/incremental/tickets/cursor?start_time=${start}&per_page=4`);
  expect(first.body.tickets.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  for (const ticket of [2, 7]) zendesk.tag({ ticket, add: ['late'] });
  const after = (cursor: string) =>
    call('GET', `/api/v2/incremental/tickets/cursor?per_page=4&cursor=${encodeURIComponent(cursor)}`);
  const second = await after(first.body.after_cursor);
  expect(second.body.tickets.map(({ id }) => id)).toEqual([5, 6, 8, 9]);
  const third = await after(second.body.after_cursor);
  expect(third.body).toMatchObject({ tickets: [{ id: 10 }], end_of_stream: true });
  clock.move(120);
  expect((await after(third.body.after_cursor)).body.tickets.map(({ id }) => id)).toEqual([2, 7]);
});
