import { error, type Finding, isObject } from './finding.ts';

const BOOLEANS = ['requirementsOnly', 'marketingOnly', 'singleInstall', 'signedUrls', 'private'];
const STRINGS = ['defaultLocale', 'version', 'frameworkVersion', 'remoteInstallationURL', 'termsConditionsURL', 'gaID'];

function isWebUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return /^https?:$/.test(protocol) && hostname !== '';
}

/** Whether each field of the manifest has the type it must have. Absent is right everywhere. */
export function checkTypes(manifest: Record<string, unknown>): Finding[] {
  const author = isObject(manifest.author) ? manifest.author : {};
  const texts = [
    ...STRINGS.map((name): [string, unknown] => [name, manifest[name]]),
    ...['name', 'email', 'url'].map((name): [string, unknown] => [`author ${name}`, author[name]]),
  ];
  return [
    ...BOOLEANS.filter((name) => manifest[name] !== undefined && typeof manifest[name] !== 'boolean').map((name) =>
      error('unacceptable_boolean', `${name} must be true or false, it is ${JSON.stringify(manifest[name])}`),
    ),
    ...texts
      .filter(([, value]) => value !== undefined && value !== null && typeof value !== 'string')
      .map(([name, value]) => error('unacceptable_string', `${name} must be text, it is ${JSON.stringify(value)}`)),
    ...checkLists(manifest),
    ...[
      ['termsConditionsURL', manifest.termsConditionsURL],
      ['author url', author.url],
    ].flatMap(([name, value]) =>
      typeof value === 'string' && !isWebUrl(value)
        ? [error('invalid_url', `${String(name)} must be a web address, it is "${value}"`)]
        : [],
    ),
  ];
}

function checkLists(manifest: Record<string, unknown>): Finding[] {
  const found: Finding[] = [];
  const { domainWhitelist: hosts, experiments, noTemplate } = manifest;
  if (experiments !== undefined && !isObject(experiments))
    found.push(error('unacceptable_hash', 'experiments must be an object'));
  if (hosts !== undefined && !(Array.isArray(hosts) && hosts.every((host) => typeof host === 'string')))
    found.push(error('unacceptable_array_of_strings', 'domainWhitelist must be a list of host names'));
  if (noTemplate !== undefined && noTemplate !== false)
    found.push(error('no_template_deprecated_in_v2', 'noTemplate is of another framework: use autoLoad and autoHide'));
  return found;
}
