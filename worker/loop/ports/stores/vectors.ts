/** One passage of an article in one language. */
export interface VectorKey {
  articleId: string;
  locale: string;
  /** Its place in the article, from 0. */
  passage: number;
}

/**
 * Vectors of the tenant's articles, of one embedding model. `known` is exact; `nearest` is a hint: an index may show what
 * was put, and hide what was removed, only after a while.
 */
export interface VectorStore {
  /** What was put and not removed since, with the hash of the text that each was made from. */
  known(tenant: string): Promise<(VectorKey & { hash: string })[]>;
  /** Stores vectors, in the place of those of the same passages. */
  put(tenant: string, vectors: (VectorKey & { hash: string; values: Float32Array })[]): Promise<void>;
  remove(tenant: string, keys: VectorKey[]): Promise<void>;
  /** Passages by cosine, best first, at most `limit` (20). */
  nearest(tenant: string, values: Float32Array, limit: number): Promise<(VectorKey & { score: number })[]>;
}

/** Which vectors an index outside of D1 was given: the truth that it is brought up to. */
export interface VectorLedger {
  known(tenant: string): Promise<(VectorKey & { hash: string })[]>;
  /** Those of the keys that it was given and still has; at a row's cost each, however many the tenant has. */
  among(tenant: string, keys: VectorKey[]): Promise<VectorKey[]>;
  note(tenant: string, keys: (VectorKey & { hash: string })[]): Promise<void>;
  drop(tenant: string, keys: VectorKey[]): Promise<void>;
}
