import type { Report } from '../loop/ports/context/trackers.ts';

/** A report in markdown. What comes from a conversation is data: no mark of it has a meaning. */
export function markdownOf({ parts, links }: Pick<Report, 'parts' | 'links'>): string {
  const sections = parts.map(
    ({ heading, items }) => `## ${plain(heading)}\n\n${items.map((item) => `- ${plain(item)}`).join('\n')}`,
  );
  const linked = links.map(({ title, url }) => `- [${plain(title)}](${url})`).join('\n');
  return [...sections, ...(links.length > 0 ? [linked] : [])].join('\n\n');
}

/** Neither markdown, a mention, a reference nor HTML. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|~]/g, (sign) => `\\${sign}`)
    .replace(/([@#])(?=\w)/g, '$1\u2060');
}

/** A UUID (version 4 in form) that is always the same for a key: what a tracker takes as its own id, so that it is made once. */
export async function uuidOf(key: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key))).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x40;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
