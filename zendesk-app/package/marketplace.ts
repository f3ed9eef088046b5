import { error, type Files, type Finding, isBlank, isObject, textOf, warning } from './rules/finding.ts';
import { parseJson } from './rules/json.ts';

/** Hosts that name nobody: a listing needs a support page and an address that answer. */
const NOBODYS = /(?:^|[@./])(?:example\.(?:com|org|net)|[a-z0-9-]+\.example|localhost)(?:[/:]|$)/i;

/** What a listing shows of an app, and the longest short description. Source: Zendesk's documentation of app translations. */
const TEXTS = ['name', 'short_description', 'long_description', 'installation_instructions'] as const;
const MAX_SHORT_CHARS = 120;

/** Who answers for an app that is listed. */
export interface Author {
  name: string;
  email: string;
  url: string;
}

/** The manifest of an app that is listed: anybody may install it, and who answers for it is named. */
export function asListed(manifest: string, author: Author | null): string {
  const parsed = parseJson(manifest);
  if ('problem' in parsed || !isObject(parsed.value)) return manifest;
  const listed = { ...parsed.value, private: false, ...(author ? { author } : {}) };
  return `${JSON.stringify(listed, null, 2)}\n`;
}

/** What a listing needs beyond a package that can be uploaded; see docs/marketplace.md. */
export function checkListing(files: Files): Finding[] {
  const parsed = parseJson(textOf(files.get('manifest.json')));
  const manifest = 'problem' in parsed || !isObject(parsed.value) ? {} : parsed.value;
  const found: Finding[] = [];
  if (manifest.private !== false) found.push(error('mend_listing_private', 'a listed app must say private: false'));
  const author = isObject(manifest.author) ? manifest.author : {};
  for (const name of ['name', 'email', 'url'])
    if (isBlank(author[name]) || NOBODYS.test(String(author[name])))
      found.push(
        error('mend_listing_author', `author.${name} names nobody: give --author-name, --author-email, --author-url`),
      );
  for (const [path, bytes] of files)
    if (/^translations\/.+\.json$/.test(path)) found.push(...checkTexts(path, textOf(bytes)));
  for (const path of ['assets/logo.png', 'assets/logo-small.png', 'assets/icon_nav_bar.svg'])
    if (!files.has(path)) found.push(error('mend_listing_icon', `a listing needs ${path}`));
  return found;
}

function checkTexts(path: string, text: string): Finding[] {
  const parsed = parseJson(text);
  const root = 'problem' in parsed || !isObject(parsed.value) ? {} : parsed.value;
  const app = isObject(root.app) ? root.app : {};
  const lacks = TEXTS.filter((name) => isBlank(app[name]));
  const short = String(app.short_description ?? '');
  return [
    ...lacks.map((name) => error('mend_listing_text', `${path} lacks app.${name}`)),
    ...(short.length > MAX_SHORT_CHARS
      ? [
          warning(
            'mend_listing_short',
            `app.short_description of ${path} has ${short.length} characters: a listing cuts it at ${MAX_SHORT_CHARS}`,
          ),
        ]
      : []),
  ];
}
