import { describe, expect, it } from 'vitest';
import type { VectorKey, VectorStore } from '../../worker/loop/ports/stores/vectors.ts';
import { twoTenants } from './stores.ts';

const EAST = Float32Array.of(1, 0, 0);
const NORTH = Float32Array.of(0, 1, 0);
const key = (articleId: string, more: Partial<VectorKey> = {}): VectorKey => ({
  articleId,
  locale: 'en-us',
  passage: 0,
  ...more,
});
const vector = (articleId: string, values: Float32Array, more: Partial<VectorKey> & { hash?: string } = {}) => ({
  ...key(articleId, more),
  hash: more.hash ?? `hash of ${articleId}`,
  values,
});

/** What a vector store guarantees. `settle` waits until writes are visible. */
export function vectorsContract(make: () => { vectors: VectorStore; settle: () => Promise<void> }): void {
  describe('vectors', () => {
    it('finds passages by cosine, best first, and no more than asked', async () => {
      const { vectors, settle } = make();
      const [tenant] = twoTenants();
      const between = Float32Array.of(Math.SQRT1_2, Math.SQRT1_2, 0);
      await vectors.put(tenant, [vector('1', NORTH), vector('2', EAST), vector('3', between, { passage: 4 })]);
      await settle();
      const near = await vectors.nearest(tenant, EAST, 2);
      expect(near.map(({ articleId, passage }) => [articleId, passage])).toEqual([
        ['2', 0],
        ['3', 4],
      ]);
      expect(near.map(({ score }) => score.toFixed(3))).toEqual(['1.000', '0.707']);
    });

    it('puts a vector in the place of the one of the same passage', async () => {
      const { vectors, settle } = make();
      const [tenant] = twoTenants();
      await vectors.put(tenant, [vector('1', NORTH)]);
      await vectors.put(tenant, [vector('1', EAST, { hash: 'new' })]);
      await settle();
      expect(await vectors.known(tenant)).toEqual([{ ...key('1'), hash: 'new' }]);
      expect((await vectors.nearest(tenant, EAST, 5)).map(({ score }) => score.toFixed(1))).toEqual(['1.0']);
    });

    it('tells passages and languages of one article apart', async () => {
      const { vectors, settle } = make();
      const [tenant] = twoTenants();
      const all = [vector('1', EAST), vector('1', EAST, { passage: 1 }), vector('1', EAST, { locale: 'de' })];
      await vectors.put(tenant, all);
      await vectors.remove(tenant, [key('1', { passage: 1 })]);
      await settle();
      expect((await vectors.known(tenant)).map(({ locale, passage }) => [locale, passage]).sort()).toEqual([
        ['de', 0],
        ['en-us', 0],
      ]);
      expect(await vectors.nearest(tenant, EAST, 5)).toHaveLength(2);
    });

    it('does not answer what was removed, also before that is visible', async () => {
      const { vectors, settle } = make();
      const [tenant] = twoTenants();
      await vectors.put(tenant, [vector('1', EAST), vector('2', EAST)]);
      await settle();
      await vectors.remove(tenant, [key('1')]);
      expect((await vectors.nearest(tenant, EAST, 5)).map(({ articleId }) => articleId)).toEqual(['2']);
    });

    it('knows what was put at once, and nothing of another tenant', async () => {
      const { vectors, settle } = make();
      const [tenant, other] = twoTenants();
      await vectors.put(tenant, [vector('1', EAST)]);
      await vectors.put(other, [vector('1', NORTH, { hash: 'theirs' })]);
      expect(await vectors.known(tenant)).toEqual([{ ...key('1'), hash: 'hash of 1' }]);
      await settle();
      expect((await vectors.nearest(tenant, EAST, 5)).map(({ score }) => score.toFixed(1))).toEqual(['1.0']);
      await vectors.remove(tenant, [key('1')]);
      await settle();
      expect(await vectors.known(other)).toHaveLength(1);
      expect(await vectors.nearest(other, NORTH, 5)).toHaveLength(1);
      expect(await vectors.nearest(tenant, EAST, 5)).toEqual([]);
    });
  });
}
