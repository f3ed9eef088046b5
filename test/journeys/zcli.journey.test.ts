import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const PATIENCE_MS = 45_000;
let out: string;
let port: number;
let server: ChildProcess;
let said = '';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'mend-zcli-'));
  const run = join(ROOT, 'zendesk-app/package/run.ts');
  const made = spawn(process.execPath, [run, '--host', 'https://mend.acme.example', '--out', out], { cwd: ROOT });
  expect((await once(made, 'exit'))[0]).toBe(0);
  port = await freePort();
  const serve = join(ROOT, 'zendesk-app/package/serve.ts');
  const args = [serve, '--dir', join(out, 'mend-zendesk'), '--port', String(port)];
  server = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: out },
  });
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
}, PATIENCE_MS);

afterAll(async () => {
  const isOver = server.exitCode !== null;
  const over = isOver ? null : once(server, 'exit');
  server.kill('SIGTERM');
  await over;
  rmSync(out, { recursive: true, force: true });
});

const get = (path: string) => fetch(`http://localhost:${port}${path}`);

async function whenUp(path: string): Promise<Response> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await get(path);
    } catch (error) {
      if (Date.now() > end || server.exitCode !== null)
        throw new Error(`zcli serves nothing: ${said}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

it(
  'is served by Zendesk’s own tool without a question asked, and its settings hold no secret',
  async () => {
    const answer = await whenUp('/app.json');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const { apps, installations } = (await answer.json()) as Record<string, Record<string, unknown>[]>;
    expect(apps).toMatchObject([
      {
        name: 'Mend',
        default_locale: 'en',
        single_install: true,
        signed_urls: true,
        framework_version: '2.0',
        locations: {
          support: {
            ticket_sidebar: { url: 'https://mend.acme.example/zendesk/sidebar' },
            nav_bar: { url: 'https://mend.acme.example/zendesk/console' },
          },
        },
      },
    ]);
    expect(installations).toMatchObject([{ app_id: '1', enabled: true }]);
    const icon = await get('/1/assets/icon_nav_bar.svg');
    expect([icon.status, await icon.text()]).toEqual([200, expect.stringContaining('viewBox')]);
  },
  PATIENCE_MS,
);
