import { z } from 'zod';
import { idSchema, timeSchema } from './parse.ts';

const referenceSchema = z.looseObject({ type: z.string().nullish(), id: idSchema.nullish() });

/** Who wrote: a teammate, a customer (`user`, `lead`, `contact`) or a machine. Blank for Twitter. */
export const authorSchema = z.looseObject({
  type: z.string().nullish(),
  id: idSchema.nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  from_ai_agent: z.boolean().nullish(),
  is_ai_answer: z.boolean().nullish(),
});
export type Author = z.output<typeof authorSchema>;

const tagSchema = z.looseObject({ name: z.string().nullish() });
const tagListSchema = z.looseObject({ tags: z.array(tagSchema).nullish() });

/** One part of a conversation or ticket: something said, or something done. `app_package_code` names the program. */
export const partSchema = z.looseObject({
  id: idSchema,
  part_type: z.string(),
  body: z.string().nullish(),
  created_at: timeSchema,
  author: authorSchema.nullish(),
  assigned_to: referenceSchema.nullish(),
  redacted: z.boolean().nullish(),
  state: z.string().nullish(),
  ticket_state: z.string().nullish(),
  previous_ticket_state: z.string().nullish(),
  tags: z.array(tagSchema).nullish(),
  app_package_code: z.string().nullish(),
});
export type Part = z.output<typeof partSchema>;

export const companySchema = z.looseObject({
  id: idSchema,
  name: z.string().nullish(),
  plan: z.looseObject({ name: z.string().nullish() }).nullish(),
  size: z.number().nullish(),
  industry: z.string().nullish(),
  custom_attributes: z.record(z.string(), z.unknown()).nullish(),
});
export type Company = z.output<typeof companySchema>;

export const contactSchema = z.looseObject({
  id: idSchema,
  role: z.string().nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  custom_attributes: z.record(z.string(), z.unknown()).nullish(),
  companies: z.looseObject({ data: z.array(z.looseObject({ id: idSchema })).nullish() }).nullish(),
});
export type Contact = z.output<typeof contactSchema>;

const contactsSchema = z.looseObject({ contacts: z.array(z.looseObject({ id: idSchema })).nullish() });

const contentSourceSchema = z.looseObject({
  content_type: z.string().nullish(),
  url: z.string().nullish(),
  title: z.string().nullish(),
});
/** Fin's part in a conversation. Its content sources carry an internal URL and a title, and no article id. */
export const aiAgentSchema = z.looseObject({
  last_answer_type: z.string().nullish(),
  resolution_state: z.string().nullish(),
  rating: z.number().nullish(),
  content_sources: z.looseObject({ content_sources: z.array(contentSourceSchema).nullish() }).nullish(),
});
export type AiAgent = z.output<typeof aiAgentSchema>;

export const sourceSchema = z.looseObject({
  type: z.string().nullish(),
  id: idSchema.nullish(),
  delivered_as: z.string().nullish(),
  subject: z.string().nullish(),
  body: z.string().nullish(),
  author: authorSchema.nullish(),
  redacted: z.boolean().nullish(),
});

/** A conversation as lists and searches give it: without its parts. */
export const conversationRowSchema = z.looseObject({
  id: idSchema,
  title: z.string().nullish(),
  created_at: timeSchema,
  updated_at: timeSchema,
  state: z.enum(['open', 'closed', 'snoozed']),
  source: sourceSchema.nullish(),
  contacts: contactsSchema.nullish(),
  company: companySchema.nullish(),
  tags: tagListSchema.nullish(),
  conversation_rating: z.looseObject({ rating: z.number().nullish() }).nullish(),
  statistics: z.looseObject({ last_close_at: timeSchema.nullish() }).nullish(),
  ai_agent_participated: z.boolean().nullish(),
  ai_agent: aiAgentSchema.nullish(),
});
export type ConversationRow = z.output<typeof conversationRowSchema>;

export const conversationSchema = conversationRowSchema.extend({
  conversation_parts: z.looseObject({
    conversation_parts: z.array(partSchema),
    total_count: z.number().int().nullish(),
  }),
});
export type IntercomConversation = z.output<typeof conversationSchema>;

/** A ticket. `id` is the API's; `ticket_id`, which people see, is never asked with. */
export const ticketRowSchema = z.looseObject({
  id: idSchema,
  category: z.enum(['Customer', 'Back-office', 'Tracker']),
  ticket_attributes: z.record(z.string(), z.unknown()).nullish(),
  ticket_state: z.looseObject({ category: z.string().nullish() }).nullish(),
  contacts: contactsSchema.nullish(),
  created_at: timeSchema,
  updated_at: timeSchema,
  open: z.boolean().nullish(),
});
export type TicketRow = z.output<typeof ticketRowSchema>;

export const ticketSchema = ticketRowSchema.extend({
  ticket_parts: z.looseObject({ ticket_parts: z.array(partSchema), total_count: z.number().int().nullish() }).nullish(),
});
export type IntercomTicket = z.output<typeof ticketSchema>;
