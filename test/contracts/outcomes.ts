import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../worker/loop/ports/stores/outcomes.ts';
import { anActivity } from './examples.ts';
import { type MakeStores, twoTenants } from './stores.ts';

const anOutcome = (id: string, more: Partial<Outcome> = {}): Outcome => ({
  id,
  conversationId: 'c',
  personId: 'ada',
  language: 'en',
  about: '77',
  subject: '77',
  at: 10,
  input: { kind: 'linked', articleId: '77' },
  ...more,
});

export function outcomesContract(make: MakeStores): void {
  describe('outcomes', () => {
    it('stores one once, with what it says and leads to, and never another tenant’s', async () => {
      const { outcomes, activity, inbox } = make();
      const [tenant, other] = twoTenants();
      const next = [{ type: 'apply_outcome' as const, at: 10, outcomeId: 'o' }];
      expect(await outcomes.add(tenant, anOutcome('o'), anActivity(), next)).toBe(true);
      const changed = anOutcome('o', { input: { kind: 'shown', questionId: null } });
      expect(await outcomes.add(tenant, changed, anActivity(), next)).toBe(false);
      expect(await outcomes.get(tenant, 'o')).toEqual(anOutcome('o'));
      expect((await activity.list(tenant, 9)).length).toBe(1);
      expect((await inbox.due(tenant, 99, 0, 9)).map((row) => row.key)).toEqual(['apply_outcome:o:10']);
      expect([await outcomes.get(other, 'o'), await activity.list(other, 9)]).toEqual([null, []]);
      expect(await outcomes.add(other, anOutcome('o'), null, [])).toBe(true);
    });

    it('finds by conversation, by what it is about, and by person, each in its order', async () => {
      const { outcomes } = make();
      const [tenant, other] = twoTenants();
      const all = [
        anOutcome('b', { at: 20 }),
        anOutcome('a', { at: 20, personId: 'bo' }),
        anOutcome('c', { at: 5, conversationId: 'd', about: null }),
        anOutcome('d', { at: 30, about: '78' }),
      ];
      for (const id of [tenant, other]) for (const outcome of all) await outcomes.add(id, outcome, null, []);
      await outcomes.forget(other, 99);
      const ids = (found: Outcome[]) => found.map((outcome) => outcome.id);
      expect(ids(await outcomes.ofConversation(tenant, 'c'))).toEqual(['a', 'b', 'd']);
      expect(ids(await outcomes.about(tenant, ['77', '78'], 0))).toEqual(['a', 'b', 'd']);
      expect(ids(await outcomes.about(tenant, ['77', '78'], 21))).toEqual(['d']);
      expect(await outcomes.about(tenant, [], 0)).toEqual([]);
      expect(ids(await outcomes.ofPerson(tenant, 'ada', 6, 9))).toEqual(['d', 'b']);
      expect(ids(await outcomes.ofPerson(tenant, 'ada', 0, 1))).toEqual(['d']);
      expect(await outcomes.ofConversation(other, 'c')).toEqual([]);
      await outcomes.forget(tenant, 20);
      expect(ids(await outcomes.ofPerson(tenant, 'ada', 0, 9))).toEqual(['d', 'b']);
    });
  });
}
