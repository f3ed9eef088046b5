import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { ROOT } from '../../sandbox/mend/bundle.ts';
import { deployedAs, freePort } from '../../sandbox/mend/mend.ts';

/** The least that any receiver does: the signature is verified, one row is stored in one batch, the event is answered. */
const SCRIPT = `
const HMAC = { name: 'HMAC', hash: 'SHA-256' };
export default {
  async fetch(request, env) {
    const body = new Uint8Array(await request.arrayBuffer());
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(env.SECRET), HMAC, false, ['verify']);
    const at = new TextEncoder().encode(request.headers.get('x-zendesk-webhook-signature-timestamp'));
    const message = new Uint8Array(at.length + body.length);
    message.set(at);
    message.set(body, at.length);
    const signature = Uint8Array.from(atob(request.headers.get('x-zendesk-webhook-signature')), (c) => c.charCodeAt(0));
    if (!(await crypto.subtle.verify('HMAC', key, signature, message))) return new Response(null, { status: 401 });
    const event = JSON.parse(new TextDecoder().decode(body));
    const row = env.DB.prepare('INSERT OR IGNORE INTO events (id, body) VALUES (?, ?)').bind(event.id, event.detail.id);
    await env.DB.batch([row]);
    return Response.json({ status: 'stored' }, { status: 202 });
  },
};`;

/** Starts the floor in a runtime of its own, behind the same router of assets as the worker. */
export async function startFloor(secret: string): Promise<{ url: string; dispose(): Promise<void> }> {
  const port = await freePort();
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml'));
  const { compatibilityDate, compatibilityFlags, assets } = deployedAs.parse(workerOptions);
  const modules = [{ type: 'ESModule' as const, path: join(ROOT, 'floor.js'), contents: SCRIPT }];
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      workers: [
        {
          name: 'floor',
          modulesRoot: ROOT,
          modules,
          compatibilityDate,
          compatibilityFlags,
          assets,
          d1Databases: { DB: 'floor' },
          bindings: { SECRET: secret },
        },
      ],
    }),
  );
  await miniflare.ready;
  const db = await miniflare.getD1Database('DB');
  await db.prepare('CREATE TABLE events (id TEXT PRIMARY KEY, body TEXT NOT NULL)').run();
  return { url: `http://127.0.0.1:${port}`, dispose: () => miniflare.dispose() };
}
