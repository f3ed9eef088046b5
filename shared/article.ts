import { z } from 'zod';

/**
 * One article in one locale, as it stands at the helpdesk. `audience` is null where everyone may read it, else the
 * vendor's segment ids: what one audience may read never reaches another. `bodyHtml` is byte for byte the vendor's.
 */
export const articleSchema = z.object({
  id: z.string(),
  locale: z.string(),
  brand: z.string().nullable(),
  sectionId: z.string(),
  section: z.string(),
  title: z.string(),
  labels: z.array(z.string()),
  bodyHtml: z.string(),
  audience: z.array(z.string()).nullable(),
  isDraft: z.boolean(),
  updatedAt: z.number().int(),
  updatedBy: z.string().nullable(),
  url: z.string(),
});
export type Article = z.infer<typeof articleSchema>;
