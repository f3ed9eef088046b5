import { error, type Files, type Finding, isBlank, isObject } from './finding.ts';

/** Where each product lets an app stand. `custom_object_record_sidebar` needs a switch of Zendesk's and is left out. */
const LOCATIONS: Record<string, string[]> = {
  support: [
    'top_bar',
    'nav_bar',
    'ticket_sidebar',
    'new_ticket_sidebar',
    'user_sidebar',
    'organization_sidebar',
    'background',
    'modal',
    'ticket_editor',
    'system_top_bar',
  ],
  chat: ['chat_sidebar', 'background'],
  sell: [
    'deal_card',
    'person_card',
    'company_card',
    'lead_card',
    'background',
    'modal',
    'dashboard',
    'note_editor',
    'call_log_editor',
    'email_editor',
    'top_bar',
    'visit_editor',
  ],
  standalone_chat: ['nav_bar', 'system_top_bar'],
};

/** One place of the app: product, location and what stands there. */
export interface Place {
  product: string;
  location: string;
  options: Record<string, unknown>;
}

/** Every place that the manifest names, whether or not it exists. */
export function placesOf(manifest: Record<string, unknown>): Place[] {
  if (!isObject(manifest.location)) return [];
  return Object.entries(manifest.location).flatMap(([product, places]) =>
    Object.entries(isObject(places) ? places : {}).map(([location, value]) => ({
      product,
      location,
      options: isObject(value) ? value : { url: value },
    })),
  );
}

export function checkLocations(manifest: Record<string, unknown>, files: Files): Finding[] {
  const { location } = manifest;
  if (location === undefined) return [];
  if (!isObject(location) || Object.values(location).some((places) => !isObject(places)))
    return [error('locations_must_be_urls', 'location must name products, and each product its places with a URL')];
  return placesOf(manifest).flatMap((place) => checkPlace(place, files));
}

function checkPlace({ product, location, options }: Place, files: Files): Finding[] {
  const known = LOCATIONS[product];
  if (!known) return [error('invalid_host', `there is no product "${product}"`)];
  const found: Finding[] = [];
  if (!known.includes(location)) found.push(error('invalid_location', `${product} has no place "${location}"`));
  const { url, flexible, autoLoad = true } = options;
  if (flexible !== undefined && flexible !== null && typeof flexible !== 'boolean')
    found.push(error('invalid_location_flexible_type', `${location}: flexible must be true or false`));
  if (isBlank(url)) {
    if (autoLoad !== false) found.push(error('blank_location_uri', `${location} has no URL`));
  } else if (!isPlaceUrl(url, files))
    found.push(
      error('invalid_location_uri', `${location}: "${String(url)}" is neither https nor a file of the package`),
    );
  return found;
}

function isPlaceUrl(url: unknown, files: Files): boolean {
  if (typeof url !== 'string') return false;
  if (url.includes('{{setting.')) return true;
  if (url.startsWith('assets/')) return files.has(url.split(/[?#]/)[0] ?? '');
  if (!URL.canParse(url) || /[{}\s]/.test(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname === 'localhost';
}
