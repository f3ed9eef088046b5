import { expect, it } from 'vitest';
import { HOUR_MS } from '../../shared/time.ts';
import { type Account, openAccount, START } from './account.ts';

/** A solved ticket of a customer with an organization, handed over once; reopened where asked. */
function solvedTicket({ zendesk, setTime }: Account, isReopened = false): string {
  const organization = zendesk.addOrganization({ name: 'Acme', fields: { plan: 'gold' } });
  const requester = zendesk.addUser({ name: 'Ann Lee', organization });
  const [one, two] = ['One', 'Two'].map((name) => zendesk.addUser({ name, role: 'agent' }));
  if (!one || !two) throw new Error('no agents');
  let at = START;
  const tick = () => (at += HOUR_MS / 4);
  const ticket = zendesk.openTicket({ requester, subject: 'Export', comment: 'It fails.', at });
  zendesk.assign({ ticket, agent: one, at: tick() });
  zendesk.assign({ ticket, agent: two, at: tick() });
  zendesk.addComment({ ticket, author: two, body: 'Press Retry.', status: 'solved', at: tick() });
  if (isReopened) {
    zendesk.addComment({ ticket, author: requester, body: 'Still fails.', at: tick() });
    zendesk.addComment({ ticket, author: two, body: 'Press it twice.', status: 'solved', at: tick() });
  }
  setTime(tick() + HOUR_MS);
  return String(ticket.id);
}

it('a conversation costs two calls, also the first time: ticket and comments', async () => {
  const account = openAccount();
  const id = solvedTicket(account);
  for (const helpdesk of [account.connect(), account.connect()]) {
    const before = account.paths().length;
    const read = await helpdesk.readConversation(id);
    expect(account.paths().slice(before)).toEqual([`GET /api/v2/tickets/${id}`, `GET /api/v2/tickets/${id}/comments`]);
    expect(read).toMatchObject({
      solvedAt: START + (3 * HOUR_MS) / 4,
      reopenedAt: [],
      handovers: 1,
      organization: { name: 'Acme' },
      segment: { plan: 'gold' },
    });
    expect(read.people.map(({ name }) => name)).toEqual(['Ann Lee', 'Two']);
  }
  expect(account.zendesk.violations).toEqual([]);
});

it('one that was reopened costs the audits too: metrics do not say when', async () => {
  const account = openAccount();
  const id = solvedTicket(account, true);
  const read = await account.helpdesk.readConversation(id);
  expect(read).toMatchObject({ solvedAt: START + (5 * HOUR_MS) / 4, reopenedAt: [START + HOUR_MS], handovers: 1 });
  expect(account.paths()).toHaveLength(3);
  expect(account.paths().at(-1)).toBe(`GET /api/v2/tickets/${id}/audits`);
});

it.each([false, true])(
  'an account without metric sets is read by its audits alike (reopened: %s)',
  async (isReopened) => {
    const [with_, without] = [openAccount(), openAccount({ hasMetricSets: false })];
    const ids = [with_, without].map((account) => solvedTicket(account, isReopened));
    const [expected, read] = [
      await with_.helpdesk.readConversation(ids[0] ?? ''),
      await without.helpdesk.readConversation(ids[1] ?? ''),
    ];
    expect(read).toEqual(expected);
    expect(without.paths().filter((path) => path.endsWith('/audits'))).toHaveLength(1);
    expect(without.paths()).toHaveLength(3);
  },
);

it('further hundreds of comments cost a call each', async () => {
  const account = openAccount();
  const id = solvedTicket(account);
  const { admin } = account.zendesk;
  for (let i = 0; i < 230; i++)
    account.zendesk.addComment({ ticket: Number(id), author: admin, body: `line ${i}`, public: false });
  expect((await account.helpdesk.readConversation(id)).turns).toHaveLength(232);
  expect(account.paths()).toHaveLength(4);
});

it('an organization sent in part is read whole, once', async () => {
  const account = openAccount();
  const id = solvedTicket(account);
  const helpdesk = account.connect({
    fetch: async (input, init) => {
      const response = await account.zendesk.fetch(new Request(input, init));
      if (!new URL(response.url || String(input)).pathname.endsWith(`/tickets/${id}`)) return response;
      const answer: { organizations: { id: number; name: string }[] } = await response.json();
      const organizations = answer.organizations.map(({ id: number, name }) => ({ id: number, name }));
      return Response.json({ ...answer, organizations });
    },
  });
  for (const calls of [3, 5]) {
    expect((await helpdesk.readConversation(id)).segment).toEqual({ plan: 'gold' });
    expect(account.paths()).toHaveLength(calls);
  }
});

it('one that went from one group to another names both, at the cost of its audits and, once, of the groups', async () => {
  const account = openAccount();
  const { zendesk } = account;
  const [support] = zendesk.world.groups.keys();
  const billing = zendesk.addGroup('Billing');
  const requester = zendesk.addUser({ name: 'Ann Lee' });
  const agent = zendesk.addUser({ name: 'One', role: 'agent' });
  const handed = [0, 1].map((n) => {
    const at = START + n * HOUR_MS;
    const ticket = zendesk.openTicket({
      requester,
      subject: 'Invoice',
      comment: 'It is wrong.',
      group: support ?? 0,
      at,
    });
    zendesk.assign({ ticket, group: billing, at: at + HOUR_MS / 2 });
    zendesk.addComment({ ticket, author: agent, body: 'It is right now.', status: 'solved', at: at + HOUR_MS });
    return { id: String(ticket.id), at };
  });
  account.setTime(START + 4 * HOUR_MS);
  for (const { id, at } of handed)
    expect((await account.helpdesk.readConversation(id)).teams).toEqual([
      { name: 'Support', since: at },
      { name: 'Billing', since: at + HOUR_MS / 2 },
    ]);
  expect(account.paths().filter((path) => path.endsWith('/groups'))).toHaveLength(1);
  expect(account.paths()).toHaveLength(7);
  expect(zendesk.violations).toEqual([]);
});

it('one whose group stays names none, and costs nothing for it', async () => {
  const account = openAccount();
  expect((await account.helpdesk.readConversation(solvedTicket(account))).teams).toBeUndefined();
  expect(account.paths()).toHaveLength(2);
});
