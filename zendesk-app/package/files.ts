import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What packaging puts the worker's host in place of. */
export const HOST_SLOT = '{{MEND_HOST}}';

/** Folders of the app that are in the package as they are; the pages themselves are served by the worker. */
const FOLDERS = ['assets', 'translations'];

/** The package of one host: path and bytes, in order of path; the manifest as `change` leaves it. `links` are symbolic links. */
export function packageOf(
  root: string,
  host: string,
  change: (manifest: string) => string = (manifest) => manifest,
): { files: Map<string, Uint8Array>; links: string[] } {
  const manifest = change(readFileSync(join(root, 'manifest.json'), 'utf8').replaceAll(HOST_SLOT, host));
  const files = new Map<string, Uint8Array>([['manifest.json', new TextEncoder().encode(manifest)]]);
  const links: string[] = [];
  const app = join(root, 'zendesk-app');
  for (const folder of FOLDERS)
    for (const path of pathsIn(join(app, folder))) {
      const name = relative(app, path).split(sep).join('/');
      if (lstatSync(path).isSymbolicLink()) links.push(name);
      files.set(name, new Uint8Array(readFileSync(path)));
    }
  return { files, links };
}

function pathsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? pathsIn(join(folder, entry.name)) : [join(folder, entry.name)]));
}
