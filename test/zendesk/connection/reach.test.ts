import { beforeEach, describe, expect, it } from 'vitest';
import { isOpenTo, type Place } from '../../../worker/zendesk/connection/reach.ts';
import type { Standing } from '../../../worker/zendesk/connection/rights.ts';
import type { Ticket, User } from '../../sandbox/zendesk/records.ts';
import { ACCOUNT, type Accounts, openAccounts } from './opening.ts';

const agent: Standing['user'] = { id: '7', role: 'agent', organization_id: '40' };
const who = (user: Partial<Standing['user']> = {}, more: Partial<Standing> = {}): Standing => ({
  user: { ...agent, ...user },
  customRole: null,
  groupIds: new Set(['20']),
  ...more,
});
const withAccess = (ticket_access: string | null) =>
  who({}, { customRole: { id: '1', configuration: { ticket_access } } });
const ticket = (more: Partial<Place> = {}): Place => ({
  id: '1',
  groupId: '30',
  isGroupPublic: true,
  organizationId: null,
  assigneeId: null,
  requesterId: '99',
  ...more,
});
const [ofOwnGroup, ofNoGroup, ofPrivateGroup] = [
  ticket({ groupId: '20', isGroupPublic: false }),
  ticket({ groupId: null, isGroupPublic: false }),
  ticket({ isGroupPublic: false }),
];
const [ofOrganization, assigned, requested] = [
  ticket({ organizationId: '40' }),
  ticket({ assigneeId: '7', isGroupPublic: false }),
  ticket({ requesterId: '7', isGroupPublic: false }),
];
const ALL = { ofPublicGroup: ticket(), ofOwnGroup, ofNoGroup, ofPrivateGroup, ofOrganization, assigned, requested };
const openTo = (standing: Standing) =>
  Object.entries(ALL).flatMap(([name, place]) => (isOpenTo(standing, place) ? [name] : []));

describe('who may open which ticket', () => {
  const usual = ['ofPublicGroup', 'ofOwnGroup', 'ofNoGroup', 'ofOrganization', 'assigned', 'requested'];
  const own = ['ofOwnGroup', 'assigned', 'requested'];
  it.each<[string, Standing, string[]]>([
    ['an admin, all', who({ role: 'admin' }), Object.keys(ALL)],
    ['an agent without restriction, all but private groups’', who(), usual],
    ['an agent held to groups', who({ ticket_restriction: 'groups' }), own],
    [
      'an agent held to their organization',
      who({ ticket_restriction: 'organization' }),
      ['ofOrganization', 'assigned', 'requested'],
    ],
    ['an agent held to what is assigned', who({ ticket_restriction: 'assigned' }), ['assigned']],
    ['an agent held to what they asked', who({ ticket_restriction: 'requested' }), ['requested']],
    ['a restriction nobody knows, none', who({ ticket_restriction: 'moon' }), []],
    ['a custom role that sees all', withAccess('all'), usual],
    ['a custom role held to groups', withAccess('within-groups'), own],
    [
      'a custom role held to their and public groups',
      withAccess('within-groups-and-public-groups'),
      ['ofPublicGroup', 'ofOwnGroup', 'ofOrganization', 'assigned', 'requested'],
    ],
    [
      'a custom role held to the organization',
      withAccess('within-organization'),
      ['ofOrganization', 'assigned', 'requested'],
    ],
    ['a custom role held to what is assigned', withAccess('assigned-only'), ['assigned']],
    ['a custom role that does not say', withAccess(null), []],
    ['a custom role that can’t be read', who({}, { customRole: 'unknown' }), []],
    [
      'a custom role under a stricter restriction: both hold',
      { ...withAccess('all'), user: { ...agent, ticket_restriction: 'assigned' } },
      ['assigned'],
    ],
    ['a customer, none', who({ role: 'end-user' }), []],
    ['who is suspended, none', who({ role: 'admin', suspended: true }), []],
    ['who is deleted, none', who({ role: 'admin', active: false }), []],
  ])('%s', (_, standing, open) => {
    expect(openTo(standing).sort()).toEqual([...open].sort());
  });
});

