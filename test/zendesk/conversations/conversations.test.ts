import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../shared/time.ts';
import { AuthLost, NotFound, Permanent, RetryLater } from '../../../worker/loop/ports/errors.ts';
import { type Account, failure, openAccount, START } from '../account.ts';

let account: Account;
let at: number;
beforeEach(() => {
  account = openAccount();
  at = START;
});

/** Two customers of one organization, two agents, and the story of a ticket that was handed over and reopened. */
function story() {
  const { zendesk } = account;
  const organization = zendesk.addOrganization({
    name: 'Acme',
    domains: ['acme.example'],
    fields: { plan: 'gold', seats: 40, empty: null },
  });
  const customer = zendesk.addUser({ name: 'Ann Lee', email: 'ann@acme.example', organization });
  const [first, second] = ['One', 'Two'].map((name) =>
    zendesk.addUser({ name, email: `${name}@sandbox.example`, role: 'agent' }),
  );
  if (!first || !second) throw new Error('no agents');
  const tick = () => (at += HOUR_MS / 4);
  const ticket = zendesk.openTicket({
    requester: customer,
    subject: 'Exports fail',
    comment: 'My export fails.',
    at,
    channel: 'email',
    tags: ['vip'],
  });
  zendesk.assign({ ticket, agent: first, at: tick() });
  zendesk.addComment({ ticket, author: first, body: 'a note', public: false, at: tick() });
  zendesk.addComment({ ticket, author: first, htmlBody: '<p>Open <b>Settings</b>.</p>', status: 'solved', at: tick() });
  zendesk.addComment({ ticket, author: customer, body: 'Still fails.', at: tick() });
  zendesk.assign({ ticket, agent: second, at: tick() });
  zendesk.addComment({ ticket, author: second, body: 'Press Retry.', status: 'solved', at: tick() });
  zendesk.rate({ ticket, score: 'bad', at: tick() });
  account.setTime(tick() + HOUR_MS);
  return { ticket, id: String(ticket.id), customer, first, second, organization };
}

