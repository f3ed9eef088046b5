import { z } from 'zod';
import { idOf } from '../core/text/hash.ts';
import type { VectorKey, VectorLedger, VectorStore } from '../loop/ports/stores/vectors.ts';

/** Vectors of one upsert from a Worker. Source: Vectorize's limits. */
const A_BATCH = 1_000;

/** What a query with metadata may answer at most. Source: Vectorize's client API. */
const MAX_TOP_K = 20;

/** The part of the binding that is used. */
export type VectorizeIndexBinding = Pick<Vectorize, 'upsert' | 'deleteByIds' | 'query'>;

const metadataSchema = z.object({ articleId: z.string(), locale: z.string(), passage: z.number() });

/**
 * Vectors in Vectorize, a namespace a tenant; one index for one model and length. Writes become visible after seconds, so
 * what was given to it is read from the ledger, and what it answers and the ledger does not know any more is left out.
 */
export function createVectorizeVectors(index: VectorizeIndexBinding, ledger: VectorLedger): VectorStore {
  return {
    known: (tenant) => ledger.known(tenant),
    async put(tenant, vectors) {
      for (let from = 0; from < vectors.length; from += A_BATCH)
        await index.upsert(
          vectors.slice(from, from + A_BATCH).map(({ hash: _, values, ...key }) => ({
            id: vectorId(tenant, key),
            namespace: tenant,
            values,
            metadata: { ...key },
          })),
        );
      await ledger.note(
        tenant,
        vectors.map(({ values: _, ...key }) => key),
      );
    },
    async remove(tenant, keys) {
      await ledger.drop(tenant, keys);
      for (let from = 0; from < keys.length; from += A_BATCH)
        await index.deleteByIds(keys.slice(from, from + A_BATCH).map((key) => vectorId(tenant, key)));
    },
    async nearest(tenant, values, limit) {
      const asked = { namespace: tenant, topK: Math.min(limit, MAX_TOP_K), returnMetadata: 'all' as const };
      const { matches } = await index.query(values, asked);
      const found = matches.map(({ score, metadata }) => ({ ...metadataSchema.parse(metadata), score }));
      const known = new Set((await ledger.among(tenant, found)).map((key) => vectorId(tenant, key)));
      return found.filter((one) => known.has(vectorId(tenant, one)));
    },
  };
}

/** The same passage of the same tenant has the same id, of 32 bytes (64 are allowed); no other tenant's has it. */
const vectorId = (tenant: string, { articleId, locale, passage }: VectorKey): string =>
  idOf(tenant, 'vector', articleId, locale, String(passage));
