import { and, eq, sql } from 'drizzle-orm';
import { fromBase64, toBase64 } from '../../crypto/bytes.ts';
import type { VectorKey, VectorLedger, VectorStore } from '../../loop/ports/stores/vectors.ts';
import { batch, type Database } from '../database.ts';
import { vectors } from '../schema/vector-schema.ts';

/** Vectors scanned for one question: 16 ms a thousand of 384 numbers. Own choice: more would hold a question up. */
const MAX_SCANNED = 2_000;

type Row = VectorKey & { hash: string; vector: string | null };

/** Which vectors of an embedding model (`space`: its id and length) another index was given. */
export function createVectorLedger(db: Database, space: string): VectorLedger {
  return {
    known: (tenant) => known(db, tenant, space),
    among: (tenant, keys) => among(db, tenant, space, keys),
    note: (tenant, keys) =>
      put(
        db,
        tenant,
        space,
        keys.map((key) => ({ ...key, vector: null })),
      ),
    drop: (tenant, keys) => remove(db, tenant, space, keys),
  };
}

/**
 * Vectors in D1, compared one by one: exact, and visible at once. Of a tenant with more than 2,000 passages the first by
 * article are compared; such a tenant belongs on Vectorize.
 */
export function createVectorScan(db: Database, space: string): VectorStore {
  return {
    known: (tenant) => known(db, tenant, space),
    put: (tenant, all) =>
      put(
        db,
        tenant,
        space,
        all.map(({ values, ...key }) => ({ ...key, vector: toBase64(new Uint8Array(values.buffer.slice(0))) })),
      ),
    remove: (tenant, keys) => remove(db, tenant, space, keys),
    async nearest(tenant, values, limit) {
      const rows = await db
        .select()
        .from(vectors)
        .where(and(eq(vectors.tenant, tenant), eq(vectors.space, space)))
        .orderBy(vectors.articleId, vectors.locale, vectors.passage)
        .limit(MAX_SCANNED);
      return rows
        .flatMap(({ articleId, locale, passage, vector }) =>
          vector === null ? [] : [{ articleId, locale, passage, score: dot(values, floatsOf(vector)) }],
        )
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
    },
  };
}

async function known(db: Database, tenant: string, space: string): Promise<(VectorKey & { hash: string })[]> {
  const { articleId, locale, passage, hash } = vectors;
  return db
    .select({ articleId, locale, passage, hash })
    .from(vectors)
    .where(and(eq(vectors.tenant, tenant), eq(vectors.space, space)));
}

async function among(db: Database, tenant: string, space: string, keys: VectorKey[]): Promise<VectorKey[]> {
  return db
    .select({ articleId: vectors.articleId, locale: vectors.locale, passage: vectors.passage })
    .from(vectors)
    .where(and(eq(vectors.tenant, tenant), eq(vectors.space, space), isAmong(keys)));
}

async function put(db: Database, tenant: string, space: string, rows: Row[]): Promise<void> {
  await batch(
    db,
    rows.map(
      ({ articleId, locale, passage, hash, vector }) => sql`
      INSERT OR REPLACE INTO vectors (tenant, space, article_id, locale, passage, hash, vector)
      VALUES (${tenant}, ${space}, ${articleId}, ${locale}, ${passage}, ${hash}, ${vector})`,
    ),
  );
}

async function remove(db: Database, tenant: string, space: string, keys: VectorKey[]): Promise<void> {
  await batch(db, [
    sql`
    DELETE FROM vectors WHERE tenant = ${tenant} AND space = ${space} AND ${isAmong(keys)}`,
  ]);
}

const isAmong = (keys: readonly VectorKey[]) => sql`(article_id, locale, passage) IN (
  SELECT value ->> 'articleId', value ->> 'locale', value ->> 'passage' FROM json_each(${JSON.stringify(keys)}))`;

function floatsOf(base64: string): Float32Array {
  const bytes = fromBase64(base64);
  if (!bytes) throw new Error('a stored vector is no base64');
  return new Float32Array(bytes.buffer);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * (b[i] ?? 0);
  return sum;
}