describe('what an account says of its tickets', () => {
  let accounts: Accounts;
  let [person, customer]: User[] = [];
  let tickets: Ticket[];
  beforeEach(() => {
    accounts = openAccounts();
    const { zendesk } = accounts;
    const [open, closed] = [zendesk.addGroup('Open'), zendesk.addGroup('Closed', { isPublic: false })];
    person = zendesk.addUser({ name: 'Ann', role: 'agent', groups: [open] });
    customer = zendesk.addUser({ name: 'Cus' });
    tickets = [open, closed].map((group) =>
      zendesk.openTicket({ requester: customer ?? 0, subject: 's', comment: 'c', group }),
    );
  });
  const mayOpen = async (ids = tickets.map(({ id }) => String(id)), user = person) =>
    [...(await accounts.rights.mayOpen(ACCOUNT, String(user?.id), ids))].map(Number);

  it('hides a private group’s from who is no member, with one question for the person and one for the tickets', async () => {
    expect(await mayOpen()).toEqual([tickets[0]?.id]);
    expect(await mayOpen()).toEqual([tickets[0]?.id]);
    expect(accounts.zendesk.requests.map(({ path }) => path)).toEqual([
      `/api/v2/users/${person?.id}`,
      '/api/v2/tickets/show_many',
    ]);
  });

  it('hides a ticket that is deleted, of another account or no ticket', async () => {
    accounts.zendesk.deleteTicket({ ticket: tickets[0] ?? 0 });
    expect(await mayOpen()).toEqual([]);
    expect(await mayOpen(['999999', 'ticket:1', '../1', '', '-1', '1,2', '0'])).toEqual([]);
    expect(accounts.zendesk.requests.at(-1)?.query).toContain('ids=999999&');
  });

  it('hides all where Zendesk does not answer, and asks again later', async () => {
    accounts.zendesk.faults.set({ kind: '5xx', path: '/api/v2/tickets/**', times: 1 });
    expect(await mayOpen()).toEqual([]);
    expect(await mayOpen()).toEqual([tickets[0]?.id]);
  });

  it('hides all from a customer, and from who is nobody', async () => {
    expect(await mayOpen(undefined, customer)).toEqual([]);
    expect(await accounts.rights.mayOpen(ACCOUNT, '1', [String(tickets[0]?.id)])).toEqual(new Set());
  });

  it('says that a deleted ticket is gone, and who may open all of what there is', async () => {
    const { zendesk, rights } = accounts;
    const absent = (user: User | undefined, id: string) => rights.absent(ACCOUNT, String(user?.id), id);
    const boss = zendesk.addUser({ name: 'Bea', role: 'admin' });
    const [open, closed] = tickets.map(({ id }) => String(id));
    expect([await absent(person, open ?? ''), await absent(person, closed ?? '')]).toEqual([null, null]);
    zendesk.deleteTicket({ ticket: tickets[0] ?? 0 });
    accounts.clock.now += 15_000;
    expect(await absent(person, open ?? '')).toEqual({ mayKnow: false });
    expect(await absent(boss, open ?? '')).toEqual({ mayKnow: true });
    expect([await absent(boss, closed ?? ''), await absent(boss, '../1')]).toEqual([null, null]);
  });

  it('follows a right that is taken within five minutes', async () => {
    expect(await mayOpen()).toHaveLength(1);
    accounts.zendesk.setStanding({ user: person ?? 0, groupIds: [], ticketRestriction: 'groups' });
    accounts.clock.now += 5 * 60_000;
    expect(await mayOpen()).toEqual([]);
  });

  it('opens a ticket that is given to somebody in the next moment', async () => {
    expect(await mayOpen()).toEqual([tickets[0]?.id]);
    const { zendesk } = accounts;
    const closed = tickets[1];
    zendesk.assign({ ticket: closed ?? 0, agent: person ?? 0 });
    accounts.clock.now += 15_000;
    expect(await mayOpen()).toEqual(tickets.map(({ id }) => id));
  });

  it('reads hundreds of tickets a hundred at a time', async () => {
    const { zendesk } = accounts;
    const many = Array.from({ length: 150 }, () =>
      zendesk.openTicket({ requester: customer ?? 0, subject: 's', comment: 'c', isSilent: true }),
    );
    const ids = many.map(({ id }) => String(id));
    expect(await mayOpen([...ids, ...ids])).toHaveLength(150);
    expect(zendesk.requests.filter(({ path }) => path.endsWith('show_many'))).toHaveLength(2);
  });
});
