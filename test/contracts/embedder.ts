import { describe, expect, it } from 'vitest';
import type { Embedder } from '../../worker/loop/ports/writer.ts';

/** What every embedder guarantees, whoever makes its vectors. */
export function embedderContract(name: string, make: () => Promise<Embedder> | Embedder): void {
  const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

  describe(`an embedder: ${name}`, () => {
    it('gives a vector of its length and of length one a text, in order', async () => {
      const embedder = await make();
      const texts = ['Export the wages file', 'Export a wages file', 'Invite a colleague'];
      const vectors = await embedder.embed('t1', texts);
      expect(vectors.map((v) => [v?.length, Math.hypot(...v!).toFixed(3)])).toEqual(
        texts.map(() => [embedder.dimensions, '1.000']),
      );
      const [one, again, other] = vectors as [Float32Array, Float32Array, Float32Array];
      expect(dot(one, again)).toBeGreaterThan(dot(one, other));
    });

    it('gives the same vector for the same text, alone or among others', async () => {
      const embedder = await make();
      const [alone] = await embedder.embed('t1', ['Where is my invoice?']);
      const [, among] = await embedder.embed('t1', ['Something else', 'Where is my invoice?']);
      expect(dot(alone!, among!)).toBeCloseTo(1, 4);
    });

    it('gives none for no text, and takes more than a call holds', async () => {
      const embedder = await make();
      expect(await embedder.embed('t1', [])).toEqual([]);
      const many = await embedder.embed(
        't1',
        Array.from({ length: 130 }, (_, i) => `Question number ${i}`),
      );
      expect(many).toHaveLength(130);
    });

    it('names its model and its languages', async () => {
      const { model, languages } = await make();
      expect(model.length).toBeGreaterThan(0);
      expect(languages?.every((code) => /^[a-z]{2}$/.test(code)) ?? true).toBe(true);
    });
  });
}
