import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './bundle.ts';

const DIST = join(ROOT, 'zendesk-app/dist');
const SOURCES = ['zendesk-app', 'shared'];
const MADE = new Set(['dist', 'node_modules']);

/** Builds the apps' pages where a source is newer than what was built. Answers whether it built; throws the tool's words. */
export async function buildApps(): Promise<boolean> {
  const built = await stat(join(DIST, 'console/index.html')).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  const newest = Math.max(...(await Promise.all(SOURCES.map((folder) => newestIn(join(ROOT, folder))))));
  if (built > newest) return false;
  const vite = join(ROOT, 'node_modules/.bin/vite');
  const env = { ...process.env, NODE_ENV: 'production' };
  try {
    await promisify(execFile)(vite, ['build', '--config', 'zendesk-app/vite.config.ts'], { cwd: ROOT, env });
  } catch (error) {
    const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string };
    throw new Error(`the apps could not be built:\n${stderr || stdout}`);
  }
  return true;
}

async function newestIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const times = entries
    .filter(({ name }) => !MADE.has(name))
    .map(async (entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newestIn(path) : (await stat(path)).mtimeMs;
    });
  return Math.max(0, ...(await Promise.all(times)));
}
