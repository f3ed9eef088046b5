import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type { LearningLog, LogEntry } from '../../loop/ports/stores/learning.ts';
import { batch, type Database } from '../database.ts';
import { learnedRows, learningLog, learningSnapshots } from '../schema/schema.ts';

/** Rows of one statement together, as JSON in UTF-8: with one more row of 256 KB it stays under D1's 2 MB a value. */
const ROWS_BYTES_PER_STATEMENT = 1_000_000;

/** Numbered entries and compact snapshots. The primary key (tenant, seq) refuses a second writer's entry. */
export function createLearningLog(db: Database): LearningLog {
  return {
    async head(tenant) {
      const [row] = await db
        .select({ seq: learningLog.seq })
        .from(learningLog)
        .where(eq(learningLog.tenant, tenant))
        .orderBy(desc(learningLog.seq))
        .limit(1);
      return row?.seq ?? 0;
    },
    async entries(tenant, language, afterSeq, limit) {
      const rows = await db
        .select({ entry: learningLog.entry })
        .from(learningLog)
        .where(and(eq(learningLog.tenant, tenant), eq(learningLog.language, language), gt(learningLog.seq, afterSeq)))
        .orderBy(asc(learningLog.seq))
        .limit(limit);
      return rows.map((row) => JSON.parse(row.entry) as LogEntry);
    },
    async append(tenant, entries) {
      await batch(
        db,
        entries.map((entry) => insertEntry(db, tenant, entry)),
      );
    },
    async snapshot(tenant, language) {
      const where = { rows: and(eq(learnedRows.tenant, tenant), eq(learnedRows.language, language)) };
      const [heads, rows] = await db.batch([
        db
          .select({ seq: learningSnapshots.seq })
          .from(learningSnapshots)
          .where(and(eq(learningSnapshots.tenant, tenant), eq(learningSnapshots.language, language))),
        db
          .select({ kind: learnedRows.kind, key: learnedRows.key, json: learnedRows.json })
          .from(learnedRows)
          .where(where.rows)
          .orderBy(asc(learnedRows.kind), asc(learnedRows.key)),
      ]);
      return heads[0] ? { seq: heads[0].seq, rows } : null;
    },
    async writeSnapshot(tenant, language, seq, changed, gone) {
      const puts = groupsOf(changed).map(
        (rows) => sql`
          INSERT OR REPLACE INTO learned_rows (tenant, language, kind, key, json)
          SELECT ${tenant}, ${language}, value ->> 'kind', value ->> 'key', value ->> 'json' FROM json_each(${rows})`,
      );
      const removals = groupsOf(gone.map(({ kind, key }) => ({ kind, key }))).map(
        (rows) => sql`
          DELETE FROM learned_rows WHERE tenant = ${tenant} AND language = ${language} AND (kind, key) IN
            (SELECT value ->> 'kind', value ->> 'key' FROM json_each(${rows}))`,
      );
      const values = { tenant, language, seq };
      await batch(db, [
        db
          .insert(learningSnapshots)
          .values(values)
          .onConflictDoUpdate({ target: [learningSnapshots.tenant, learningSnapshots.language], set: { seq } }),
        ...puts,
        ...removals,
      ]);
    },
    async snapshotSeq(tenant, language) {
      const [row] = await db
        .select({ seq: learningSnapshots.seq })
        .from(learningSnapshots)
        .where(and(eq(learningSnapshots.tenant, tenant), eq(learningSnapshots.language, language)));
      return row?.seq ?? null;
    },
    async languages(tenant) {
      const rows = await db
        .selectDistinct({ language: learningLog.language })
        .from(learningLog)
        .where(eq(learningLog.tenant, tenant));
      return rows.map((row) => row.language).sort();
    },
  };
}

/** Rows as JSON lists, each small enough for one value. */
function groupsOf(rows: object[]): string[] {
  const groups: string[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const json = JSON.stringify(row);
    const size = new TextEncoder().encode(json).length;
    if (bytes + size > ROWS_BYTES_PER_STATEMENT) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(json);
    bytes += size;
  }
  return groups.map((group) => `[${group.join(',')}]`);
}

/** One numbered entry as a statement, for the batch of whoever writes it. */
export function insertEntry(db: Database, tenant: string, entry: LogEntry) {
  return db.insert(learningLog).values({
    tenant,
    seq: entry.seq,
    language: entry.language,
    kind: entry.kind,
    ref: refOf(entry),
    entry: JSON.stringify(entry),
  });
}

function refOf(entry: LogEntry): string {
  switch (entry.kind) {
    case 'solved':
      return entry.solved.conversationId;
    case 'withdrawn':
      return entry.conversationId;
    case 'erased':
      return '';
    case 'article':
      return entry.article.id;
    case 'article_gone':
    case 'told':
    case 'helped':
      return entry.articleId;
    case 'settled':
      return entry.findingKey;
  }
}
