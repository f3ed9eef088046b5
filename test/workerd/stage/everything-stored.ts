import { env } from 'cloudflare:workers';
import type { Ports } from '../../../worker/loop/ports/ports.ts';
import { EXPORTED } from '../../../worker/routes/app/console/exports.ts';

/** Every row of every table there is, as text. */
export async function dump(): Promise<Map<string, string[]>> {
  const { results: tables } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'`,
  ).all<{ name: string }>();
  const found = new Map<string, string[]>();
  for (const { name } of tables) {
    const { results } = await env.DB.prepare(`SELECT * FROM "${name}"`).all();
    found.set(
      name,
      results.map((row) => JSON.stringify(row)),
    );
  }
  return found;
}

/** Every table that can be exported, as an admin gets it. */
export async function exported(ports: Ports, tenant: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const [table, read] of Object.entries(EXPORTED))
    found.set(
      table,
      (await read(ports, tenant, 'admin')).map((row) => JSON.stringify(row)),
    );
  return found;
}

/** The tables with a row in which something stands. */
export const tablesWith = (all: Map<string, string[]>, what: RegExp) =>
  [...all].filter(([, rows]) => rows.some((row) => what.test(row))).map(([table]) => table);
