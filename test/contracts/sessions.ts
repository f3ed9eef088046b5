import { describe, expect, it } from 'vitest';
import type { Session } from '../../worker/loop/ports/session.ts';
import { type MakeStores, twoTenants } from './stores.ts';

const aSession = (id: string, more: Partial<Session> = {}): Session => ({
  id,
  proofId: `proof of ${id}`,
  proofSeal: `seal of ${id}`,
  userId: '7',
  name: 'Ann',
  role: 'agent',
  locale: 'en-US',
  startedAt: 10,
  endsAt: 100,
  checkedAt: 10,
  endedAt: null,
  ...more,
});

export function sessionsContract(make: MakeStores): void {
  describe('sessions', () => {
    it('begin once by their proof: the one that stands is answered, unchanged', async () => {
      const { sessions } = make();
      const [tenant] = twoTenants();
      expect(await sessions.begin(tenant, aSession('a'))).toEqual({ session: aSession('a'), isNew: true });
      const again = aSession('b', { proofId: 'proof of a', userId: '8', role: 'admin' });
      expect(await sessions.begin(tenant, again)).toEqual({ session: aSession('a'), isNew: false });
      expect(await sessions.find(tenant, 'b')).toBeNull();
      expect(await sessions.begin(tenant, aSession('a'))).toEqual({ session: aSession('a'), isNew: false });
    });

    it('begin once also when both come at the same moment', async () => {
      const { sessions } = make();
      const [tenant] = twoTenants();
      const both = ['a', 'b'].map((id) => sessions.begin(tenant, aSession(id, { proofId: 'p' })));
      const [one, other] = await Promise.all(both);
      expect([one?.isNew, other?.isNew].filter(Boolean)).toHaveLength(1);
      expect(one?.session).toEqual(other?.session);
    });

    it('belong to one tenant, with the same ids and proofs in both', async () => {
      const { sessions } = make();
      const [tenant, other] = twoTenants();
      await sessions.begin(tenant, aSession('a'));
      expect(await sessions.find(other, 'a')).toBeNull();
      expect((await sessions.begin(other, aSession('a', { name: 'Bo' }))).isNew).toBe(true);
      await sessions.end(other, 'a', 50);
      expect([(await sessions.find(tenant, 'a'))?.endedAt, (await sessions.find(tenant, 'a'))?.name]).toEqual([
        null,
        'Ann',
      ]);
    });

    it('note what the helpdesk said, and end for good', async () => {
      const { sessions } = make();
      const [tenant] = twoTenants();
      await sessions.begin(tenant, aSession('a'));
      const said = { name: 'Ann B', role: 'lead', locale: 'de', checkedAt: 20 } as const;
      await sessions.check(tenant, 'a', said);
      expect(await sessions.find(tenant, 'a')).toEqual(aSession('a', said));
      await sessions.end(tenant, 'a', 30);
      await sessions.end(tenant, 'a', 40);
      await sessions.check(tenant, 'a', { ...said, role: 'admin', checkedAt: 50 });
      expect(await sessions.find(tenant, 'a')).toEqual(aSession('a', { ...said, endedAt: 30 }));
      expect((await sessions.begin(tenant, aSession('a'))).session.endedAt).toBe(30);
    });

    it('tell who opened the pages lately, each once as they were last known', async () => {
      const { sessions } = make();
      const [tenant, other] = twoTenants();
      await sessions.begin(tenant, aSession('a', { startedAt: 10 }));
      await sessions.begin(tenant, aSession('b', { startedAt: 30, role: 'lead' }));
      await sessions.begin(tenant, aSession('c', { startedAt: 20, userId: '8', name: 'Bo' }));
      await sessions.begin(other, aSession('a', { startedAt: 40, userId: '9' }));
      const named = (people: Session[]) => people.map(({ userId, role }) => [userId, role]);
      expect(named(await sessions.people(tenant, 0, 9))).toEqual([
        ['7', 'lead'],
        ['8', 'agent'],
      ]);
      expect(named(await sessions.people(tenant, 25, 9))).toEqual([['7', 'lead']]);
      expect((await sessions.people(tenant, 0, 1)).length).toBe(1);
    });

    it('use a nonce once, each session its own', async () => {
      const { sessions } = make();
      const [tenant, other] = twoTenants();
      expect(await Promise.all([1, 2, 3].map(() => sessions.spend(tenant, 'a', 'n', 1)))).toSatisfy(
        (answers: boolean[]) => answers.filter(Boolean).length === 1,
      );
      expect([
        await sessions.spend(tenant, 'a', 'm', 1),
        await sessions.spend(tenant, 'b', 'n', 1),
        await sessions.spend(other, 'a', 'n', 1),
      ]).toEqual([true, true, true]);
    });

    it('are forgotten with their nonces once they are over, of one tenant alone', async () => {
      const { sessions, retention } = make();
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other]) {
        await sessions.begin(id, aSession('old', { endsAt: 50 }));
        await sessions.begin(id, aSession('new', { endsAt: 60 }));
        for (const session of ['old', 'new']) await sessions.spend(id, session, 'n', 1);
      }
      await retention.forgetDoneWork(tenant, 60);
      const left = async (id: string) =>
        Promise.all(['old', 'new'].map(async (session) => (await sessions.find(id, session)) !== null));
      expect([await left(tenant), await left(other)]).toEqual([
        [false, true],
        [true, true],
      ]);
      expect(await sessions.spend(tenant, 'old', 'n', 1)).toBe(true);
      expect(await sessions.spend(tenant, 'new', 'n', 1)).toBe(false);
      expect(await sessions.spend(other, 'old', 'n', 1)).toBe(false);
    });
  });
}
