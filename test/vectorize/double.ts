import type { VectorizeIndexBinding } from '../../worker/vectorize/vectors.ts';

interface Held {
  namespace: string;
  values: number[];
  metadata: Record<string, unknown>;
}

/**
 * A double of a Vectorize index: what is written becomes visible when `settle` is called, in the order of the writes; an id
 * is one vector whatever its namespace; at most 1,000 vectors an upsert, 64 bytes an id, 20 matches with metadata.
 */
export function createVectorizeDouble(dimensions: number): { index: VectorizeIndexBinding; settle(): Promise<void> } {
  const visible = new Map<string, Held>();
  const waiting: (() => void)[] = [];
  let mutations = 0;
  const later = async (write: () => void) => {
    waiting.push(write);
    mutations += 1;
    return { mutationId: `m${mutations}` };
  };
  const index = {
    async upsert(vectors: VectorizeVector[]) {
      if (vectors.length > 1_000) throw new Error('VECTOR_UPSERT_ERROR (code = 40012): too many vectors');
      for (const { id, values } of vectors) {
        if (Buffer.byteLength(id) > 64) throw new Error('VECTOR_UPSERT_ERROR (code = 40008): id too long');
        if (values.length !== dimensions) throw new Error(`VECTOR_UPSERT_ERROR (code = 40012): not ${dimensions}`);
      }
      return later(() => {
        for (const { id, namespace = '', values, metadata = {} } of vectors)
          visible.set(id, { namespace, values: Array.from(values as Float32Array), metadata });
      });
    },
    deleteByIds: async (ids: string[]) => later(() => ids.forEach((id) => void visible.delete(id))),
    async query(values: Float32Array, { namespace = '', topK = 5, returnMetadata = 'none' } = {}) {
      if (returnMetadata === 'all' && topK > 20) throw new Error('VECTOR_QUERY_ERROR (code = 40025): topK over 20');
      const matches = [...visible]
        .filter(([, held]) => held.namespace === namespace)
        .map(([id, held]) => ({ id, score: cosine(values, held.values), metadata: held.metadata }))
        .sort((a, b) => b.score - a.score)
        .slice(0, topK);
      return { matches, count: matches.length };
    },
  };
  const settle = async () => {
    for (const write of waiting.splice(0)) write();
  };
  return { index: index as unknown as VectorizeIndexBinding, settle };
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const dot = Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);
  return dot / (Math.hypot(...Array.from(a)) * Math.hypot(...Array.from(b)));
}
