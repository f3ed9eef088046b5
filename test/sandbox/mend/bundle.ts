import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const ROOT = join(import.meta.dirname, '../../..');

/** What the worker ships beside the apps: its models, at the place where its assets have them. */
export const MODEL_ASSETS = join(ROOT, 'worker/models/static/assets');

/** Variables that keep wrangler quiet and on this machine. */
export const OFFLINE = {
  CI: '1',
  NO_COLOR: '1',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
};

/** Where the apps are built to; wrangler refuses to bundle where the folder is missing, also an empty one will do. */
export const APPS_DIR = join(ROOT, 'zendesk-app/dist');

/** Bundles the worker, its models beside the apps, as `wrangler deploy` would, without deploying it; answers the path of the module. */
export async function bundleWorker(outDir: string): Promise<string> {
  await cp(MODEL_ASSETS, APPS_DIR, { recursive: true, preserveTimestamps: true });
  const wrangler = join(ROOT, 'node_modules/.bin/wrangler');
  try {
    await promisify(execFile)(wrangler, ['deploy', '--dry-run', '--outdir', outDir], {
      cwd: ROOT,
      env: { ...process.env, ...OFFLINE },
    });
  } catch (error) {
    const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string };
    throw new Error(`the worker could not be bundled:\n${stderr || stdout}`);
  }
  const file = join(outDir, 'index.js');
  await stat(file);
  return file;
}

/**
 * The worker's bundle at the one place where the sandbox and the tests run it from. Several processes may ask at once: each bundles
 * beside it and puts its files there whole, so that none reads what another has half written.
 */
export async function bundledWorker(): Promise<string> {
  const place = join(ROOT, '.build/worker');
  await mkdir(place, { recursive: true });
  const own = await mkdtemp(`${place}-`);
  try {
    await bundleWorker(own);
    for (const name of await readdir(own)) await rename(join(own, name), join(place, name));
  } finally {
    await rm(own, { recursive: true, force: true });
  }
  return join(place, 'index.js');
}

/** The statements of every migration, in order, by file name. */
export async function readMigrations(): Promise<{ name: string; statements: string[] }[]> {
  const { readFile } = await import('node:fs/promises');
  const dir = join(ROOT, 'migrations');
  const names = (await readdir(dir)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(dir, name), 'utf8');
      const statements = sql
        .replace(/^--(?!> statement-breakpoint).*$/gm, '')
        .split(/--> statement-breakpoint/)
        .map((s) => s.trim().replace(/;$/, ''))
        .filter(Boolean);
      return { name, statements };
    }),
  );
}
