import { error, type Files, type Finding, isBlank, isObject, textOf } from './finding.ts';
import { parseJson } from './json.ts';

const LOCALE = /^[a-z]{2,3}(-\w{2,3})?$/;
const PRODUCTS = ['support', 'chat', 'sell', 'standalone_chat'];
/** What a listed app must say of itself; a private one only its name. */
const LISTED = ['name', 'short_description', 'installation_instructions', 'long_description'];

/** Every file in translations/, and what the English one must hold. */
export function checkTranslations(manifest: Record<string, unknown>, files: Files): Finding[] {
  const paths = [...files.keys()].filter((path) => /^translations\/[^/]+\.json$/.test(path));
  const found = paths.flatMap((path) => checkFile(path, files));
  if (found.length > 0) return found;
  const english = parseJson(textOf(files.get('translations/en.json')));
  if (!files.has('translations/en.json') || !('value' in english) || !isObject(english.value)) return found;
  return checkEnglish(isObject(english.value.app) ? english.value.app : {}, manifest);
}

function checkFile(path: string, files: Files): Finding[] {
  const locale = path.slice('translations/'.length, -'.json'.length);
  if (!LOCALE.test(locale)) return [error('translation.invalid_locale', `${path}: "${locale}" is no locale`)];
  const parsed = parseJson(textOf(files.get(path)));
  if ('problem' in parsed) return [error('translation.not_json', `${path} is not JSON: ${parsed.problem}`)];
  if (!isObject(parsed.value)) return [error('translation.not_json_object', `${path} holds no object`)];
  const app = isObject(parsed.value.app) ? parsed.value.app : {};
  const parameters = isObject(app.parameters) ? Object.entries(app.parameters) : [];
  return [
    ...parameters
      .filter(([, words]) => !isObject(words) || isBlank(words.label))
      .map(([name]) => error('translation.missing_required_key_on_leaf', `${path}: ${name} lacks its label`)),
    ...('package' in app
      ? badLeaves(app).map((at) => error('translation.invalid_format', `${path}: ${at} is not {title, value}`))
      : []),
  ];
}

/** Leaves of the annotated form that are not exactly a title and a value. */
function badLeaves(node: Record<string, unknown>, at = 'app'): string[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const here = `${at}.${key}`;
    if (here === 'app.package') return [];
    if (!isObject(value)) return [here];
    const isLeaf = 'title' in value || 'value' in value;
    if (!isLeaf) return badLeaves(value, here);
    const isExact =
      Object.keys(value).length === 2 && typeof value.title === 'string' && typeof value.value === 'string';
    return isExact ? [] : [here];
  });
}

function checkEnglish(app: Record<string, unknown>, manifest: Record<string, unknown>): Finding[] {
  const wanted = manifest.private === false ? LISTED : ['name'];
  const products = PRODUCTS.filter((product) => product in app);
  const named = isObject(manifest.location) ? Object.keys(manifest.location) : [];
  const foreign = products.filter((product) => !named.includes(product));
  if (foreign.length > 0)
    return [error('translation.products_do_not_match_manifest_products', `en.json speaks of ${foreign.join(', ')}`)];
  const lacks = (words: unknown) =>
    wanted.filter(
      (key) =>
        !isObject(words) || (isBlank(words[key]) && !(key === 'short_description' && !isBlank(words.description))),
    );
  if (products.length === 0)
    return lacks(app).map((key) => error('translation.missing_required_key', `en.json lacks app.${key}`));
  return products.flatMap((product) =>
    lacks(app[product]).map((key) =>
      error('translation.missing_required_key_for_product', `en.json lacks app.${product}.${key}`),
    ),
  );
}
