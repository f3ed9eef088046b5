import { z } from 'zod';

/** Who said a turn, as the helpdesk's API states it; never inferred from text. */
export const TURN_AUTHORS = ['customer', 'agent', 'bot'] as const;
export type TurnAuthor = (typeof TURN_AUTHORS)[number];

/** Redacted text is bounded: what is longer is cut with a mark. Source: reliability budget of 64 KB a text. */
export const MAX_TURN_CHARS = 65_536;

/**
 * One public message of a conversation, after quoted mail was stripped and personal data was redacted.
 * `at` is event time in milliseconds since the epoch. `personId` is a keyed hash, never a vendor id.
 */
export const turnSchema = z.object({
  id: z.string(),
  author: z.enum(TURN_AUTHORS),
  personId: z.string().nullable(),
  text: z.string().max(MAX_TURN_CHARS),
  at: z.number().int(),
});
export type Turn = z.infer<typeof turnSchema>;

export const CONVERSATION_STATES = ['open', 'solved', 'deleted', 'merged'] as const;
export type ConversationState = (typeof CONVERSATION_STATES)[number];

/**
 * What a conversation is. `machine`: only programs wrote in the customer's name. `chaff`: offers, applications, trials,
 * praise; nothing is learned or suggested. `unsure` has one sign of chaff and counts as a request.
 */
export const CONVERSATION_KINDS = ['request', 'machine', 'chaff', 'unsure'] as const;
export type ConversationKind = (typeof CONVERSATION_KINDS)[number];

/**
 * One customer's request and all that was said publicly about it, in order of `at`, as the helpdesk had it when it
 * was read. `organizationId` is null where the requester belongs to none: each such person stands alone.
 */
export const conversationSchema = z.object({
  id: z.string(),
  subject: z.string(),
  channel: z.string(),
  state: z.enum(CONVERSATION_STATES),
  requesterId: z.string(),
  organizationId: z.string().nullable(),
  language: z.string(),
  brand: z.string().nullable(),
  createdAt: z.number().int(),
  updatedAt: z.number().int(),
  segment: z.record(z.string(), z.string()),
  /** Whom the helpdesk keeps it for, where an admin lets such conversations teach; absent where every agent may open it. */
  audience: z.string().optional(),
  /** Absent where nobody looked: a request. */
  kind: z.enum(CONVERSATION_KINDS).optional(),
  turns: z.array(turnSchema),
});
export type Conversation = z.infer<typeof conversationSchema>;
