import { describe, expect, it } from 'vitest';
import { asWritten } from '../../shared/said/said.ts';
import { HOUR_MS } from '../../shared/time.ts';
import type { Wish } from '../../worker/loop/ports/stores/publications.ts';
import { inWords } from '../ground/in-words.ts';
import { aFix, aGap, anActivity, anEntry, anObservation, aPublication, aQuestion } from './examples.ts';
import { type MakeStores, twoTenants } from './stores.ts';

export function decidingContract(make: MakeStores): void {
  describe('places under the caps', () => {
    const AT = 100 * HOUR_MS;
    const wish = (fixId: string, more: Partial<Wish> = {}): Wish => ({
      ...{ fixId, publicationId: `p-${fixId}`, articles: [`article-${fixId}`], at: AT, wallNow: 0, expiresAt: 900_000 },
      ...{ maxPerHour: 2, maxPerDay: 5, ...more },
    });

    it('are as many as the caps say: of fifty that want the last one at once, one gets it', async () => {
      const { reservations } = make();
      const [tenant, other] = twoTenants();
      expect(await reservations.reserve(tenant, wish('first'))).toEqual({ isTaken: true, others: [] });
      const all = await Promise.all(Array.from({ length: 50 }, (_, i) => reservations.reserve(tenant, wish(`f${i}`))));
      expect(all.filter(({ isTaken }) => isTaken).length).toBe(1);
      expect(all.find(({ isTaken }) => !isTaken)?.others.length).toBe(2);
      expect((await reservations.reserve(tenant, wish('first'))).isTaken).toBe(true);
      expect((await reservations.reserve(other, wish('first'))).isTaken).toBe(true);
      expect((await reservations.reserve(tenant, wish('later', { at: AT + HOUR_MS }))).isTaken).toBe(true);
      expect([
        await reservations.countSince(tenant, AT - 1, 0),
        await reservations.countSince(other, AT - 1, 0),
      ]).toEqual([3, 1]);
    });

    it('run out where nothing was begun, and stand as long as the publication does', async () => {
      const { reservations, publications } = make();
      const [tenant] = twoTenants();
      for (const id of ['a', 'b']) await reservations.reserve(tenant, wish(id));
      await publications.intend(tenant, aPublication('p-a'));
      await reservations.release(tenant, 'a');
      expect((await reservations.reserve(tenant, wish('c', { wallNow: 899_999 }))).isTaken).toBe(false);
      expect(await reservations.countSince(tenant, 0, 900_000)).toBe(1);
      expect((await reservations.reserve(tenant, wish('c', { wallNow: 900_000, expiresAt: 2_000_000 }))).isTaken).toBe(
        true,
      );
      await reservations.release(tenant, 'c');
      await publications.move(tenant, 'p-a', ['intent'], { state: 'failed' }, anActivity());
      expect(await reservations.countSince(tenant, 0, 900_000)).toBe(0);
    });

    it('are one a day for each article, whatever else is free', async () => {
      const { reservations } = make();
      const [tenant] = twoTenants();
      await reservations.reserve(tenant, wish('a', { articles: ['7', '8'] }));
      const again = (at: number, articles: string[]) => reservations.reserve(tenant, wish('b', { at, articles }));
      expect((await again(AT + 23 * HOUR_MS, ['8', '9'])).isTaken).toBe(false);
      expect((await again(AT + 2 * HOUR_MS, ['9'])).isTaken).toBe(true);
      expect(
        (await reservations.reserve(tenant, wish('c', { at: AT + 24 * HOUR_MS, articles: ['8'], wallNow: 0 }))).isTaken,
      ).toBe(true);
    });
  });

  describe('prepared questions', () => {
    it('are stored once, found by fix and by agent while open, and answered once', async () => {
      const { questions } = make();
      const [tenant, other] = twoTenants();
      for (const question of [
        aQuestion('b'),
        aQuestion('a', { at: 3 }),
        aQuestion('c', { agentId: 'mia', fixId: 'g' }),
      ])
        await questions.add(tenant, question);
      await questions.add(tenant, aQuestion('a', { text: asWritten('otherwise') }));
      expect(inWords((await questions.openFor(tenant, 'kit')).map(({ id, text }) => [id, text]))).toEqual([
        ['a', '2 or 3?'],
        ['b', '2 or 3?'],
      ]);
      const answered = aQuestion('a', { at: 3, state: 'answered', answer: 'yes' });
      expect([await questions.move(other, 'a', answered), await questions.move(tenant, 'a', answered)]).toEqual([
        false,
        true,
      ]);
      expect(await questions.move(tenant, 'a', aQuestion('a', { state: 'void' }))).toBe(false);
      expect((await questions.openFor(tenant, 'kit')).map(({ id }) => id)).toEqual(['b']);
      expect((await questions.ofFix(tenant, 'f')).map(({ id, state }) => [id, state])).toEqual([
        ['a', 'answered'],
        ['b', 'open'],
      ]);
      expect([await questions.get(tenant, 'a'), await questions.get(other, 'b')]).toEqual([answered, null]);
    });
  });

  describe('decided fixes', () => {
    it('tells of a published fix what customers have shown of it since, and of no other', async () => {
      const { fixes, observations } = make();
      const [tenant] = twoTenants();
      const gaps = (['healed', 'no_effect', 'published'] as const).map((state) => aGap(state, { state }));
      await observations.record(tenant, {
        ...{ observation: anObservation('a'), conversation: null, entries: [anEntry(1)], gaps },
      });
      for (const gap of gaps) await fixes.add(tenant, aFix(gap.id, { gapId: gap.id, state: 'published' }));
      await fixes.add(tenant, aFix('rejected', { gapId: 'healed', state: 'rejected' }));
      const proved = new Map((await fixes.history(tenant)).map((past) => [past.id, past.proved]));
      expect(Object.fromEntries(proved)).toEqual({
        ...{ healed: 'healed', no_effect: 'no_effect', published: undefined, rejected: undefined },
      });
    });
  });
}
