/** How long what was written stays unseen, in ms: seconds in the real one, short here so that a person in the sandbox sees it come. */
const UNSEEN_MS = 1_500;

/**
 * A double of Vectorize for workerd, which has none: the part of the binding that the worker uses, as another worker's methods.
 * What is written is answered by queries only after a while, in the order of the writes; it holds to the limits of the real one
 * (1,000 vectors a write, 64 bytes an id, 20 matches with metadata, one length) and keeps its vectors in a database of its own,
 * so that they outlive the runtime as the ledger in D1 does.
 */
const SCRIPT = `import { WorkerEntrypoint } from 'cloudflare:workers';
const TABLE = 'CREATE TABLE IF NOT EXISTS writes (id TEXT, namespace TEXT, vector TEXT, metadata TEXT, seen INTEGER)';
const standing = new Map();
let read = 0;
export class Index extends WorkerEntrypoint {
  async write(rows) {
    const { DB } = this.env;
    const insert = DB.prepare('INSERT INTO writes (id, namespace, vector, metadata, seen) VALUES (?, ?, ?, ?, ?)');
    const seen = Date.now() + ${UNSEEN_MS};
    await DB.batch([DB.prepare(TABLE), ...rows.map((row) => insert.bind(...row, seen))]);
    return { mutationId: crypto.randomUUID() };
  }
  async upsert(vectors) {
    if (vectors.length > 1000) throw new Error('VECTOR_UPSERT_ERROR (code = 40012): too many vectors');
    for (const { id, values } of vectors) {
      if (new TextEncoder().encode(id).length > 64) throw new Error('VECTOR_UPSERT_ERROR (code = 40008): id too long');
      if (values.length !== vectors[0].values.length) throw new Error('VECTOR_UPSERT_ERROR (code = 40012): another length');
    }
    return this.write(vectors.map(({ id, namespace, values, metadata }) =>
      [id, namespace ?? '', JSON.stringify(Array.from(values)), JSON.stringify(metadata ?? {})]));
  }
  async deleteByIds(ids) {
    return this.write(ids.map((id) => [id, '', null, null]));
  }
  async query(values, { namespace = '', topK = 5, returnMetadata = 'none' } = {}) {
    if (topK > (returnMetadata === 'all' ? 20 : 100)) throw new Error('VECTOR_QUERY_ERROR (code = 40025): topK');
    await this.env.DB.prepare(TABLE).run();
    const fresh = this.env.DB.prepare('SELECT rowid AS row, * FROM writes WHERE rowid > ? AND seen <= ? ORDER BY rowid');
    for (const { row, id, namespace: owner, vector, metadata } of (await fresh.bind(read, Date.now()).all()).results) {
      if (row <= read) continue;
      read = row;
      if (vector === null) standing.delete(id);
      else standing.set(id, { owner, vector: Float32Array.from(JSON.parse(vector)), metadata: JSON.parse(metadata) });
    }
    const matches = [...standing]
      .filter(([, held]) => held.owner === namespace)
      .map(([id, { vector, metadata }]) => ({ id, score: cosine(values, vector), metadata }))
      .sort((a, b) => b.score - a.score)
      .slice(0, topK);
    return { matches, count: matches.length };
  }
}
function cosine(a, b) {
  let [dot, x, y] = [0, 0, 0];
  for (let i = 0; i < b.length; i++) [dot, x, y] = [dot + a[i] * b[i], x + a[i] * a[i], y + b[i] * b[i]];
  return dot / Math.sqrt(x * y);
}
export default { fetch: () => new Response(null, { status: 404 }) };
`;

/** The double as a worker beside the product's, and how that one binds it. */
export const VECTORIZE_DOUBLE = {
  worker: {
    name: 'vectorize',
    modules: true as const,
    script: SCRIPT,
    compatibilityDate: '2026-10-01',
    d1Databases: { DB: 'vectorize' },
  },
  bindings: { VECTORIZE: { name: 'vectorize', entrypoint: 'Index' } },
};
