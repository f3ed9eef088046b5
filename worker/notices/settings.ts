import { z } from 'zod';
import { DAY_MS } from '../../shared/time.ts';

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

/** The secrets that sign at `now`, the newest first. */
export function secretsAt({ secret, previous }: Settings, now: number): string[] {
  return previous && previous.until > now ? [secret, previous.secret] : [secret];
}
