import { describe, expect, it } from 'vitest';
import type { Macro } from '../../shared/macro.ts';
import { type MakeStores, twoTenants } from './stores.ts';

export function aMacro(id: string, more: Partial<Macro> = {}): Macro {
  const text = '<p>A <b>file</b> can hold up to 500 rows.</p>';
  return { id, title: `Macro ${id}`, text, isHtml: true, isShared: true, updatedAt: 10, ...more };
}

export function macrosContract(make: MakeStores): void {
  describe('macros', () => {
    it('are found by the words they say, most first, and in no other tenant', async () => {
      const { macros } = make();
      const [tenant, other] = twoTenants();
      const plain = aMacro('2', { text: 'Send the FILE again.', isHtml: false });
      await macros.put(tenant, [plain, aMacro('1'), aMacro('3', { text: '<p>Hello.</p>' })]);
      await macros.put(other, [aMacro('9')]);
      expect(await macros.holding(tenant, ['File', 'rows', 'hold'], 9)).toEqual([aMacro('1'), plain]);
      expect((await macros.holding(tenant, ['file', 'rows'], 1)).map(({ id }) => id)).toEqual(['1']);
      expect(await macros.holding(tenant, ["b>'; --", '%'], 9)).toEqual([]);
      expect(await macros.holding(tenant, [], 9)).toEqual([]);
    });

    it('stand as they were put last, and only those that are kept', async () => {
      const { macros } = make();
      const [tenant, other] = twoTenants();
      await macros.put(tenant, []);
      const many = Array.from({ length: 90 }, (_, i) => aMacro(`${i}`));
      for (const id of [tenant, other]) await macros.put(id, many);
      const next = aMacro('7', { text: 'Rows: 2,000', isHtml: false, updatedAt: 20 });
      await macros.put(tenant, [next, aMacro('8')]);
      await macros.keepOnly(tenant, ['7', '8', 'unknown']);
      expect(await macros.holding(tenant, ['rows'], 99)).toEqual([next, aMacro('8')]);
      expect((await macros.holding(other, ['rows'], 99)).length).toBe(90);
      await macros.keepOnly(tenant, []);
      expect(await macros.holding(tenant, ['rows'], 9)).toEqual([]);
    });
  });
}
