import { describe, expect, it } from 'vitest';
import type { Ending } from '../../../shared/measure/ending.ts';
import { anEnding } from '../examples.ts';
import { type MakeStores, twoTenants } from '../stores.ts';
import { dueHours, endingsStored, hour, settled } from './due.ts';

/** What is told of a conversation after it has ended: how easy it was, and that its customer left. */
export function besideEndingsContract(make: MakeStores): void {
  const stored = (tenants: string[], all: Ending[]) => endingsStored(make, tenants, all);

  describe('answers of how easy it was', () => {
    it('stand once a conversation, have its day counted anew, and leave with it', async () => {
      const [tenant, other] = twoTenants();
      const { endings, efforts, retention } = await stored([tenant, other], [anEnding('a', { openedAt: hour(1) })]);
      expect(await efforts.answer(tenant, 'unknown', 3, hour(5))).toBe(false);
      expect(await efforts.answer(tenant, 'a', 6, hour(5))).toBe(true);
      expect(await efforts.answer(tenant, 'a', 1, hour(6))).toBe(false);
      expect([await efforts.isAnswered(tenant, 'a'), await efforts.isAnswered(other, 'a')]).toEqual([true, false]);
      const effort = async (id: string) => (await endings.between(id, 0, Number.MAX_SAFE_INTEGER, 9))[0]?.effort;
      expect([await effort(tenant), await effort(other)]).toEqual([6, null]);
      expect([await dueHours(endings, tenant), await dueHours(endings, other)]).toEqual([[1], []]);
      await retention.eraseConversation(tenant, 'a');
      expect(await efforts.isAnswered(tenant, 'a')).toBe(false);
    });
  });

  describe('departures', () => {
    it('tell of a person or an organization that left after a conversation, and are forgotten with the person', async () => {
      const [tenant, other] = twoTenants();
      const by = (n: number, requesterId: string, organizationId: string | null) =>
        anEnding(`c${n}`, { openedAt: hour(n), solvedAt: hour(n), requesterId, organizationId });
      const all = [by(1, 'p', null), by(2, 'q', 'org'), by(30, 'p', null)];
      const { endings, departures } = await stored([tenant, other], all);
      const source = 'import' as const;
      await departures.put(tenant, [
        { customer: 'p', leftAt: hour(24), source },
        { customer: 'org', leftAt: hour(48), source },
      ]);
      await departures.put(tenant, [{ customer: 'org', leftAt: hour(72), source }]);
      const left = async (id: string) =>
        (await endings.between(id, 0, Number.MAX_SAFE_INTEGER, 9)).map((e) => e.leftAt);
      expect(await left(tenant)).toEqual([hour(24), hour(48), null]);
      expect(await left(other)).toEqual([null, null, null]);
      expect(await dueHours(endings, tenant)).toEqual([1, 2, 30]);
      expect([await departures.count(tenant), await departures.count(other)]).toEqual([2, 0]);
      await settled(endings, tenant);
      await departures.forgetPerson(tenant, 'p');
      expect(await left(tenant)).toEqual([null, hour(48), null]);
      expect(await dueHours(endings, tenant)).toEqual([1, 2]);
      await departures.forget(tenant, hour(99));
      expect(await left(tenant)).toEqual([null, null, null]);
    });
  });
}
