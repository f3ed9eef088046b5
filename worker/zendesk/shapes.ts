import { z } from 'zod';
import { idSchema, timeSchema } from './parse.ts';

const viaSchema = z.looseObject({
  channel: z.union([z.string(), z.number()]).transform(String).nullish(),
  source: z.looseObject({ rel: z.string().nullish() }).nullish(),
});

/** `metric_set` comes with the `metric_sets` sideload; accounts that don't answer it are read by their audits. */
const metricSetSchema = z.looseObject({
  reopens: z.number().int().nullish(),
  assignee_stations: z.number().int().nullish(),
  group_stations: z.number().int().nullish(),
  solved_at: timeSchema.nullish(),
});

/** A ticket; `status` is `deleted` in the incremental export after a soft deletion. */
export const ticketSchema = z.looseObject({
  id: idSchema,
  status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed', 'deleted']),
  subject: z.string().nullish(),
  via: viaSchema.nullish(),
  requester_id: idSchema.nullish(),
  organization_id: idSchema.nullish(),
  brand_id: idSchema.nullish(),
  tags: z.array(z.string()).nullish(),
  satisfaction_rating: z.looseObject({ score: z.string().nullish() }).nullish(),
  metric_set: metricSetSchema.nullish(),
  created_at: timeSchema,
  updated_at: timeSchema,
  generated_timestamp: z.number().int().nullish(),
});
export type Ticket = z.output<typeof ticketSchema>;

export const commentSchema = z.looseObject({
  id: idSchema,
  author_id: idSchema.nullish(),
  body: z.string().nullish(),
  plain_body: z.string().nullish(),
  html_body: z.string().nullish(),
  public: z.boolean(),
  via: viaSchema.nullish(),
  created_at: timeSchema,
});
export type Comment = z.output<typeof commentSchema>;

export const userSchema = z.looseObject({
  id: idSchema,
  name: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  role: z.enum(['end-user', 'agent', 'admin']),
});
export type User = z.output<typeof userSchema>;

export const organizationSchema = z.looseObject({
  id: idSchema,
  name: z.string(),
  domain_names: z.array(z.string()).nullish(),
  organization_fields: z.record(z.string(), z.unknown()).nullish(),
});
export type Organization = z.output<typeof organizationSchema>;

const auditEventSchema = z.looseObject({
  type: z.string(),
  field_name: z.string().nullish(),
  value: z.unknown().optional(),
  previous_value: z.unknown().optional(),
});
export const auditSchema = z.looseObject({ created_at: timeSchema, events: z.array(auditEventSchema) });
export type Audit = z.output<typeof auditSchema>;

export const translationSchema = z.looseObject({
  locale: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  draft: z.boolean().nullish(),
  updated_by_id: idSchema.nullish(),
  updated_at: timeSchema,
  html_url: z.string().nullish(),
});
export type Translation = z.output<typeof translationSchema>;

export const sectionSchema = z.looseObject({ id: idSchema, name: z.string() });
export type Section = z.output<typeof sectionSchema>;

export const articleSchema = z.looseObject({
  id: idSchema,
  section_id: idSchema,
  title: z.string(),
  locale: z.string(),
  source_locale: z.string().nullish(),
  label_names: z.array(z.string()).nullish(),
  permission_group_id: idSchema.nullish(),
  user_segment_id: idSchema.nullish(),
  user_segment_ids: z.array(idSchema).nullish(),
  html_url: z.string().nullish(),
  created_at: timeSchema,
  /** With the `translations` sideload, where it is served. */
  translations: z.array(translationSchema).nullish(),
});
export type ArticleRow = z.output<typeof articleSchema>;
