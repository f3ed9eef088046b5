import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the text as UTF-8, 64 lower-case hex digits. Content hashes: equal only where every byte is equal. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * A stable id of 32 hex digits (128 bits) from the parts of a natural key, in order. Each part is preceded by its
 * length, so that ('ab', 'c') and ('a', 'bc') differ. A step run twice makes the same ids.
 */
export function idOf(...parts: string[]): string {
  return hashText(parts.map((part) => `${part.length}:${part}`).join('')).slice(0, 32);
}
