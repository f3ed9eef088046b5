import { z } from 'zod';
import { idSchema, lax, timeSchema } from './parse.ts';

const viaSchema = z.looseObject({
  channel: lax(z.union([z.string(), z.number()]).transform(String)),
  source: lax(z.looseObject({ rel: lax(z.string()) })),
});

/** `metric_set` comes with the `metric_sets` sideload; accounts that don't answer it are read by their audits. */
const metricSetSchema = z.looseObject({
  reopens: z.number().int().nullish(),
  assignee_stations: z.number().int().nullish(),
  group_stations: z.number().int().nullish(),
  solved_at: timeSchema.nullish(),
});

/**
 * A ticket; `status` is `deleted` in the incremental export after a soft deletion, and one that is not documented is none of
 * the ends. What it can't be read without is its id and its times; anything else in another form counts as absent.
 */
export const ticketSchema = z.looseObject({
  id: idSchema,
  status: z.string().catch('unknown'),
  subject: lax(z.string()),
  via: lax(viaSchema),
  requester_id: lax(idSchema),
  organization_id: lax(idSchema),
  brand_id: lax(idSchema),
  /** One that can't be read is no group that is known to be public. */
  group_id: idSchema.nullish().catch('unknown'),
  assignee_id: lax(idSchema),
  collaborator_ids: lax(z.array(z.unknown())),
  email_cc_ids: lax(z.array(z.unknown())),
  tags: lax(z.array(z.string())),
  satisfaction_rating: lax(z.looseObject({ score: lax(z.string()) })),
  metric_set: lax(metricSetSchema),
  created_at: timeSchema,
  updated_at: timeSchema,
  generated_timestamp: lax(z.coerce.number().int().positive()),
});
export type Ticket = z.output<typeof ticketSchema>;

/** A comment whose `public` is not said plainly counts as private. */
export const commentSchema = z.looseObject({
  id: idSchema,
  /** `Comment`, or a call's: `VoiceComment`, `TpeVoiceComment`. */
  type: lax(z.string()),
  data: lax(z.looseObject({ transcription_text: lax(z.string()) })),
  author_id: lax(idSchema),
  body: lax(z.string()),
  plain_body: lax(z.string()),
  html_body: lax(z.string()),
  public: z.boolean().catch(false),
  via: lax(viaSchema),
  created_at: timeSchema,
});
export type Comment = z.output<typeof commentSchema>;

/** Of the roles only `end-user`, `agent` and `admin` are people's; any other is a program's. */
export const userSchema = z.looseObject({
  id: idSchema,
  name: lax(z.string()),
  email: lax(z.string()),
  phone: lax(z.union([z.string(), z.number()]).transform(String)),
  /** Whether they proved an address of theirs. */
  verified: lax(z.boolean()),
  role: z.string().catch('unknown'),
});
export type User = z.output<typeof userSchema>;

export const organizationSchema = z.looseObject({
  id: idSchema,
  name: z.string().catch(''),
  domain_names: lax(z.array(z.string())),
  organization_fields: lax(z.record(z.string(), z.unknown())),
});
export type Organization = z.output<typeof organizationSchema>;

/** A group as a ticket's sideload gives it; one that the answer does not call public is private. */
export const groupSchema = z.looseObject({ id: idSchema, is_public: z.boolean().nullish() });
export type Group = z.output<typeof groupSchema>;

const auditEventSchema = z.looseObject({
  type: z.string().catch(''),
  field_name: lax(z.string()),
  value: z.unknown().optional(),
  previous_value: z.unknown().optional(),
});
export const auditSchema = z.looseObject({ created_at: timeSchema, events: z.array(auditEventSchema) });
export type Audit = z.output<typeof auditSchema>;

/** A translation whose `draft` is not said plainly is none that readers see. */
export const translationSchema = z.looseObject({
  locale: z.string(),
  title: z.string().catch(''),
  body: z.string().nullish(),
  draft: z.boolean().nullish().catch(true),
  updated_by_id: lax(idSchema),
  updated_at: timeSchema,
  html_url: lax(z.string()),
});
export type Translation = z.output<typeof translationSchema>;

export const sectionSchema = z.looseObject({ id: idSchema, name: z.string().catch('') });
export type Section = z.output<typeof sectionSchema>;

/** An article. Who may read it must be said in the documented form: in another it can't be read at all. */
export const articleSchema = z.looseObject({
  id: idSchema,
  section_id: lax(idSchema),
  title: z.string().catch(''),
  locale: z.string(),
  source_locale: lax(z.string()),
  label_names: lax(z.array(z.string())),
  permission_group_id: lax(idSchema),
  user_segment_id: idSchema.nullish(),
  user_segment_ids: z.array(idSchema).nullish(),
  html_url: lax(z.string()),
  created_at: timeSchema,
  /** With the `translations` sideload, where it is served: read one by one. */
  translations: lax(z.array(z.unknown())),
});
export type ArticleRow = z.output<typeof articleSchema>;
