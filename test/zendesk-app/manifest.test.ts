import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { HOST_SLOT, zendeskManifest } from './manifest.ts';

const ROOT = join(import.meta.dirname, '../..');
const TEMPLATE = readFileSync(join(ROOT, 'manifest.json'), 'utf8');
const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const filled = () => JSON.parse(TEMPLATE.replaceAll(HOST_SLOT, 'mend.acme.example'));

it('is a manifest that Zendesk takes, once the host is filled in', () => {
  const { location } = zendeskManifest.parse(filled());
  expect(location.support).toMatchObject({
    ticket_sidebar: { url: 'https://mend.acme.example/zendesk/sidebar' },
    nav_bar: { url: 'https://mend.acme.example/zendesk/console' },
  });
});

it('is no manifest before that: a template cannot be uploaded by mistake', () => {
  expect(zendeskManifest.safeParse(JSON.parse(TEMPLATE)).success).toBe(false);
});

it('asks Zendesk to sign the address of every place, so that the worker knows who looks', () => {
  const { signedUrls, location } = zendeskManifest.parse(filled());
  const isSigned = Object.values(location.support).map((place) => place?.signed ?? signedUrls);
  expect(isSigned).toEqual([true, true]);
});

it('has a translation for its default locale, with the name of the app and of every parameter', () => {
  const { name, defaultLocale, parameters } = zendeskManifest.parse(filled());
  const { app } = read(`zendesk-app/translations/${defaultLocale}.json`);
  expect(app.name).toBe(name);
  for (const parameter of parameters) expect(app.parameters?.[parameter.name]?.label).toEqual(expect.any(String));
});

it('carries the version of the package', () => {
  expect(zendeskManifest.parse(filled()).version).toBe(read('package.json').version);
});

it.each<[string, Record<string, unknown>]>([
  ['a place without encryption', { location: { support: { nav_bar: { url: 'http://mend.acme.example' } } } }],
  ['a place that Support does not have', { location: { support: { attic: { url: 'https://mend.acme.example' } } } }],
  ['no place at all', { location: { support: {} } }],
  ['no author', { author: undefined }],
  ['another framework', { frameworkVersion: '1.0' }],
  ['a locale in another form', { defaultLocale: 'English' }],
  ['a parameter called name', { parameters: [{ name: 'name' }] }],
  ['a parameter twice', { parameters: [{ name: 'a' }, { name: 'a' }] }],
  ['scopes on an open parameter', { parameters: [{ name: 'a', scopes: ['header'] }] }],
  ['a truth in words', { singleInstall: 'true' }],
])('would be refused with %s', (_, change) => {
  expect(zendeskManifest.safeParse({ ...filled(), ...change }).success).toBe(false);
});
