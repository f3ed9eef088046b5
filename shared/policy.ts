import { z } from 'zod';
import { ANSWER_MODES, ROUTE_MODES } from './automatic.ts';

/** A configured confidence floor below this is treated as this (AutoModerator's rule: a setting never makes it reckless). */
export const MIN_CONFIDENCE_FLOOR = 0.95;

/** How long one reply of the staff takes where nobody said it. Stated default: it scales hours, and moves no share of them. */
export const MINUTES_A_REPLY = 6;

/** How long an article takes to write by hand where nobody said it. Stated default. */
export const MINUTES_AN_ARTICLE = 45;

const MINUTES_A_DAY = 24 * 60;

/** From when until when nothing is published by itself: minutes after midnight in the policy's time zone; may cross it. */
const quietHoursSchema = z.strictObject({
  fromMinute: z
    .number()
    .int()
    .min(0)
    .max(MINUTES_A_DAY - 1),
  toMinute: z
    .number()
    .int()
    .min(0)
    .max(MINUTES_A_DAY - 1),
});
export type QuietHours = z.infer<typeof quietHoursSchema>;

/**
 * What a person says of Zendesk's content blocks, which a write through the API turns into plain text and which can't be
 * seen in an article's body: there are none (`none`), or none in these articles (`articles`). By default nobody said it.
 */
const contentBlocksSchema = z
  .discriminatedUnion('attested', [
    z.strictObject({ attested: z.literal('nothing') }),
    z.strictObject({ attested: z.literal('none'), actor: z.string().min(1).max(200), at: z.number().int() }),
    z.strictObject({
      attested: z.literal('articles'),
      articleIds: z.array(z.string().min(1).max(40)).max(10_000),
      actor: z.string().min(1).max(200),
      at: z.number().int(),
    }),
  ])
  .default({ attested: 'nothing' });
export type ContentBlocks = z.infer<typeof contentBlocksSchema>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** A category of the help center by its name, and how far it lets itself go; one that is not named is off. */
const modes = <Mode extends string>(of: readonly [Mode, ...Mode[]]) =>
  z.record(z.string().min(1).max(200), z.enum(of)).default({});

/**
 * What is said to customers without a person. `agentId` is the teammate of its own in whose name it stands, by the helpdesk's id;
 * null: the user our token acts as.
 */
const answersSchema = z
  .object({
    modes: modes(ANSWER_MODES),
    agentId: z
      .string()
      .regex(/^\d{1,20}$/, 'is no id of the helpdesk')
      .nullable()
      .default(null),
    maxPerPersonPerDay: z.number().int().min(1).max(20).default(2),
  })
  .prefault({});

/**
 * What a tenant allows. Every field has a safe default: nothing is published by itself until a person says so.
 * `autoPublish.categories` names the help-center sections that may publish by themselves; empty means none.
 */
export const policySchema = z
  .object({
    autoPublish: z
      .object({
        isEnabled: z.boolean().default(false),
        categories: z.array(z.string()).default([]),
        confidenceFloor: z.number().min(0).max(1).default(MIN_CONFIDENCE_FLOOR),
        reviewedFirst: z.number().int().min(0).default(20),
        maxPerDay: z.number().int().min(0).default(5),
        maxPerHour: z.number().int().min(1).default(2),
        quietHours: quietHoursSchema.nullable().default(null),
      })
      .prefault({}),
    /** Everything is read, learned and drafted, and nothing is written to the helpdesk: until a person says *go*. */
    isObserving: z.boolean().default(false),
    isStopped: z.boolean().default(false),
    stoppedCategories: z.array(z.string()).default([]),
    stoppedArticles: z.array(z.string()).default([]),
    contentBlocks: contentBlocksSchema,
    timeZone: z.string().refine(isTimeZone, 'is no time zone of the IANA database').default('UTC'),
    /** People who count as more in Mend than the helpdesk's own roles make them, by the helpdesk's id; never as less. */
    roles: z.record(z.string().min(1).max(40), z.enum(['lead', 'admin'])).default({}),
    targetBadRate: z.number().min(0.001).max(0.5).default(0.05),
    /** How the tenant's articles speak ("short, second person"), for a model that words drafts; at most 300 characters. */
    voice: z.string().max(300).default(''),
    /**
     * Whose private conversations may teach, as the helpdesk names them (`group/360001`, `teammate/12`). What they teach is shown
     * beside conversations of the same group or teammate alone, and nothing is drafted from it.
     */
    learnsFromPrivate: z
      .array(z.string().regex(/^(group|teammate)\/[\w-]{1,40}$/, 'is no group/ID or teammate/ID'))
      .max(200)
      .default([]),
    /** By what the team's time is reckoned: stated by an admin, since no helpdesk tells it. `hourCost` null: hours alone. */
    work: z
      .strictObject({
        minutesAReply: z.number().min(0.5).max(240).default(MINUTES_A_REPLY),
        minutesAnArticle: z.number().min(1).max(2_400).default(MINUTES_AN_ARTICLE),
        hourCost: z.number().min(0).max(10_000).nullable().default(null),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/, 'is no code of a currency')
          .default('EUR'),
      })
      .prefault({}),
    /**
     * The survey of one question. Where it is on, a solved conversation gets a link in `field`: the number of a ticket field
     * (Zendesk), or the name of a conversation attribute (Intercom). Who sends it to the customer is the helpdesk's own trigger.
     */
    effort: z
      .strictObject({ isOn: z.boolean().default(false), field: z.string().trim().max(100).default('') })
      .refine(({ isOn, field }) => !isOn || field !== '', 'needs the field that takes the link')
      .prefault({}),
    /** Days of the past that are read on connecting: twelve weeks, so that a pilot has a baseline. Their texts stay as long as all others. */
    backfillDays: z.number().int().min(1).max(365).default(84),
    answers: answersSchema,
    /** Conversations that are given to the team that solves such, without a person. */
    routing: z.object({ modes: modes(ROUTE_MODES) }).prefault({}),
    /** Customers whom people answer and whose conversations come first, by what the CRM says: `plan` is `enterprise`. */
    criticalSegments: z.record(z.string().min(1).max(60), z.array(z.string().min(1).max(200)).max(50)).default({}),
  })
  .prefault({});
export type Policy = z.infer<typeof policySchema>;

/**
 * A policy as somebody wishes it over the one that stands: what is not named stays, so that a request without its switches
 * switches nothing. A field that there is not is refused, as by the schema.
 */
export function policyOver(standing: Policy, wish: unknown): Policy {
  const fields = z.strictObject(policySchema.unwrap().shape).partial().parse(wish);
  const named = wish as Partial<Policy>;
  const kept = Object.fromEntries(Object.keys(named).map((name) => [name, fields[name as keyof Policy]]));
  const autoPublish = { ...standing.autoPublish, ...named.autoPublish };
  const answers = { ...standing.answers, ...named.answers };
  return policySchema.parse({ ...standing, ...kept, autoPublish, answers });
}

const answeringSchema = z.looseObject({ answers: z.looseObject({ agentId: z.string() }) });

/** In whose name a stored policy has a machine answer; one that can't be read names nobody, and lets nothing be answered. */
export function answersAsOf(stored: string): string | null {
  try {
    return answeringSchema.parse(JSON.parse(stored)).answers.agentId;
  } catch {
    return null;
  }
}
