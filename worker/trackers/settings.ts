import { z } from 'zod';
import { TRACKERS } from '../../shared/context/tracked-issue.ts';

/** All that is known of a tenant's tracker, sealed as one. `placeId` and `typeId` are the vendor's own, as the look found them. */
export const settingsSchema = z.object({
  kind: z.enum(TRACKERS),
  place: z.string(),
  placeId: z.string(),
  typeId: z.string(),
  site: z.string(),
  email: z.string(),
  token: z.string(),
  isPublic: z.boolean(),
  webhookSecret: z.string(),
  createdAt: z.number(),
});
export type Settings = z.infer<typeof settingsSchema>;
