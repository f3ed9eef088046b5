import { error, type Files, type Finding, isBlank, isObject, textOf } from './finding.ts';
import { parseJson, repeatedKeys } from './json.ts';
import { checkLocations, placesOf } from './locations.ts';
import { checkParameters } from './parameters.ts';
import { checkTypes } from './types.ts';

const LOCALE = /^[a-z]{2,3}(-\w{2,3})?$/;
const SERVED = ['2.0'];

/** The manifest, where there is one that can be read, and all that is wrong with it. */
export function checkManifest(files: Files): { manifest: Record<string, unknown> | null; findings: Finding[] } {
  const bytes = files.get('manifest.json');
  if (!bytes) return { manifest: null, findings: [missing(files)] };
  const parsed = parseJson(textOf(bytes));
  if ('problem' in parsed)
    return { manifest: null, findings: [error('manifest_not_json', `manifest.json is not JSON: ${parsed.problem}`)] };
  if (!isObject(parsed.value))
    return { manifest: null, findings: [error('manifest_not_json', 'manifest.json holds no object')] };
  const manifest = parsed.value;
  const twice = repeatedKeys(textOf(bytes));
  const findings = [
    ...twice.map((key) => error('duplicate_manifest_keys', `manifest.json has the key "${key}" twice`)),
    ...checkPresence(manifest),
    ...checkTypes(manifest),
    ...checkLocale(manifest, files),
    ...checkParameters(manifest),
    ...checkKind(manifest),
    ...checkLocations(manifest, files),
  ];
  return { manifest, findings };
}

function missing(files: Files): Finding {
  const nested = [...files.keys()].find((path) => /^[^/]+\/manifest\.json$/.test(path));
  return nested
    ? error('nested_manifest', `the zip was made one level too high: the manifest is at ${nested}`)
    : error('missing_manifest', 'there is no manifest.json in the package');
}

/** An app that has no places: it only brings settings, or only advertises. */
function isPlaceless({ requirementsOnly, marketingOnly }: Record<string, unknown>): boolean {
  return requirementsOnly === true || marketingOnly === true;
}

function checkPresence(manifest: Record<string, unknown>): Finding[] {
  const lacks = ['author', 'defaultLocale'].filter((name) => isBlank(manifest[name]));
  if (!isPlaceless(manifest)) {
    if (placesOf(manifest).length === 0) lacks.push('location');
    if (isBlank(manifest.frameworkVersion)) lacks.push('frameworkVersion');
  }
  return lacks.map((name) => error('manifest_keys.missing', `manifest.json lacks ${name}`));
}

function checkLocale({ defaultLocale }: Record<string, unknown>, files: Files): Finding[] {
  if (typeof defaultLocale !== 'string') return [];
  if (!LOCALE.test(defaultLocale))
    return [error('invalid_default_locale', `"${defaultLocale}" is no locale such as en or pt-BR`)];
  const path = `translations/${defaultLocale}.json`;
  return files.has(path) ? [] : [error('missing_translation_file', `there is no ${path}`)];
}

function checkKind(manifest: Record<string, unknown>): Finding[] {
  const found: Finding[] = [];
  const { frameworkVersion, marketingOnly, parameters } = manifest;
  if (isPlaceless(manifest)) {
    if (manifest.location !== undefined) found.push(error('no_location_required', 'such an app has no places'));
    if (frameworkVersion !== undefined)
      found.push(error('no_framework_version_required', 'such an app has no framework'));
  } else if (typeof frameworkVersion === 'string' && !SERVED.includes(frameworkVersion))
    found.push(error('invalid_version', `framework ${frameworkVersion} is not served: ${SERVED.join(', ')} is`));
  if (marketingOnly === true) {
    if (Array.isArray(parameters) && parameters.length > 0)
      found.push(error('no_parameters_required', 'an app that only advertises has no parameters'));
    if (manifest.private !== false)
      found.push(error('marketing_only_app_cant_be_private', 'an app that only advertises must say private: false'));
  }
  return found;
}

/** What the marketplace asks beyond: experiments that are known, and nothing that runs in an app without places. */
export function checkSource(manifest: Record<string, unknown>, files: Files): Finding[] {
  const experiments = isObject(manifest.experiments) ? manifest.experiments : {};
  const unknown = Object.keys(experiments).filter(
    (name) => experiments[name] && !['hashParams', 'newCssCompiler'].includes(name),
  );
  const source = [...files.keys()].filter((path) => /\.(js|hdbs)$|(^|\/)app\.s?css$/.test(path));
  return [
    ...unknown.map((name) => error('invalid_experiment', `there is no experiment "${name}"`)),
    ...(isPlaceless(manifest) && source.length > 0
      ? [error('no_source_required_apps', `such an app brings no source: ${source.join(', ')}`)]
      : []),
  ];
}
