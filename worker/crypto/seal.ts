import { Invalid } from '../loop/ports/errors.ts';
import { type Bytes, concatBytes, fromBase64Url, toBase64Url, utf8 } from './bytes.ts';

const IV_BYTES = 12;
const KEY_BYTES = 32;
const VERSION = 'v1';

/** One sealing key: 32 random bytes under a short public id, which travels in the envelope so that keys can rotate. */
export interface SealingKey {
  id: string;
  bytes: Bytes;
}

/** What a sealed text is bound to. Opening it as another tenant's or under another name fails. */
export interface SealedAs {
  tenant: string;
  name: string;
}

async function importKey(key: SealingKey, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  if (key.bytes.length !== KEY_BYTES)
    throw new Invalid(`a sealing key has ${KEY_BYTES} bytes, "${key.id}" has ${key.bytes.length}`);
  return crypto.subtle.importKey('raw', key.bytes, 'AES-GCM', false, [usage]);
}

function boundTo(keyId: string, as: SealedAs): Bytes {
  return utf8(JSON.stringify([VERSION, keyId, as.tenant, as.name]));
}

/** Seals a text with AES-256-GCM under a fresh 96-bit IV: `v1.<key id>.<base64url of IV and ciphertext>`. */
export async function seal(key: SealingKey, plaintext: string, as: SealedAs): Promise<string> {
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(key.id)) throw new Invalid('a sealing key id has 1 to 32 letters, digits, _ or -');
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const algorithm = { name: 'AES-GCM', iv, additionalData: boundTo(key.id, as) };
  const sealed = await crypto.subtle.encrypt(algorithm, await importKey(key, 'encrypt'), utf8(plaintext));
  return `${VERSION}.${key.id}.${toBase64Url(concatBytes(iv, new Uint8Array(sealed)))}`;
}

/** The id of the key an envelope was sealed with, or null where it is no envelope: tells what must be sealed anew. */
export function sealedWith(envelope: string): string | null {
  const [version, keyId, body, ...rest] = envelope.split('.');
  return version === VERSION && keyId && body && rest.length === 0 ? keyId : null;
}

/** Opens an envelope with the one of `keys` it names. Invalid for an unknown key, any changed bit, another `as`. */
export async function open(keys: SealingKey[], envelope: string, as: SealedAs): Promise<string> {
  const keyId = sealedWith(envelope);
  const key = keys.find((candidate) => candidate.id === keyId);
  const bytes = fromBase64Url(envelope.split('.')[2] ?? '');
  if (keyId === null || !key || !bytes || bytes.length <= IV_BYTES)
    throw new Invalid(`"${as.name}" is not sealed with a known key`);
  const algorithm = { name: 'AES-GCM', iv: bytes.slice(0, IV_BYTES), additionalData: boundTo(keyId, as) };
  const cryptoKey = await importKey(key, 'decrypt');
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, cryptoKey, bytes.slice(IV_BYTES)));
  } catch {
    throw new Invalid(`"${as.name}" cannot be opened: changed, or sealed for another tenant or name`);
  }
}
