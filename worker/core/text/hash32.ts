/** FNV-1a, 32 bits, unsigned. Source: http://www.isthe.com/chongo/tech/comp/fnv/ (public domain). */
export function hash32(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  return h >>> 0;
}

/** A short name made of content: the same parts give the same name. Base 36, two hashes, so that clashes are rare. */
export function nameOf(...parts: string[]): string {
  const text = parts.join('\u0000');
  return hash32(text).toString(36) + hash32(`${text}\u0001${text.length}`).toString(36);
}
