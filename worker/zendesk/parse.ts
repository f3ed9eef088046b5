import { z } from 'zod';
import { Permanent } from '../loop/ports/errors.ts';

/** Vendor ids are integers in REST and strings in events; ours are strings. One that has lost digits is refused. */
export const idSchema = z
  .union([
    z.number().int().refine(Number.isSafeInteger, 'an id beyond 2^53 has lost digits'),
    z.string().min(1).max(64),
  ])
  .transform(String);

/** Larger numbers are milliseconds since the epoch, smaller ones seconds. */
const LATEST_SECONDS = 100_000_000_000;

/** An ISO 8601 time, or seconds or milliseconds since the epoch as some lists give it, as milliseconds. */
export const timeSchema = z.union([z.string(), z.number()]).transform((given, context) => {
  const at = typeof given === 'string' ? Date.parse(given) : given > LATEST_SECONDS ? given : given * 1_000;
  if (Number.isFinite(at)) return at;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

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
    `zendesk: ${what}: unexpected answer at "${issue?.path.join('.') ?? ''}": ${issue?.message ?? ''}`,
  );
}

/** An id as one path segment. */
export function segment(id: string): string {
  return encodeURIComponent(id);
}
