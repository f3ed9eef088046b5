import { describe, expect, it } from 'vitest';
import type { StoredAnswer } from '../../worker/loop/ports/writer.ts';
import { type MakeStores, twoTenants } from './stores.ts';

const WIDE = { calls: 1_000, tokens: 1_000_000 };
const CALL = { calls: 1, tokens: 100 };

let days = 0;
/** A day nobody else spends on: the row of all tenants is shared. */
const aDay = () => {
  days += 1;
  return `day ${days}`;
};

const anAnswer = (more: Partial<StoredAnswer> = {}): StoredAnswer => ({
  outcome: 'answered',
  json: '{"title":"Export"}',
  answeredBy: 'm-1',
  usage: { inputTokens: 7, outputTokens: 5 },
  ...more,
});

export function modelsContract(make: MakeStores): void {
  describe('spending', () => {
    it('takes what both caps allow, to the last call and token, and nothing more', async () => {
      const { spend } = make();
      const [tenant, other] = twoTenants();
      const day = aDay();
      const caps = { tenant: { calls: 2, tokens: 1_000 }, global: { calls: 3, tokens: 1_000 } };
      expect(await spend.reserve(tenant, day, CALL, caps)).toBe(true);
      expect(await spend.reserve(tenant, day, { calls: 1, tokens: 900 }, caps)).toBe(true);
      expect(await spend.reserve(tenant, day, { calls: 0, tokens: 1 }, caps)).toBe(false);
      expect(await spend.reserve(tenant, day, { calls: 1, tokens: 0 }, caps)).toBe(false);
      expect(await spend.reserve(other, day, { calls: 0, tokens: 1 }, caps)).toBe(false);
      expect(await spend.reserve(other, day, { calls: 1, tokens: 0 }, caps)).toBe(true);
      expect(await spend.reserve(other, day, { calls: 1, tokens: 0 }, caps)).toBe(false);
      expect(await spend.reserve(other, aDay(), CALL, caps)).toBe(true);
    });

    it('takes nothing of either where one of them does not allow it', async () => {
      const { spend } = make();
      const [tenant, other] = twoTenants();
      const day = aDay();
      const one = { calls: 1, tokens: 100 };
      expect(await spend.reserve(tenant, day, { calls: 2, tokens: 1 }, { tenant: one, global: WIDE })).toBe(false);
      expect(await spend.reserve(tenant, day, { calls: 2, tokens: 1 }, { tenant: WIDE, global: one })).toBe(false);
      expect(await spend.reserve(tenant, day, CALL, { tenant: one, global: one })).toBe(true);
      expect(await spend.reserve(other, day, CALL, { tenant: one, global: { calls: 2, tokens: 200 } })).toBe(true);
    });

    it('never passes a cap, however many ask at once', async () => {
      const { spend } = make();
      const day = aDay();
      const caps = { tenant: WIDE, global: { calls: 5, tokens: 1_000 } };
      const asked = [...twoTenants(), ...twoTenants(), ...twoTenants()].flatMap((tenant) => [tenant, tenant]);
      const taken = await Promise.all(asked.map((tenant) => spend.reserve(tenant, day, CALL, caps)));
      expect(taken.filter(Boolean).length).toBe(5);
    });

    it('puts what was used in the place of what was reserved, and never falls below nothing', async () => {
      const { spend } = make();
      const [tenant] = twoTenants();
      const day = aDay();
      const caps = { tenant: CALL, global: WIDE };
      await spend.reserve(tenant, day, CALL, caps);
      await spend.settle(tenant, day, CALL, { calls: 0, tokens: 0 });
      expect(await spend.reserve(tenant, day, CALL, caps)).toBe(true);
      await spend.settle(tenant, day, CALL, { calls: 1, tokens: 150 });
      expect(await spend.reserve(tenant, day, { calls: 0, tokens: 0 }, caps)).toBe(false);
      for (let i = 0; i < 3; i++) await spend.settle(tenant, day, CALL, { calls: 0, tokens: 0 });
      expect(await spend.reserve(tenant, day, { calls: 2, tokens: 0 }, caps)).toBe(false);
      expect(await spend.reserve(tenant, day, CALL, caps)).toBe(true);
    });
  });

  describe('answers', () => {
    it('keeps the first answer to a request, a tenant for itself', async () => {
      const { answers } = make();
      const [tenant, other] = twoTenants();
      expect(await answers.find(tenant, 'r')).toBeNull();
      expect(await answers.keep(tenant, 'r', anAnswer(), 1)).toEqual(anAnswer());
      expect(await answers.keep(tenant, 'r', anAnswer({ outcome: 'malformed', json: '"x"' }), 2)).toEqual(anAnswer());
      expect([await answers.find(tenant, 'r'), await answers.find(other, 'r')]).toEqual([anAnswer(), null]);
    });

    it('counts failures by request and kind, and knows when the first was', async () => {
      const { answers } = make();
      const [tenant, other] = twoTenants();
      expect(await answers.fail(tenant, 'r', 'answer', 5)).toEqual({ count: 1, since: 5 });
      expect(await answers.fail(tenant, 'r', 'answer', 9)).toEqual({ count: 2, since: 5 });
      expect(await answers.fail(tenant, 'r', 'endpoint', 11)).toEqual({ count: 1, since: 11 });
      expect(await answers.fail(other, 'r', 'answer', 12)).toEqual({ count: 1, since: 12 });
    });

    it('leave with their time, and all of a tenant with the words of any of its conversations', async () => {
      const { answers, retention } = make();
      const [tenant, other] = twoTenants();
      for (const id of [tenant, other]) {
        await answers.keep(id, 'old', anAnswer(), 10);
        await answers.keep(id, 'new', anAnswer(), 20);
        await answers.fail(id, 'old', 'answer', 10);
      }
      await retention.forgetDoneWork(tenant, 20);
      const left = async (id: string) => [
        (await answers.find(id, 'old')) !== null,
        (await answers.find(id, 'new')) !== null,
      ];
      expect([await left(tenant), await left(other)]).toEqual([
        [false, true],
        [true, true],
      ]);
      expect((await answers.fail(tenant, 'old', 'answer', 30)).count).toBe(1);
      expect((await answers.fail(other, 'old', 'answer', 30)).count).toBe(2);
      await retention.eraseConversation(tenant, 'c');
      expect([await left(tenant), await left(other)]).toEqual([
        [false, false],
        [true, true],
      ]);
    });
  });
}
