import { error, type Files, type Finding, isBlank, isObject, textOf } from './finding.ts';
import { parseJson, repeatedKeys } from './json.ts';

/** Fields that each kind of requirement must have; a title where nothing else is said. */
const REQUIRED: Record<string, string[]> = {
  automations: ['title'],
  channel_integrations: ['manifest_url'],
  macros: ['title'],
  organization_fields: ['key', 'title'],
  targets: ['title'],
  ticket_fields: ['title'],
  triggers: ['title'],
  user_fields: ['key', 'title'],
  views: ['title'],
  webhooks: ['name', 'status', 'endpoint', 'http_method', 'request_format'],
};
const MAX_REQUIREMENTS = 5_000;

/** `requirements.json`. Custom objects are not held to their own rules here, so a package with some is refused. */
export function checkRequirements(manifest: Record<string, unknown>, files: Files): Finding[] {
  const bytes = files.get('requirements.json');
  if (!bytes)
    return manifest.requirementsOnly === true
      ? [error('missing_requirements', 'an app of requirements alone needs requirements.json')]
      : [];
  const products = isObject(manifest.location) ? Object.keys(manifest.location) : [];
  if (manifest.marketingOnly === true || (products.length > 0 && products.every((product) => product === 'chat')))
    return [error('requirements_not_supported', 'such an app cannot have requirements')];
  const parsed = parseJson(textOf(bytes));
  if ('problem' in parsed || !isObject(parsed.value))
    return [error('requirements_not_json', 'requirements.json is not JSON')];
  const twice = repeatedKeys(textOf(bytes));
  if (twice.length > 0) return twice.map((key) => error('duplicate_requirements', `requirements.json: "${key}" twice`));
  const rows = Object.entries(parsed.value).flatMap(([type, all]) =>
    Object.entries(isObject(all) ? all : {}).map(([id, fields]) => ({
      type,
      id,
      fields: isObject(fields) ? fields : {},
    })),
  );
  const unknown = Object.keys(parsed.value).filter((type) => !(type in REQUIRED));
  const retired = rows.filter(
    ({ type, fields }) => type === 'targets' && ['http_target', 'url_target_v2'].includes(String(fields.type)),
  );
  return [
    ...unknown.map((type) => error('invalid_requirements_types', `requirements.json: "${type}" is not for this app`)),
    ...retired.map(({ id }) => error('invalid_requirements_types', `targets.${id} is of a kind that is gone`)),
    ...(rows.length > MAX_REQUIREMENTS ? [error('excessive_requirements', `${rows.length} requirements`)] : []),
    ...(rows.filter(({ type }) => type === 'channel_integrations').length > 1
      ? [error('multiple_channel_integrations', 'one channel integration is permitted')]
      : []),
    ...rows.flatMap(({ type, id, fields }) =>
      (REQUIRED[type] ?? [])
        .filter((name) => isBlank(fields[name]))
        .map((name) => error('missing_required_fields', `${type}.${id} lacks ${name}`)),
    ),
  ];
}
