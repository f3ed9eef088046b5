import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const lock: { packages: Record<string, { version?: string; resolved?: string }> } = JSON.parse(
  read('package-lock.json'),
);
const copiesOf = (name: string) =>
  Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version }]) => version);

it('brings one workerd, one miniflare and one wrangler: what is tested is what runs', () => {
  const copies = Object.fromEntries(['workerd', 'miniflare', 'wrangler'].map((name) => [name, copiesOf(name).length]));
  expect(copies).toEqual({ workerd: 1, miniflare: 1, wrangler: 1 });
});

it('has that one installed', () => {
  const installed = JSON.parse(read('node_modules/workerd/package.json'));
  expect([installed.version]).toEqual(copiesOf('workerd'));
  const binaries = readdirSync(join(ROOT, 'node_modules/@cloudflare')).filter((name) => name.startsWith('workerd-'));
  expect(binaries).toHaveLength(1);
});

it('names no registry in its lock file, so that it installs from any', () => {
  const named = Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.startsWith('http'));
  expect(named.map(([path]) => path)).toEqual([]);
});

it('locks the builds of other platforms too', () => {
  const platforms = Object.keys(lock.packages).filter((path) => path.startsWith('node_modules/@cloudflare/workerd-'));
  expect(platforms.length).toBeGreaterThanOrEqual(4);
});

it('brings its own Node for its scripts', () => {
  expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24);
});
