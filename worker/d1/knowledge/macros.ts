import { and, eq, sql } from 'drizzle-orm';
import { macroSchema } from '../../../shared/macro.ts';
import { plainText } from '../../core/html/plain.ts';
import type { MacroStore } from '../../loop/ports/stores/articles.ts';
import type { Database } from '../database.ts';
import { macros } from '../schema/macro-schema.ts';

/** One stored value holds 1.9 MB: so many macros of the largest size go into one statement. */
const A_STATEMENT = 40;

/** Macros as last read; a row that stands as it was is not written again. */
export function createMacroStore(db: Database): MacroStore {
  return {
    async put(tenant, incoming) {
      for (let from = 0; from < incoming.length; from += A_STATEMENT) {
        const rows = incoming.slice(from, from + A_STATEMENT).map((macro) => {
          const said = macro.isHtml ? plainText(macro.text) : macro.text;
          return { id: macro.id, body: JSON.stringify(macro), said: said.toLowerCase() };
        });
        await db.run(sql`
          INSERT INTO macros (tenant, id, body, said)
          SELECT ${tenant}, value ->> 'id', value ->> 'body', value ->> 'said' FROM json_each(${JSON.stringify(rows)})
          WHERE true
          ON CONFLICT (tenant, id) DO UPDATE SET body = excluded.body, said = excluded.said
          WHERE macros.body <> excluded.body`);
      }
    },
    async keepOnly(tenant, ids) {
      const isGone = sql`${macros.id} NOT IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
      await db.delete(macros).where(and(eq(macros.tenant, tenant), isGone));
    },
    async holding(tenant, words, limit) {
      const wanted = JSON.stringify(words.map((word) => word.toLowerCase()));
      const rows = await db.all<{ body: string }>(sql`
        SELECT body, (SELECT count(*) FROM json_each(${wanted}) WHERE instr(said, value) > 0) AS hits
        FROM macros WHERE tenant = ${tenant} AND hits > 0 ORDER BY hits DESC, id LIMIT ${limit}`);
      return rows.map(({ body }) => macroSchema.parse(JSON.parse(body)));
    },
  };
}