describe('a ticket', () => {
  it('of a private group is said to be kept for that group, by itself and from the past; others are not', async () => {
    const { zendesk } = account;
    const customer = zendesk.addUser({ name: 'Ann Lee' });
    const agent = zendesk.addUser({ name: 'One', role: 'agent' });
    const [open, closed] = [zendesk.addGroup('Open'), zendesk.addGroup('Closed', { isPublic: false })];
    const [shared, kept] = [open, closed].map((group) => {
      const ticket = zendesk.openTicket({ requester: customer, subject: 's', comment: 'Where is it?', group, at });
      zendesk.addComment({ ticket, author: agent, body: 'Here.', status: 'solved', at: at + HOUR_MS });
      return String(ticket.id);
    });
    account.setTime(at + 2 * HOUR_MS);
    const restricted = async (id = '') => (await account.connect().readConversation(id)).restrictedTo;
    expect([await restricted(shared), await restricted(kept)]).toEqual([null, `group/${closed?.id}`]);
    const past = await account.connect().solvedPage(at - HOUR_MS, null, 10);
    expect(new Map(past.conversations.map((c) => [c.id, c.restrictedTo]))).toEqual(
      new Map([
        [shared, null],
        [kept, `group/${closed?.id}`],
      ]),
    );
  });

  it('is read as a conversation with its people, turns, organization and history', async () => {
    const { id, customer, first, organization } = story();
    const read = await account.helpdesk.readConversation(id);
    expect(read).toMatchObject({
      id,
      subject: 'Exports fail',
      channel: 'email',
      state: 'solved',
      mergedInto: null,
      rating: 'bad',
      handovers: 1,
    });
    expect(read.requester).toEqual({
      id: String(customer.id),
      role: 'customer',
      name: 'Ann Lee',
      email: 'ann@acme.example',
      phone: null,
    });
    expect(read.organization).toEqual({ id: String(organization.id), name: 'Acme', domains: ['acme.example'] });
    expect(read.segment).toEqual({ plan: 'gold', seats: '40' });
    expect(read.tags).toContain('vip');
    expect(read.turns.map(({ author, isPublic }) => [author, isPublic])).toEqual([
      ['customer', true],
      ['agent', false],
      ['agent', true],
      ['customer', true],
      ['agent', true],
    ]);
    expect(read.turns[2]).toMatchObject({
      authorId: String(first.id),
      text: expect.stringContaining('Settings'),
      html: expect.stringContaining('<b>'),
    });
    expect(read.solvedAt).toBe(START + 6 * (HOUR_MS / 4));
    expect(read.reopenedAt).toEqual([START + 4 * (HOUR_MS / 4)]);
    expect(read.people.map(({ role }) => role).sort()).toEqual(['agent', 'agent', 'customer']);
    expect(account.zendesk.violations).toEqual([]);
  });

  it('is read whole where it has more comments than a page', async () => {
    const { ticket, customer } = story();
    for (let i = 0; i < 230; i++)
      account.zendesk.addComment({ ticket, author: customer, body: `line ${i}`, at: at + i * 1_000 });
    const read = await account.helpdesk.readConversation(String(ticket.id));
    expect(read.turns).toHaveLength(235);
    expect(new Set(read.turns.map(({ id }) => id)).size).toBe(235);
    expect(read.state).toBe('open');
    expect(read.solvedAt).toBeNull();
  });

  it('counts known programs as bots', async () => {
    const { id, second } = story();
    const read = await account.connect({ botIds: [String(second.id)] }).readConversation(id);
    expect(read.turns.at(-1)?.author).toBe('bot');
  });

  it('that was merged says so, and one that was deleted is not found', async () => {
    const { ticket, id, customer } = story();
    const target = account.zendesk.openTicket({ requester: customer, subject: 'Again', comment: 'Again.', at });
    const source = account.zendesk.openTicket({ requester: customer, subject: 'Again', comment: 'Again.', at });
    account.zendesk.merge({ ticket: source, into: target, at });
    expect(await account.helpdesk.readConversation(String(source.id))).toMatchObject({ state: 'merged' });
    account.zendesk.deleteTicket({ ticket, at });
    expect(await failure(account.helpdesk.readConversation(id))).toBeInstanceOf(NotFound);
    expect(await failure(account.helpdesk.readConversation('999999'))).toBeInstanceOf(NotFound);
  });

  it('is no answer when the vendor is down, refuses the token or answers nonsense', async () => {
    const { id } = story();
    const path = `/api/v2/tickets/${id}`;
    const { faults } = account.zendesk;
    faults.set({ kind: '5xx', path, times: 1 });
    expect(await failure(account.helpdesk.readConversation(id))).toBeInstanceOf(RetryLater);
    faults.set({ kind: '429', path, times: 1, retryAfterSeconds: 9 });
    expect(await failure(account.helpdesk.readConversation(id))).toMatchObject({ afterMs: 9_000 });
    faults.set({ kind: 'auth-lost', path, times: 1 });
    expect(await failure(account.helpdesk.readConversation(id))).toBeInstanceOf(AuthLost);
    for (const body of [
      {},
      { ticket: null },
      { ticket: { id: 1 } },
      [],
      { ticket: { id: 2 ** 53 + 2, status: 'open' } },
    ]) {
      const error = await failure(account.connect({ fetch: async () => Response.json(body) }).readConversation(id));
      expect(error).toBeInstanceOf(Permanent);
      expect(error.message).toContain('unexpected answer at');
    }
  });
});

describe('changed tickets', () => {
  it('come oldest first with what they came to, and the cursor goes on where it stood', async () => {
    const { ticket, id, customer } = story();
    const open = account.zendesk.openTicket({
      requester: customer,
      subject: 'Open',
      comment: 'Open.',
      at: at + HOUR_MS,
    });
    account.setTime(at + 3 * HOUR_MS);
    const page = await account.helpdesk.changedConversations(null, START);
    expect(page.changes.map(({ conversationId, moment }) => [conversationId, moment])).toEqual([
      [id, 'solved'],
      [String(open.id), 'changed'],
    ]);
    expect(page.isEnd).toBe(true);
    account.zendesk.deleteTicket({ ticket, at: at + 4 * HOUR_MS });
    account.setTime(at + 6 * HOUR_MS);
    const next = await account.helpdesk.changedConversations(page.cursor, 0);
    expect(next.changes).toEqual([{ conversationId: id, moment: 'gone', at: at + 4 * HOUR_MS }]);
    const last = await account.helpdesk.changedConversations(next.cursor, 0);
    expect(last).toEqual({ changes: [], cursor: next.cursor, isEnd: true });
    expect(account.zendesk.violations).toEqual([]);
  });

  it('can be asked for up to now: the export’s minute is kept', async () => {
    story();
    expect((await account.helpdesk.changedConversations(null, at + 100 * HOUR_MS)).changes).toEqual([]);
  });
});
