import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { migrate } from './migrate.ts';

/** Runs statements on the real D1, as this process sends them: one, or a batch as one transaction. */
const SQL_WORKER = `export default {
  async fetch(request, env) {
    const { statements, isRaw } = await request.json();
    const prepared = statements.map(({ sql, params }) => env.DB.prepare(sql).bind(...params));
    try {
      if (isRaw) return Response.json({ ok: await prepared[0].raw() });
      return Response.json({ ok: prepared.length === 1 ? [await prepared[0].all()] : await env.DB.batch(prepared) });
    } catch (error) {
      return Response.json({ error: String(error.message ?? error) });
    }
  },
};`;

interface Sent {
  sql: string;
  params: unknown[];
}

/** A D1 in workerd that this process speaks to by HTTP. */
export interface RemoteDatabase {
  db: D1Database;
  dispose(): Promise<void>;
}

/**
 * Starts an empty, migrated D1 and answers its binding for this process: every statement runs in workerd's D1, sent by
 * HTTP without blocking, so that many users of it can be played side by side. (Miniflare's own proxy of a binding blocks
 * the process for every statement.) Of the binding it has what the worker uses: prepare, bind, all, run, raw, first, batch.
 */
export async function startDatabase(): Promise<RemoteDatabase> {
  const worker = { name: 'sql', modules: true, script: SQL_WORKER, d1Databases: { DB: 'mend' } };
  const miniflare = new Miniflare(convertV4MiniflareOptions({ host: '127.0.0.1', port: 0, workers: [worker] }));
  const url = await miniflare.ready;
  const send = async (statements: Sent[], isRaw = false) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ statements, isRaw }) });
    const answer = (await response.json()) as { ok?: never; error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.ok;
  };
  const db = bindingOver(send);
  await migrate(db);
  return { db, dispose: () => miniflare.dispose() };
}

type Send = (statements: Sent[], isRaw?: boolean) => Promise<unknown>;

/** The part of D1's interface that the worker uses, over a way to send statements. */
function bindingOver(send: Send): D1Database {
  const statement = (sql: string, params: unknown[]): D1PreparedStatement & Sent =>
    ({
      sql,
      params,
      bind: (...values: unknown[]) => statement(sql, values),
      all: async () => ((await send([{ sql, params }])) as unknown[])[0],
      run: async () => ((await send([{ sql, params }])) as unknown[])[0],
      raw: () => send([{ sql, params }], true),
      first: async () => ((await send([{ sql, params }])) as { results: unknown[] }[])[0]?.results[0] ?? null,
    }) as unknown as D1PreparedStatement & Sent;
  return {
    prepare: (sql: string) => statement(sql, []),
    batch: (statements: (D1PreparedStatement & Sent)[]) => send(statements.map(({ sql, params }) => ({ sql, params }))),
  } as unknown as D1Database;
}
