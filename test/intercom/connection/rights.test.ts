import { beforeEach, describe, expect, it } from 'vitest';
import { createIntercomClient } from '../../../worker/intercom/client.ts';
import { createIntercomRights } from '../../../worker/intercom/connection/rights.ts';
import { RetryLater } from '../../../worker/loop/ports/errors.ts';
import type { Rights } from '../../../worker/loop/ports/session.ts';
import { createIntercom, type Intercom } from '../../sandbox/intercom/driver.ts';

const TENANT = 'intercom:app';
let intercom: Intercom;
let rights: Rights;
beforeEach(() => {
  intercom = createIntercom();
  const token = intercom.issueToken().accessToken;
  rights = createIntercomRights({
    asking: async () =>
      createIntercomClient({
        baseUrl: 'https://api.intercom.io',
        token: () => token,
        fetch: (input, init) => intercom.fetch(new Request(input, init)),
      }),
    installerOf: async () => intercom.admin.id,
  });
});
const roleOf = async (userId: string) => (await rights.person(TENANT, userId))?.role ?? null;

describe('a teammate’s role in Mend', () => {
  it('is admin for who connected the workspace, agent with an inbox seat, else nothing', async () => {
    expect(await roleOf(intercom.admin.id)).toBe('admin');
    expect(await roleOf(intercom.addAdmin({ name: 'Ann' }).id)).toBe('agent');
    expect(await roleOf(intercom.addAdmin({ name: 'Bo', hasInboxSeat: false }).id)).toBeNull();
    expect(await roleOf('404')).toBeNull();
  });

  it('is not known while Intercom does not answer', async () => {
    intercom.faults.set({ kind: '5xx', path: '/admins/*' });
    await expect(rights.person(TENANT, intercom.admin.id)).rejects.toThrow(RetryLater);
  });
});

describe('which conversations a teammate may open', () => {
  let ids: string[];
  let ann: { id: string };
  let team: { id: string };
  beforeEach(() => {
    ann = intercom.addAdmin({ name: 'Ann' });
    team = intercom.addTeam({ name: 'Billing', admins: [ann.id] });
    const contact = intercom.addContact({ name: 'Cus', email: 'cus@customer.example' });
    ids = [1, 2, 3].map((n) => intercom.openConversation({ contact: contact.id, body: `question ${n}` }).id);
    intercom.assign({ conversation: ids[0] ?? '', admin: ann.id, by: intercom.admin.id });
    intercom.assign({ conversation: ids[1] ?? '', team: team.id, by: intercom.admin.id });
  });

  it('are all that are there, in one search', async () => {
    expect(await rights.mayOpen(TENANT, ann.id, [...ids, '404', 'ticket:404', ''])).toEqual(new Set(ids));
    const searches = intercom.requests.filter(({ path }) => path.endsWith('/search'));
    expect(searches.map(({ path }) => path)).toEqual(['/conversations/search', '/tickets/search']);
  });

  it('are said to be gone where Intercom has none, and to have been hidden from nobody without a role that hides', async () => {
    expect([await rights.absent(TENANT, ann.id, ids[0] ?? ''), await rights.absent(TENANT, '404', '404')]).toEqual([
      null,
      null,
    ]);
    expect(await rights.absent(TENANT, ann.id, '404')).toEqual({ mayKnow: true });
    intercom.setPlace({ admin: ann.id, roleName: 'Contractor' });
    expect(await rights.absent(TENANT, ann.id, '404')).toEqual({ mayKnow: false });
    intercom.faults.set({ kind: '5xx', path: '/conversations/search' });
    expect(await rights.absent(TENANT, ann.id, '404')).toBeNull();
  });

  it('are those of theirs and of their teams, where a role of the workspace’s making may hold them back', async () => {
    intercom.setPlace({ admin: ann.id, roleName: 'Contractor' });
    expect(await rights.mayOpen(TENANT, ann.id, ids)).toEqual(new Set(ids.slice(0, 2)));
  });

  it('are none without a seat, for nobody, or while Intercom does not answer', async () => {
    const seatless = intercom.addAdmin({ name: 'Bo', hasInboxSeat: false });
    for (const userId of [seatless.id, '404']) expect(await rights.mayOpen(TENANT, userId, ids)).toEqual(new Set());
    intercom.faults.set({ kind: '5xx', path: '/conversations/search' });
    expect(await rights.mayOpen(TENANT, ann.id, ids)).toEqual(new Set());
  });
});
