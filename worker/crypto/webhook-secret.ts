import { toBase64 } from './bytes.ts';

/** Random bytes of a secret. Source: Standard Webhooks, "between 24 bytes and 64 bytes". */
const SECRET_BYTES = 32;

/** A fresh secret in the form that libraries of Standard Webhooks take. */
export function newWebhookSecret(): string {
  return `whsec_${toBase64(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))}`;
}
