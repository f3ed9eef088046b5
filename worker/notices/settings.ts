import { z } from 'zod';
import { DAY_MS } from '../../shared/time.ts';

/** After a rotation the old secret signs for so long as well, so that the receiver has time to store the new one. */
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
