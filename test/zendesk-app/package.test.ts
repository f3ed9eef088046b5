import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { HOST_SLOT } from '../../zendesk-app/package/files.ts';
import { hostOf } from '../../zendesk-app/package/host.ts';
import { validatePackage } from '../../zendesk-app/package/validate.ts';
import { writePackage } from '../../zendesk-app/package/write.ts';
import { broken, keysOf, manifestOf, packed, ROOT } from './packed.ts';

const LOCALES = ['de', 'en', 'es', 'fr', 'ja', 'pt-BR'];
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

it('breaks no rule of Zendesk’s, and gives cause for no warning', () => {
  expect(validatePackage(packed())).toEqual([]);
});

it('also none as a listed app, which must say more of itself', () => {
  expect(keysOf(broken({ 'manifest.json': { ...manifestOf(), private: false } }))).toEqual([]);
});

it('is no package before the host is filled in: a template cannot be uploaded by mistake', () => {
  const template = readFileSync(join(ROOT, 'manifest.json'), 'utf8');
  expect(template).toContain(HOST_SLOT);
  expect(keysOf(broken({ 'manifest.json': template }))).toEqual(['invalid_location_uri']);
});

it('names the worker’s host, signs every place and carries the version of the product', () => {
  const manifest = manifestOf();
  expect(manifest).toMatchObject({
    signedUrls: true,
    version: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version,
    location: {
      support: {
        ticket_sidebar: { url: 'https://mend.acme.example/zendesk/sidebar' },
        nav_bar: { url: 'https://mend.acme.example/zendesk/console' },
      },
    },
  });
  expect(JSON.stringify(manifest)).not.toContain('"signed":false');
});

it('speaks six languages with the same keys, each in its own words', () => {
  const files = packed();
  const paths = [...files.keys()].filter((path) => path.startsWith('translations/'));
  expect(paths).toEqual(LOCALES.map((locale) => `translations/${locale}.json`));
  const apps = paths.map((path) => JSON.parse(textOf(files.get(path))).app as Record<string, string>);
  for (const app of apps) {
    expect(Object.keys(app)).toEqual(['name', 'short_description', 'long_description', 'installation_instructions']);
    expect(app.name).toBe('Mend');
    expect(app.installation_instructions?.split('\n').length).toBe(5);
    expect(app.long_description?.split('\n').length).toBe(8);
  }
  for (const key of ['short_description', 'long_description', 'installation_instructions'])
    expect(new Set(apps.map((app) => app[key])).size).toBe(LOCALES.length);
});

it.each([
  ['http://mend.acme.example', 'must be https'],
  ['https://mend.acme.example/apps', 'bare origin'],
  ['https://mend.acme.example/?a=1', 'bare origin'],
  ['https://mend.acme.example/#', 'bare origin'],
  ['https://ada:pw@mend.acme.example', 'no user'],
  ['https://localhost', 'host name'],
  ['https://[::1]', 'host name'],
  ['mend.acme.example', 'must be an address'],
  ['', 'must be an address'],
])('is not made for the host %s', (typed, why) => {
  expect(() => hostOf(typed)).toThrow(why);
});

it('is made for a bare origin, also one with a port', () => {
  expect(hostOf('https://mend.acme.example')).toBe('mend.acme.example');
  expect(hostOf('https://Mend.Acme.Example:8443/')).toBe('mend.acme.example:8443');
});

it('is written as a zip with the manifest at its root, the same bytes each time, and as a folder beside it', () => {
  const out = mkdtempSync(join(tmpdir(), 'mend-package-'));
  try {
    const files = packed();
    const first = readFileSync(writePackage(files, out, ['region']).zip);
    const { zip, folder } = writePackage(files, out, ['region']);
    expect(readFileSync(zip).equals(first)).toBe(true);
    expect(Object.keys(unzipSync(new Uint8Array(first)))).toEqual([...files.keys()]);
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(textOf(files.get('manifest.json')));
    expect(JSON.parse(readFileSync(join(folder, 'zcli.apps.config.json'), 'utf8'))).toMatchObject({
      parameters: { region: '' },
    });
    expect(readFileSync(join(folder, '.zcliignore'), 'utf8')).toContain('zcli.apps.config.json');
  } finally {
    rmSync(out, { recursive: true });
  }
});
