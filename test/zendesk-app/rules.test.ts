import { expect, it } from 'vitest';
import { broken, keysOf, manifestOf } from './packed.ts';

const manifest = (change: Record<string, unknown>) => ({ 'manifest.json': { ...manifestOf(), ...change } });
const place = (options: unknown, location = 'nav_bar', product = 'support') =>
  manifest({ location: { [product]: { [location]: options } } });
const settings = (...parameters: unknown[]) => ({
  ...manifest({ parameters }),
  'translations/en.json': { app: { name: 'Mend', parameters: {} } },
});
const requirements = (all: unknown) => ({ 'requirements.json': all });
const png = (width: number, height: number) => {
  const bytes = new Uint8Array(24);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
};
const svg = (inside: string) => ({
  'assets/icon_nav_bar.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18">${inside}</svg>`,
});
const text = JSON.stringify(manifestOf());

/** A package broken in one way, by the group of rules it breaks, and the keys it must be refused or warned with. */
const CASES: [string, Record<string, unknown>, string[]][] = [
  ['manifest: none', { 'manifest.json': null }, ['missing_manifest']],
  ['manifest: a folder too deep', { 'manifest.json': null, 'app/manifest.json': text }, ['nested_manifest']],
  ['manifest: no JSON', { 'manifest.json': '{bad' }, ['manifest_not_json']],
  ['manifest: a key twice', { 'manifest.json': text.replace('{', '{"private":true,') }, ['duplicate_manifest_keys']],
  ['manifest: no author', manifest({ author: null }), ['manifest_keys.missing']],
  ['manifest: no places', manifest({ location: { support: {} } }), ['manifest_keys.missing']],
  ['manifest: no framework', manifest({ frameworkVersion: undefined }), ['manifest_keys.missing']],
  ['types: a truth in words', manifest({ singleInstall: 'true' }), ['unacceptable_boolean']],
  ['types: a number for a version', manifest({ version: 1 }), ['unacceptable_string']],
  ['types: experiments in a list', manifest({ experiments: [] }), ['unacceptable_hash']],
  ['types: a host that is none', manifest({ domainWhitelist: ['a.example', 7] }), ['unacceptable_array_of_strings']],
  ['types: an address that is none', manifest({ termsConditionsURL: 'terms' }), ['invalid_url']],
  ['types: a switch of another framework', manifest({ noTemplate: true }), ['no_template_deprecated_in_v2']],
  ['locale: not of the form', manifest({ defaultLocale: 'English' }), ['invalid_default_locale']],
  ['locale: without its words', manifest({ defaultLocale: 'it' }), ['missing_translation_file']],
  ['framework: not served', manifest({ frameworkVersion: '1.0' }), ['invalid_version']],
  ['places: no encryption', place({ url: 'http://mend.acme.example' }), ['invalid_location_uri']],
  ['places: a file that is not there', place('assets/iframe.html'), ['invalid_location_uri']],
  ['places: no URL', place({ flexible: true }), ['blank_location_uri']],
  [
    'places: a width in words',
    place({ url: 'https://a.example', flexible: 'yes' }),
    ['invalid_location_flexible_type'],
  ],
  ['places: one that Support does not have', place('https://a.example', 'attic'), ['invalid_location']],
  ['places: a product that is none', place('https://a.example', 'nav_bar', 'garden'), ['invalid_host']],
  ['places: a list', manifest({ location: ['nav_bar'] }), ['manifest_keys.missing', 'locations_must_be_urls']],
  ['parameters: no list', manifest({ parameters: {} }), ['unacceptable_array', 'parameters_not_an_array']],
  ['parameters: one twice', manifest({ parameters: [{ name: 'a' }, { name: 'a' }] }), ['duplicate_parameters']],
  ['parameters: called name', manifest({ parameters: [{ name: 'name' }] }), ['name_as_parameter_name']],
  ['parameters: a retired type', manifest({ parameters: [{ name: 'a', type: 'mtls' }] }), ['invalid_type_parameter']],
  [
    'parameters: hidden and required',
    manifest({ parameters: [{ name: 'a', type: 'hidden', required: true }] }),
    ['invalid_hidden_parameter'],
  ],
  [
    'parameters: required in words',
    manifest({ parameters: [{ name: 'a', required: 'no' }] }),
    ['unacceptable_boolean'],
  ],
  [
    'parameters: open, with scopes',
    manifest({ parameters: [{ name: 'a', scopes: ['header'] }] }),
    ['field_requires_secure_parameter'],
  ],
  [
    'parameters: unknown scopes',
    manifest({ parameters: [{ name: 'a', secure: true, scopes: ['everything'] }] }),
    ['field_contains_invalid_values'],
  ],
  [
    'parameters: no scopes in the list',
    manifest({ parameters: [{ name: 'a', secure: true, scopes: [] }] }),
    ['field_cannot_be_empty'],
  ],
  ['oauth: half', manifest({ oauth: { client_id: 'c' } }), ['oauth_keys.missing', 'oauth_parameter_required']],
  [
    'oauth: two, one of them secure',
    manifest({
      parameters: [
        { name: 'a', type: 'oauth', secure: true },
        { name: 'b', type: 'oauth' },
      ],
    }),
    ['oauth_parameter_cannot_be_secure', 'too_many_oauth_parameters'],
  ],
  [
    'kind: an advertisement with places',
    manifest({ marketingOnly: true, parameters: [{ name: 'a' }] }),
    [
      'no_location_required',
      'no_framework_version_required',
      'no_parameters_required',
      'marketing_only_app_cant_be_private',
    ],
  ],
  ['source: an experiment that is none', manifest({ experiments: { rockets: true } }), ['invalid_experiment']],
  ['translations: a locale that is none', { 'translations/english.json': {} }, ['translation.invalid_locale']],
  ['translations: no JSON', { 'translations/de.json': '{' }, ['translation.not_json']],
  ['translations: no object', { 'translations/de.json': [] }, ['translation.not_json_object']],
  ['translations: no name', { 'translations/en.json': { app: {} } }, ['translation.missing_required_key']],
  [
    'translations: a listed app that is silent of itself',
    { ...manifest({ private: false }), 'translations/en.json': { app: { name: 'Mend' } } },
    ['translation.missing_required_key'],
  ],
  [
    'translations: a setting without its label',
    { ...settings({ name: 'a' }), 'translations/en.json': { app: { name: 'Mend', parameters: { a: {} } } } },
    ['translation.missing_required_key_on_leaf'],
  ],
  [
    'translations: annotated, with a bare leaf',
    { 'translations/en.json': { app: { package: 'mend', name: 'Mend' } } },
    ['translation.invalid_format'],
  ],
  [
    'translations: of a product that the app is not for',
    { 'translations/en.json': { app: { name: 'Mend', sell: { name: 'Mend' } } } },
    ['translation.products_do_not_match_manifest_products'],
  ],
  [
    'translations: by product, one silent',
    { 'translations/en.json': { app: { support: {} } } },
    ['translation.missing_required_key_for_product'],
  ],
  ['requirements: no JSON', requirements('{'), ['requirements_not_json']],
  [
    'requirements: a key twice',
    requirements('{"views":{"a":{"title":"A"},"a":{"title":"B"}}}'),
    ['duplicate_requirements'],
  ],
  ['requirements: a kind that is none', requirements({ robots: {} }), ['invalid_requirements_types']],
  [
    'requirements: a retired target',
    requirements({ targets: { a: { title: 'A', type: 'http_target' } } }),
    ['invalid_requirements_types'],
  ],
  ['requirements: a webhook without its address', requirements({ webhooks: { a: {} } }), ['missing_required_fields']],
  [
    'requirements: two channels',
    requirements({ channel_integrations: { a: { manifest_url: 'u' }, b: { manifest_url: 'u' } } }),
    ['multiple_channel_integrations'],
  ],
  [
    'requirements: too many',
    requirements({ views: Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`v${i}`, { title: 'V' }])) }),
    ['excessive_requirements'],
  ],
  ['images: a logo of another size', { 'assets/logo.png': png(300, 300) }, ['mend_logo']],
  ['images: no icon for the bar', { 'assets/icon_nav_bar.svg': null }, ['mend_icon']],
  ['images: a banner of another size', { 'assets/banner.png': png(800, 200) }, ['banner.invalid_size']],
  ['images: a banner that is none', { 'assets/banner.png': 'GIF89a' }, ['banner.invalid_format']],
  ['images: a script in an icon', svg('<script>1</script>'), ['sanitised_svg']],
  ['images: a bitmap in an icon', svg('<image href="data:"/>'), ['bitmap_in_svg']],
  ['files: an archive', { 'assets/more.zip': 'PK' }, ['unsupported_mime_type_detected']],
  ['files: a document in disguise', { 'assets/photo.jpg': '%PDF-1.7' }, ['unsupported_mime_type_detected']],
  [
    'warnings: an open secret, with a default for everybody',
    {
      ...manifest({ parameters: [{ name: 'api_token' }, { name: 'b', secure: true, default: 'x' }] }),
    },
    ['secure_settings'],
  ],
  ['warnings: an address without encryption', { 'assets/a.js': 'fetch("http://a.example")' }, ['insecure_requests']],
  ['warnings: a key in a file', { 'assets/a.js': 'const k = "AKIAABCDEFGHIJKLMNOP"' }, ['application_secret']],
];

it.each(CASES)('is told of %s', (_, changes, keys) => {
  expect(keysOf(broken(changes))).toEqual(keys);
});

it('is told of symbolic links, of an app of requirements without any, and of source in one', () => {
  expect(keysOf(broken({}), ['assets/logo.png'])).toEqual(['symlink_in_zip']);
  const bare = { ...manifestOf(), requirementsOnly: true, location: undefined, frameworkVersion: undefined };
  expect(keysOf(broken({ 'manifest.json': bare, 'assets/a.js': '1' }))).toEqual([
    'no_source_required_apps',
    'missing_requirements',
  ]);
  expect(keysOf(broken({ ...place('https://a.example', 'background', 'chat'), 'requirements.json': {} }))).toEqual([
    'requirements_not_supported',
  ]);
});

it('looks at nothing under tmp/', () => {
  expect(keysOf(broken({ 'tmp/old.zip': 'PK' }))).toEqual([]);
});
