import { hashText } from './hash.ts';

/** The hash before the first entry. */
export const CHAIN_START = hashText('mend activity log');

/**
 * The chain's hash after more entries: SHA-256 over the hash before and each entry in turn. Any entry changed, removed,
 * added between or moved gives another hash from there on.
 */
export function chained(before: string, entries: readonly unknown[]): string {
  return entries.reduce<string>((hash, entry) => hashText(`${hash}\u0000${JSON.stringify(entry)}`), before);
}
