import { type Query, SQL } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import * as schema from './schema/schema.ts';

export type Database = DrizzleD1Database<typeof schema> & { $client: D1Database };

/** How many statements, and rows by D1's own count, a database has served: what the budgets are checked against. */
export interface Usage {
  statements: number;
  rowsRead: number;
  rowsWritten: number;
}

/** Opens a shard for queries. Where `usage` is given, every statement and D1's counts of rows are added to it. */
export function openDatabase(binding: D1Database, usage?: Usage): Database {
  return drizzle(usage ? counted(binding, usage) : binding, { schema });
}

/** A statement for a batch: a query of the builder, or one written by hand. */
export type Statement = SQL | { toSQL(): Query };

const dialect = new SQLiteAsyncDialect();

/**
 * Runs statements as one transaction: all or none. Drizzle's own batch can't take statements written by hand with
 * parameters, so both kinds are turned into D1's here.
 */
export async function batch(db: Database, statements: Statement[]): Promise<D1Result[]> {
  const prepared = statements.map((statement) => {
    const { sql, params } = statement instanceof SQL ? dialect.sqlToQuery(statement) : statement.toSQL();
    return db.$client.prepare(sql).bind(...params);
  });
  return prepared.length > 0 ? db.$client.batch(prepared) : [];
}

const UNWRAPPED = Symbol('statement');
type Wrapped = D1PreparedStatement & { [UNWRAPPED]: D1PreparedStatement };

/** D1 counts no rows for `raw`, which the query builder reads by: its rows are taken from `all`, whose columns have one name each. */
function counted(binding: D1Database, usage: Usage): D1Database {
  const note = (meta: { rows_read?: number; rows_written?: number } | undefined) => {
    usage.statements += 1;
    usage.rowsRead += meta?.rows_read ?? 0;
    usage.rowsWritten += meta?.rows_written ?? 0;
  };
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(statement, {
      get(target, name) {
        if (name === UNWRAPPED) return target;
        if (name === 'bind') return (...values: unknown[]) => wrap(target.bind(...values));
        if (name === 'all' || name === 'run')
          return async () => {
            const result = await target[name]();
            note(result.meta);
            return result;
          };
        if (name === 'raw')
          return async () => {
            const { results, meta } = await target.all<Record<string, unknown>>();
            note(meta);
            return results.map((row) => Object.values(row));
          };
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  return new Proxy(binding, {
    get(target, name) {
      if (name === 'prepare') return (query: string) => wrap(target.prepare(query));
      if (name === 'batch')
        return async (statements: D1PreparedStatement[]) => {
          const results = await target.batch(statements.map((s) => (s as Wrapped)[UNWRAPPED] ?? s));
          for (const result of results) note(result.meta);
          return results;
        };
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
