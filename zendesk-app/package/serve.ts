import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const DEFAULT_DIR = join(ROOT, '.build/zendesk/mend-zendesk');
const { values } = parseArgs({
  options: { dir: { type: 'string', default: DEFAULT_DIR }, port: { type: 'string', default: '4567' } },
});

/** Serves a packaged folder by Zendesk's own tool, on this machine alone; open the helpdesk with `?zcli_apps=true`. */
if (!existsSync(join(values.dir, 'manifest.json'))) {
  console.error(
    `there is no package in ${values.dir}: npm run package:zendesk -- --host https://mend.example --out .build/zendesk`,
  );
  process.exitCode = 1;
} else {
  const zcli = join(ROOT, 'node_modules/.bin/zcli');
  const args = ['apps:server', values.dir, '--port', values.port, '--bind', 'localhost'];
  const child = spawn(zcli, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
