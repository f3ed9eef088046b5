/** Whether a host is one of `keep` or stands below it. */
export function isHostIn(host: string, keep: ReadonlySet<string>): boolean {
  let name = host.toLowerCase().replace(/\.$/, '');
  while (name.includes('.')) {
    if (keep.has(name)) return true;
    name = name.slice(name.indexOf('.') + 1);
  }
  return false;
}
