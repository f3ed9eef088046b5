import { join } from 'node:path';
import { packageOf } from '../../zendesk-app/package/files.ts';
import { validatePackage } from '../../zendesk-app/package/validate.ts';

export const ROOT = join(import.meta.dirname, '../..');

/** The product's own package for a host, to break. */
export function packed(): Map<string, Uint8Array> {
  return new Map(packageOf(ROOT, 'mend.acme.example').files);
}

/** The package with some files changed: null takes one away. */
export function broken(changes: Record<string, unknown>): Map<string, Uint8Array> {
  const files = packed();
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) files.delete(path);
    else if (content instanceof Uint8Array) files.set(path, content);
    else files.set(path, new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)));
  }
  return files;
}

export function manifestOf(files = packed()): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
}

/** The keys of what the validator finds. */
export function keysOf(files: Map<string, Uint8Array>, links: string[] = []): string[] {
  return [...new Set(validatePackage(files, links).map(({ key }) => key))];
}
