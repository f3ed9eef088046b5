import { z } from 'zod';
import { idSchema, lax, timeSchema } from './parse.ts';

const referenceSchema = z.looseObject({ type: lax(z.string()), id: lax(idSchema) });

/** Who wrote: a teammate, a customer (`user`, `lead`, `contact`) or a machine. Blank for Twitter. */
export const authorSchema = z.looseObject({
  type: lax(z.string()),
  id: lax(idSchema),
  name: lax(z.string()),
  email: lax(z.string()),
  from_ai_agent: z.boolean().nullish().catch(true),
  is_ai_answer: z.boolean().nullish().catch(true),
});
export type Author = z.output<typeof authorSchema>;

const tagSchema = z.looseObject({ name: lax(z.string()) });
const tagListSchema = z.looseObject({ tags: lax(z.array(tagSchema)) });

/**
 * One part of a conversation or ticket: something said, or something done. `app_package_code` names the program. What says
 * in another form that it was redacted, or a program's, counts as that.
 */
export const partSchema = z.looseObject({
  id: idSchema,
  part_type: z.string().catch('unknown'),
  body: lax(z.string()),
  created_at: timeSchema,
  author: lax(authorSchema),
  assigned_to: lax(referenceSchema),
  redacted: z.boolean().nullish().catch(true),
  state: lax(z.string()),
  ticket_state: lax(z.string()),
  previous_ticket_state: lax(z.string()),
  tags: lax(z.array(tagSchema)),
  app_package_code: z.string().nullish().catch('unknown'),
  /** Only on parts that came or went by mail. */
  email_message_metadata: lax(z.looseObject({})),
});
export type Part = z.output<typeof partSchema>;

export const companySchema = z.looseObject({
  id: idSchema,
  name: lax(z.string()),
  plan: lax(z.looseObject({ name: lax(z.string()) })),
  size: lax(z.number()),
  industry: lax(z.string()),
  custom_attributes: lax(z.record(z.string(), z.unknown())),
});
export type Company = z.output<typeof companySchema>;

export const contactSchema = z.looseObject({
  id: idSchema,
  role: lax(z.string()),
  name: lax(z.string()),
  email: lax(z.string()),
  phone: lax(z.string()),
  custom_attributes: lax(z.record(z.string(), z.unknown())),
  companies: lax(z.looseObject({ data: lax(z.array(z.looseObject({ id: idSchema }))) })),
});
export type Contact = z.output<typeof contactSchema>;

const contactsSchema = z.looseObject({ contacts: lax(z.array(z.looseObject({ id: idSchema }))) });

const contentSourceSchema = z.looseObject({
  content_type: lax(z.string()),
  url: lax(z.string()),
  title: lax(z.string()),
});
/** Fin's part in a conversation. Its content sources carry an internal URL and a title, and no article id. */
export const aiAgentSchema = z.looseObject({
  last_answer_type: lax(z.string()),
  resolution_state: lax(z.string()),
  rating: lax(z.number()),
  content_sources: lax(z.looseObject({ content_sources: lax(z.array(contentSourceSchema)) })),
});
export type AiAgent = z.output<typeof aiAgentSchema>;

export const sourceSchema = z.looseObject({
  type: lax(z.string()),
  id: lax(idSchema),
  delivered_as: lax(z.string()),
  subject: lax(z.string()),
  body: lax(z.string()),
  author: lax(authorSchema),
  redacted: z.boolean().nullish().catch(true),
});

/** A conversation as lists and searches give it: without its parts. */
export const conversationRowSchema = z.looseObject({
  id: idSchema,
  admin_assignee_id: lax(idSchema),
  title: lax(z.string()),
  created_at: timeSchema,
  updated_at: timeSchema,
  state: z.string().catch('unknown'),
  source: lax(sourceSchema),
  contacts: lax(contactsSchema),
  company: lax(companySchema),
  tags: lax(tagListSchema),
  conversation_rating: lax(z.looseObject({ rating: lax(z.number()) })),
  statistics: lax(z.looseObject({ last_close_at: lax(timeSchema) })),
  ai_agent_participated: lax(z.boolean()),
  ai_agent: lax(aiAgentSchema),
});
export type ConversationRow = z.output<typeof conversationRowSchema>;

/** Its parts are read one by one. */
export const conversationSchema = conversationRowSchema.extend({
  conversation_parts: z.looseObject({
    conversation_parts: z.array(z.unknown()),
    total_count: lax(z.number().int()),
  }),
});
export type IntercomConversation = ConversationRow & {
  conversation_parts: { conversation_parts: Part[]; total_count?: number | null | undefined };
};

/** A ticket. `id` is the API's; `ticket_id`, which people see, is never asked with. */
export const ticketRowSchema = z.looseObject({
  id: idSchema,
  admin_assignee_id: lax(idSchema),
  category: z.string().catch('unknown'),
  ticket_attributes: lax(z.record(z.string(), z.unknown())),
  ticket_state: lax(z.looseObject({ category: lax(z.string()) })),
  contacts: lax(contactsSchema),
  created_at: timeSchema,
  updated_at: timeSchema,
  open: lax(z.boolean()),
});
export type TicketRow = z.output<typeof ticketRowSchema>;

export const ticketSchema = ticketRowSchema.extend({
  ticket_parts: lax(z.looseObject({ ticket_parts: z.array(z.unknown()), total_count: lax(z.number().int()) })),
});
export type IntercomTicket = TicketRow & {
  ticket_parts?: { ticket_parts: Part[]; total_count?: number | null | undefined } | null | undefined;
};
