import type { Identity } from '../loop/ports/clock.ts';
import { type Bytes, toBase64Url, utf8 } from './bytes.ts';
import { hmac } from './hmac.ts';

const PERSON_ID_BYTES = 16;

/**
 * Identities as HMAC-SHA256 of tenant and vendor id, cut to 128 bits, base64url (22 characters). The same person has
 * unlike ids in two tenants; without the key no id can be computed or led back.
 */
export function createIdentity(key: Bytes): Identity {
  return {
    async personId(tenant, vendorId) {
      const mac = await hmac('SHA-256', key, utf8(JSON.stringify([tenant, vendorId])));
      return toBase64Url(mac.slice(0, PERSON_ID_BYTES));
    },
  };
}
