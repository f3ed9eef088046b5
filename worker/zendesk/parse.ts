import { z } from 'zod';
import { Permanent } from '../loop/ports/errors.ts';

/** Vendor ids are integers in REST and strings in events; ours are strings. One that has lost digits is refused. */
export const idSchema = z
  .union([
    z.number().int().refine(Number.isSafeInteger, 'an id beyond 2^53 has lost digits'),
    z.string().min(1).max(64),
  ])
  .transform(String);

/** An ISO 8601 time as milliseconds since the epoch. */
export const timeSchema = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (Number.isFinite(at)) return at;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

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
