import { beforeEach, describe, expect, it } from 'vitest';
import { RetryLater } from '../../../worker/loop/ports/errors.ts';
import { failure } from '../account.ts';
import { ACCOUNT, type Accounts, openAccounts } from './opening.ts';

let accounts: Accounts;
beforeEach(() => {
  accounts = openAccounts();
});
type NewUser = Parameters<Accounts['zendesk']['addUser']>[0];
const roleOf = async (user: { id: number }) => (await accounts.rights.person(ACCOUNT, String(user.id)))?.role ?? null;
const add = (more: Partial<NewUser>) => accounts.zendesk.addUser({ name: 'Pat', role: 'agent', ...more });

describe('a person’s role in Mend', () => {
  it('is admin for admins, agent for agents, nothing for customers and strangers', async () => {
    expect(await roleOf(accounts.zendesk.admin)).toBe('admin');
    expect(await roleOf(add({}))).toBe('agent');
    expect(await roleOf(add({ role: 'end-user' }))).toBeNull();
    expect(await roleOf({ id: 4 })).toBeNull();
  });

  it('is lead where the account lets an agent run the help center: by custom role, or to moderate', async () => {
    const { zendesk } = accounts;
    const [full, topics, readonly] = (['full', 'edit-topics', 'readonly'] as const).map((forum_access) =>
      zendesk.addCustomRole({ name: forum_access, forum_access }),
    );
    expect(await roleOf(add({ isModerator: true }))).toBe('lead');
    expect(await roleOf(add({ customRole: full ?? null }))).toBe('lead');
    expect(await roleOf(add({ customRole: topics ?? null }))).toBe('agent');
    expect(await roleOf(add({ customRole: readonly ?? null, isModerator: true }))).toBe('agent');
    const light = zendesk.addCustomRole({ name: 'Light agent', isLight: true, forum_access: 'full' });
    expect(await roleOf(add({ customRole: light }))).toBe('agent');
  });

  it('is nothing for who was suspended or deleted', async () => {
    const { zendesk } = accounts;
    const user = add({ isModerator: true });
    zendesk.setStanding({ user, isSuspended: true });
    expect(await roleOf(user)).toBeNull();
    zendesk.setStanding({ user, isSuspended: false, isActive: false });
    expect(await roleOf(user)).toBeNull();
    zendesk.setStanding({ user, isActive: true });
    expect(await roleOf(user)).toBe('lead');
  });

  it('is an agent’s where the custom role can’t be read, and no ticket is shown for it', async () => {
    const gone = add({ customRole: { id: 12345 } });
    const { id } = accounts.zendesk.openTicket({ requester: add({ role: 'end-user' }), subject: 's', comment: 'b' });
    expect(await roleOf(gone)).toBe('agent');
    expect(await accounts.rights.mayOpen(ACCOUNT, String(gone.id), [String(id)])).toEqual(new Set());
  });

  it('is not known while Zendesk does not answer', async () => {
    accounts.zendesk.faults.set({ kind: '5xx', path: '/api/v2/users/*' });
    expect(await failure(accounts.rights.person(ACCOUNT, '9'))).toBeInstanceOf(RetryLater);
  });
});
