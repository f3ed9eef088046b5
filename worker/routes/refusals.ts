import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ZodError } from 'zod';
import { AuthLost, errorWords, Invalid, NotFound, Permanent, RetryLater, type Told } from '../loop/ports/errors.ts';
import { NoRights, SignedOut } from '../loop/ports/session.ts';
import { Moved } from '../loop/review/decide-by-person.ts';

/** The one translation from the loop's errors to HTTP. What is unknown is a bug: logged, and answered without detail. */
export function refuse(error: Error, c: Context): Response {
  if (error instanceof HTTPException) return c.json({ error: error.message }, error.status);
  if (error instanceof ZodError)
    return c.json(
      {
        error: 'the request does not have the form it must have',
        issues: error.issues.map((i) => `${i.path.join('.')}: ${i.message}`),
      },
      400,
    );
  if (error instanceof Invalid) return c.json(told(error), 400);
  if (error instanceof SignedOut) return c.json({ error: error.message, reason: error.reason }, 401);
  if (error instanceof NoRights) return c.json({ error: error.message }, 403);
  if (error instanceof NotFound) return c.json(told(error), 404);
  if (error instanceof Moved) return c.json(told(error), 409);
  if (error instanceof AuthLost || error instanceof Permanent) return c.json(told(error), 422);
  if (error instanceof RetryLater)
    return c.json({ error: error.message }, 503, { 'Retry-After': String(Math.ceil(error.afterMs / 1000)) });
  console.error(
    JSON.stringify({
      level: 'error',
      what: 'request failed',
      path: new URL(c.req.url).pathname,
      error: error.name,
      message: errorWords(error),
      stack: errorWords(error, 'stack').slice(0, 1500),
    }),
  );
  return c.json({ error: 'something went wrong here; it was logged' }, 500);
}

/** In English for programs, and as a sentence that a page words in its reader's language. */
function told({ message, said }: Told) {
  return { error: message, said };
}
