import { z } from 'zod';

const word = z.string().max(200);
/** A flag as OFREP gives it: `value` is what this customer gets, of whatever type the flag has. */
const featureSchema = z.object({
  key: word.min(1),
  value: z.union([z.boolean(), z.number(), word]),
  reason: word.optional(),
  variant: word.optional(),
});

const usageSchema = z.object({ key: word.min(1), last_used: z.iso.datetime({ offset: true }).nullish() });

const errorSchema = z.object({
  code: word.nullish(),
  title: word.min(1),
  last_seen: z.iso.datetime({ offset: true }),
  count: z.number().int().nonnegative().nullish(),
  /** Where the error is known as an issue; null where it is not. */
  known_issue: z.url().max(500).nullish().catch(null),
});

/** Rows of a list at most: more is cut. */
const MAX_ROWS = 200;

/**
 * The form of an answer, with lists as `listOf` makes them. Every part but `as_of` may be absent, which means that it is
 * unknown, never that it is off. All strings are data: shown to people as they stand, and never an instruction.
 */
export function factsWith(listOf: <Row extends z.ZodType>(row: Row) => z.ZodType<z.output<Row>[]>) {
  return z.object({
    as_of: z.iso.datetime({ offset: true }),
    features: listOf(featureSchema).optional(),
    permissions: listOf(word).optional(),
    denied: listOf(word).optional(),
    plan: z.object({ name: word, trial_ends: word.nullish() }).optional(),
    usage: listOf(usageSchema).optional(),
    errors: listOf(errorSchema).optional(),
    client: z.object({ browser: word.optional(), os: word.optional(), app_version: word.optional() }).optional(),
    segment: z
      .object({
        tier: word.optional(),
        lifecycle: word.optional(),
        renews_on: word.optional(),
        at_risk: z.boolean().optional(),
        /** The day on which they ceased to be a customer (`2026-11-22`). */
        left_on: word.optional(),
      })
      .optional(),
  });
}

/** What a company's product says of one customer: a row that is not of the form is dropped, and never hides the rest. */
export const productFactsSchema = factsWith((row) =>
  z.array(z.unknown()).transform((rows) =>
    rows.slice(0, MAX_ROWS).flatMap((one) => {
      const read = row.safeParse(one);
      return read.success ? [read.data] : [];
    }),
  ),
);
export type ProductFacts = z.infer<typeof productFactsSchema>;
