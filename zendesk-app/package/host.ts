/**
 * The host that a package names, from what was typed: a bare origin with https. Throws with what is wrong in words: an
 * address with a path or a port of this machine would be taken by nobody's Zendesk.
 */
export function hostOf(typed: string): string {
  if (!URL.canParse(typed)) throw new Error(`--host must be an address such as https://mend.example, not "${typed}"`);
  const url = new URL(typed);
  if (url.protocol !== 'https:') throw new Error(`--host must be https: Zendesk frames nothing else, not "${typed}"`);
  if (url.username !== '' || url.password !== '') throw new Error('--host may name no user');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || typed.endsWith('?') || typed.endsWith('#'))
    throw new Error(`--host must be a bare origin, without a path or anything after it, not "${typed}"`);
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname)) throw new Error(`--host must be a host name, not "${typed}"`);
  return url.host;
}
