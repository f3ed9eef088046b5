import { error, type Finding, isBlank, isObject } from './finding.ts';

const TYPES = ['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth'];
const SCOPES = ['header', 'body', 'url', 'jwt_secret_key', 'jwt_claim', 'basic_auth_username', 'basic_auth_password'];
const OAUTH_FIELDS = ['client_id', 'client_secret', 'authorize_uri', 'access_token_uri'];

type Parameter = Record<string, unknown>;

/** The settings that an admin fills in when installing, and the OAuth block they go with. */
export function checkParameters(manifest: Record<string, unknown>): Finding[] {
  const { parameters = [] } = manifest;
  if (!Array.isArray(parameters))
    return [
      error('unacceptable_array', 'parameters must be a list'),
      error('parameters_not_an_array', 'parameters must be a list'),
    ];
  const all = parameters.filter(isObject);
  const early = checkShape(all);
  if (early.length > 0) return early;
  const oauths = all.filter(({ type }) => type === 'oauth');
  const found = all.flatMap(checkOne);
  if (oauths.length > 1) found.push(error('too_many_oauth_parameters', 'one parameter of type oauth is permitted'));
  return [...found, ...checkOauth(manifest.oauth, oauths.length)];
}

/** What makes the other rules pointless: names that repeat, flags that are none. The first kind found is told alone. */
function checkShape(all: Parameter[]): Finding[] {
  const names = all.map(({ name }) => String(name));
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  if (twice.length > 0) return [error('duplicate_parameters', `named twice: ${twice.join(', ')}`)];
  for (const flag of ['required', 'secure']) {
    const wrong = all.filter((one) => one[flag] !== undefined && typeof one[flag] !== 'boolean');
    if (wrong.length > 0)
      return wrong.map((one) =>
        error('unacceptable_boolean', `parameters[${String(one.name)}].${flag} must be true or false`),
      );
  }
  return [];
}

function checkOne({ name, type = 'text', required, secure, scopes }: Parameter): Finding[] {
  const found: Finding[] = [];
  const field = `parameters[name="${String(name)}"].scopes`;
  if (name === 'name') found.push(error('name_as_parameter_name', 'a parameter may not be called "name"'));
  if (!TYPES.includes(String(type)))
    found.push(error('invalid_type_parameter', `${String(name)}: there is no type "${String(type)}"`));
  if (type === 'hidden' && required === true)
    found.push(error('invalid_hidden_parameter', `${String(name)}: what is hidden cannot be required`));
  if (type === 'oauth' && secure === true)
    found.push(error('oauth_parameter_cannot_be_secure', `${String(name)}: an oauth parameter cannot be secure`));
  if (scopes === undefined) return found;
  if (secure !== true) found.push(error('field_requires_secure_parameter', `${field} is for secure parameters`));
  if (!Array.isArray(scopes)) return [...found, error('unacceptable_array', `${field} must be a list`)];
  if (scopes.length === 0) found.push(error('field_cannot_be_empty', `${field} cannot be empty`));
  const unknown = scopes.filter((scope) => !SCOPES.includes(String(scope)));
  if (unknown.length > 0)
    found.push(error('field_contains_invalid_values', `${field} contains ${unknown.map(String).join(', ')}`));
  return found;
}

function checkOauth(oauth: unknown, parameters: number): Finding[] {
  if (!isObject(oauth)) return [];
  const missing = OAUTH_FIELDS.filter((name) => isBlank(oauth[name]));
  const found = missing.map((name) => error('oauth_keys.missing', `oauth lacks ${name}`));
  if (parameters === 0) found.push(error('oauth_parameter_required', 'oauth needs a parameter of type oauth'));
  return found;
}
