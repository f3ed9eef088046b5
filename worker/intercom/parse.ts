import { z } from 'zod';
import { Permanent } from '../loop/ports/errors.ts';

/** Most ids are strings, those of teammates and part examples numbers; ours are strings. Lost digits are refused. */
export const idSchema = z
  .union([
    z.number().int().refine(Number.isSafeInteger, 'an id beyond 2^53 has lost digits'),
    z.string().min(1).max(128),
  ])
  .transform(String);

const LATEST_SECONDS = 253_402_300_799;

/** Seconds since the epoch, as Intercom gives every time (a number, or its digits), in milliseconds. The vendor knows nothing finer. */
export const timeSchema = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,12}$/)
      .transform(Number),
  ])
  .pipe(z.number().int().min(0).max(LATEST_SECONDS))
  .transform((seconds) => seconds * 1_000);

/** A field that is read where it is there: in another form than the documented one it counts as absent. */
export function lax<S extends z.ZodType>(schema: S) {
  return schema.nullish().catch(null);
}

/** Reads an answer as the schema states it; what doesn't fit is Permanent with the path, never an empty result. */
export function parseAnswer<S extends z.ZodType>(schema: S, answer: unknown, what: string): z.output<S> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Permanent(
    `intercom: ${what}: unexpected answer at "${issue?.path.join('.') ?? ''}": ${issue?.message ?? ''}`,
  );
}

/** A cursor or page token of ours, given back by the caller. */
export function parsePlace<S extends z.ZodType>(schema: S, token: string, what: string): z.output<S> {
  let place: unknown;
  try {
    place = JSON.parse(token);
  } catch {
    throw new Permanent(`intercom: ${what}: not a token of ours`);
  }
  return parseAnswer(schema, place, what);
}

/** An id as one path segment. */
export function segment(id: string): string {
  return encodeURIComponent(id);
}
