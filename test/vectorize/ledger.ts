import type { VectorKey, VectorLedger } from '../../worker/loop/ports/stores/vectors.ts';

/** A ledger that lives as long as its test. */
export function ledgerInMemory(): VectorLedger {
  const rows = new Map<string, VectorKey & { tenant: string; hash: string }>();
  const name = (tenant: string, k: VectorKey) => JSON.stringify([tenant, k.articleId, k.locale, k.passage]);
  return {
    known: async (tenant) =>
      [...rows.values()].filter((row) => row.tenant === tenant).map(({ tenant: _, ...row }) => row),
    among: async (tenant, keys) => keys.filter((key) => rows.has(name(tenant, key))),
    async note(tenant, keys) {
      for (const key of keys) rows.set(name(tenant, key), { ...key, tenant });
    },
    async drop(tenant, keys) {
      for (const key of keys) rows.delete(name(tenant, key));
    },
  };
}
