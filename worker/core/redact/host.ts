/** Longest name of a host, in characters. Source: RFC 1035. */
const MAX_HOST_CHARS = 253;

/** Whether a host is one of `keep` or stands below it. */
export function isHostIn(host: string, keep: ReadonlySet<string>): boolean {
  if (host.length > MAX_HOST_CHARS) return false;
  let name = host.toLowerCase().replace(/\.$/, '');
  while (name.includes('.')) {
    if (keep.has(name)) return true;
    name = name.slice(name.indexOf('.') + 1);
  }
  return false;
}
