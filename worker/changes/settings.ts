import { z } from 'zod';
import { CHANGE_SOURCE_KINDS } from '../../shared/context/change-note.ts';

const sourceSchema = z.object({
  id: z.string(),
  kind: z.enum(CHANGE_SOURCE_KINDS),
  address: z.string(),
  token: z.string().nullable(),
  createdAt: z.number(),
});
export type StoredSource = z.infer<typeof sourceSchema>;

/** All that is known of where a tenant's changes come from, sealed as one: an address may hold a token too. */
export const settingsSchema = z.object({
  sources: z.array(sourceSchema),
  inbound: z.object({ secret: z.string(), createdAt: z.number() }).nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;
