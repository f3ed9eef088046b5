import { type Bytes, utf8 } from './bytes.ts';

export const HMAC_ALGORITHMS = ['SHA-1', 'SHA-256'] as const;
export type HmacAlgorithm = (typeof HMAC_ALGORITHMS)[number];

function importKey(algorithm: HmacAlgorithm, secret: Bytes, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: algorithm }, false, [usage]);
}

/**
 * Whether `signature` is the HMAC of `message` under the secret's UTF-8 bytes. Compared in constant time by WebCrypto;
 * an empty, short or long signature and an empty secret answer false, nothing throws.
 */
export async function verifyHmac(
  algorithm: HmacAlgorithm,
  secret: string,
  signature: Bytes,
  message: Bytes,
): Promise<boolean> {
  if (secret === '') return false;
  return crypto.subtle.verify('HMAC', await importKey(algorithm, utf8(secret), 'verify'), signature, message);
}

/** The HMAC's bytes under a key given as bytes. */
export async function hmac(algorithm: HmacAlgorithm, key: Bytes, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', await importKey(algorithm, key, 'sign'), message));
}
