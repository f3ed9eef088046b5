import { z } from 'zod';

/**
 * A saved reply that agents apply: its one text, byte for byte the vendor's, HTML or plain as `isHtml` says. `isShared`:
 * active and for every agent of the account; any other belongs to a group or a person and is never changed.
 */
export const macroSchema = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  isHtml: z.boolean(),
  isShared: z.boolean(),
  updatedAt: z.number().int(),
});
export type Macro = z.infer<typeof macroSchema>;
