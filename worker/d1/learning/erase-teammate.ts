import { type SQL, sql } from 'drizzle-orm';
import type { Teammate } from '../../loop/ports/stores/retention.ts';
import { batch, type Database } from '../database.ts';

/** Tables of customers' words and of what they taught, where teammates are keyed hashes or not at all. */
const WITHOUT_NAMES = [
  ...['conversations', 'observations', 'endings', 'day_counts', 'issue_weeks'],
  ...['learned_rows', 'vectors', 'model_answers', 'secrets'],
];

/** What a person's id or name is called where it stands in a row's JSON. */
const FIELDS = ['actor', 'by', 'answeredBy', 'updatedBy', 'createdBy', 'authorId', 'userId', 'name'];

/** Columns that hold an id or a name and nothing else. */
const COLUMNS = ['actor', 'by', 'name', 'user_id'];

/** Under which names the person stands; null where no session, no decision, no edit and no advice is theirs. */
export async function teammateNames(
  db: Database,
  tenant: string,
  { userId, personId }: Teammate,
): Promise<string[] | null> {
  const signature = ` (${userId})`;
  const signed = sql`tenant = ${tenant} AND substr(actor, -length(${signature})) = ${signature}`;
  const rows = await db.all<{ name: string }>(sql`
    SELECT name FROM sessions WHERE tenant = ${tenant} AND user_id = ${userId}
    UNION SELECT name FROM gap_assignments WHERE tenant = ${tenant} AND user_id = ${userId}
    UNION SELECT name FROM remarks WHERE tenant = ${tenant} AND user_id = ${userId}
    UNION SELECT substr(actor, 1, length(actor) - length(${signature})) FROM activity WHERE ${signed}`);
  if (rows.length > 0) return rows.map(({ name }) => name);
  const [found] = await db.all<{ is_known: number }>(sql`
    SELECT EXISTS (SELECT 1 FROM activity WHERE tenant = ${tenant} AND actor = ${userId})
      OR EXISTS (SELECT 1 FROM article_versions WHERE tenant = ${tenant} AND "by" = ${userId})
      OR EXISTS (SELECT 1 FROM outcomes WHERE tenant = ${tenant} AND person_id = ${personId})
      OR EXISTS (SELECT 1 FROM questions WHERE tenant = ${tenant} AND agent_id = ${personId})
      OR EXISTS (SELECT 1 FROM tenants WHERE id = ${tenant} AND instr(policy, ${`"${userId}":`}) > 0) AS is_known`);
  return found?.is_known === 1 ? [] : null;
}

/**
 * Removes what is the person's own, and puts `standIn` in the place of their names and id elsewhere: in every column of text of
 * every table that knows tenants, as the database itself lists them, so that a table made tomorrow is among them.
 */
export async function eraseTeammate(
  db: Database,
  tenant: string,
  { userId, personId, names }: Teammate & { names: string[] },
  standIn: string,
): Promise<void> {
  const own = sql`tenant = ${tenant} AND user_id = ${userId}`;
  const pairs = replacements(userId, names, standIn);
  const known = [userId, ...names];
  const columns = (await textColumns(db)).filter(({ table }) => !WITHOUT_NAMES.includes(table));
  await batch(db, [
    sql`DELETE FROM session_nonces WHERE tenant = ${tenant}
      AND session_id IN (SELECT id FROM sessions WHERE ${own})`,
    sql`DELETE FROM sessions WHERE ${own}`,
    sql`DELETE FROM gap_assignments WHERE ${own}`,
    sql`DELETE FROM remarks WHERE ${own}`,
    sql`DELETE FROM outcomes WHERE tenant = ${tenant} AND person_id = ${personId}`,
    sql`DELETE FROM questions WHERE tenant = ${tenant} AND agent_id = ${personId}`,
    ...columns.map(({ table, column }) => {
      const name = sql.identifier(column);
      const isTenants = sql`tenant = ${tenant}`;
      if (!COLUMNS.includes(column)) return replaced(table, name, isTenants, pairs);
      const isWhole = sql`${name} IN (SELECT value FROM json_each(${JSON.stringify(known)}))`;
      const isSigned = sql`${name} IN (SELECT value ->> 0 FROM json_each(${JSON.stringify(pairs)}))`;
      return sql`UPDATE ${sql.identifier(table)} SET ${name} = ${standIn} WHERE ${isTenants} AND (${isWhole} OR ${isSigned})`;
    }),
    replaced('tenants', sql.identifier('policy'), sql`id = ${tenant}`, pairs),
  ]);
}

/** What is written in the place of what: signatures ("Name (id)"), fields of JSON, and the policy's roles by id. */
function replacements(userId: string, names: string[], standIn: string): [string, string][] {
  const signatures = names.map((name): [string, string] => [`${name} (${userId})`, standIn]);
  const fields = [userId, ...names].flatMap((value) =>
    FIELDS.map((field): [string, string] => [
      `${JSON.stringify(field)}:${JSON.stringify(value)}`,
      `${JSON.stringify(field)}:${JSON.stringify(standIn)}`,
    ]),
  );
  const roles = ['lead', 'admin'].map((role): [string, string] => [
    `${JSON.stringify(userId)}:"${role}"`,
    `${JSON.stringify(standIn)}:"${role}"`,
  ]);
  const plain = [...signatures, ...fields, ...roles];
  const quoted = (text: string) => JSON.stringify(text).slice(1, -1);
  const nested = plain.map(([from, to]): [string, string] => [quoted(from), quoted(to)]);
  return [...plain, ...nested.filter(([from], i) => from !== plain[i]?.[0])];
}

/** A column with every pair replaced, one after the other, in the rows that hold any. */
function replaced(
  table: string,
  column: SQL | ReturnType<typeof sql.identifier>,
  isMeant: SQL,
  pairs: [string, string][],
): SQL {
  const all = JSON.stringify(pairs);
  return sql`
    UPDATE ${sql.identifier(table)} SET ${column} = (
      WITH RECURSIVE step(n, text) AS (
        SELECT 0, ${column}
        UNION ALL
        SELECT n + 1, replace(text, ${all} -> n ->> 0, ${all} -> n ->> 1) FROM step WHERE n < ${pairs.length})
      SELECT text FROM step WHERE n = ${pairs.length})
    WHERE ${isMeant} AND EXISTS (SELECT 1 FROM json_each(${all}) AS p WHERE instr(${column}, p.value ->> 0) > 0)`;
}

/** Every column of text, but keys, of every table with a tenant. */
async function textColumns(db: Database): Promise<{ table: string; column: string }[]> {
  const rows = await db.all<{ table: string; column: string }>(sql`
    SELECT m.name AS "table", c.name AS "column" FROM sqlite_master AS m, pragma_table_info(m.name) AS c
    WHERE m.type = 'table' AND m.sql IS NOT NULL AND c.type = 'TEXT' AND c.pk = 0 AND c.name <> 'tenant'
      AND m.name GLOB '[a-z]*' AND m.name NOT GLOB 'sqlite*' AND m.name NOT GLOB '*_fts*'
      AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) AS t WHERE t.name = 'tenant')
    ORDER BY 1, 2`);
  return rows;
}
