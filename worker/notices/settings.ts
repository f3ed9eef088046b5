import { z } from 'zod';
import { DAY_MS } from '../../shared/time.ts';
import { toBase64 } from '../crypto/bytes.ts';

/** Random bytes of a secret. Source: Standard Webhooks, "between 24 bytes and 64 bytes". */
const SECRET_BYTES = 32;

/** How long the secret before goes on signing after a rotation, so that a receiver has time to take the new one. */
export const PREVIOUS_SECRET_MS = DAY_MS;

/** All that is known of a tenant's webhook, sealed as one: its address may hold a token too. */
export const settingsSchema = z.object({
  url: z.string(),
  createdAt: z.number(),
  secret: z.string(),
  previous: z.object({ secret: z.string(), until: z.number() }).nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** A fresh secret in the form receivers' libraries take. */
export function newSecret(): string {
  return `whsec_${toBase64(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))}`;
}

/** The secrets that sign at `now`, the newest first. */
export function secretsAt({ secret, previous }: Settings, now: number): string[] {
  return previous && previous.until > now ? [secret, previous.secret] : [secret];
}
