import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';

/** The zip's files carry one time, so that the same package gives the same bytes. ZIP knows no time before 1980. */
const MADE_AT = new Date(1980, 0, 1);

/** What `zcli apps:server` would ask for if nobody had written it. */
const ZCLI_CONFIG = 'zcli.apps.config.json';

/**
 * Writes `DIR/mend-zendesk.zip`, and the same files beside it in `DIR/mend-zendesk/` for `zcli`, with the settings that keep
 * it from asking; those are in no zip, since `.zcliignore` names them. Answers both paths.
 */
export function writePackage(files: ReadonlyMap<string, Uint8Array>, out: string, parameters: string[]) {
  const zip = join(out, 'mend-zendesk.zip');
  const folder = join(out, 'mend-zendesk');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(zip, zipSync(Object.fromEntries(files), { mtime: MADE_AT, level: 9 }));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const filled = Object.fromEntries(parameters.map((name) => [name, '']));
  const config = { plan: 'regular', app_id: '1', installation_id: '1', parameters: filled };
  writeFileSync(join(folder, ZCLI_CONFIG), `${JSON.stringify(config, null, 2)}\n`);
  writeFileSync(join(folder, '.zcliignore'), `${ZCLI_CONFIG}\n.zcliignore\n`);
  return { zip, folder };
}
