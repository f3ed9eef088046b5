import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { Invalid } from '../loop/ports/errors.ts';

/** A body that has not come whole by then is given up: a client that stalls holds nothing of ours. Own choice. */
export const BODY_MS = 10_000;

/** Levels of a body's JSON: no request of ours has more than six. */
const MAX_DEPTH = 32;

/**
 * The JSON of a request's body, as the schema has it. Throws Invalid (400), saying what is wrong: no JSON, no UTF-8, another
 * character set, half a surrogate pair, too deep; ZodError (400) for another form; HTTPException 408 for a body that stalls.
 */
export async function readJson<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  return schema.parse(await jsonOf(c));
}

/** The same without a schema. */
export async function jsonOf(c: Context): Promise<unknown> {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(c.req.header('content-type') ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
  if (charset !== 'utf-8' && charset !== 'utf8')
    throw new Invalid(`the body must be UTF-8, not ${charset.slice(0, 40)}`);
  const bytes = await bytesOf(c);
  if (bytes.length === 0) throw new Invalid('the request needs a body of JSON');
  const body = parsed(textOf(bytes));
  requireSound(body);
  return body;
}

/** The body as bytes; 408 where it has not come whole in time. */
export async function bytesOf(c: Context): Promise<Uint8Array> {
  return new Uint8Array(await inTime(c.req.arrayBuffer()));
}

/** What is read of a body, or 408 where that takes too long. */
export async function inTime<T>(reading: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HTTPException(408, { message: 'the body did not come in time' })), BODY_MS);
  });
  try {
    return await Promise.race([reading, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Holds a body to a size, and one whose size is not told to a time as well: such a one is read here, before the route. */
export function boundedBody(options: {
  maxSize: number;
  onError: (c: Context) => Response | Promise<Response>;
}): MiddlewareHandler {
  const limit = bodyLimit(options);
  return async (c, next) => {
    let goOn: () => void = () => undefined;
    const read = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const answered = limit(c, async () => {
      goOn();
      await next();
    });
    await inTime(Promise.race([read, answered]));
    return answered;
  };
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Invalid('the body is not UTF-8');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Invalid('the body is no JSON');
  }
}

/** Refuses what no program of ours sends and no store keeps as it is. Walks without recursion. */
function requireSound(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw new Invalid(`the body is deeper than ${MAX_DEPTH} levels`);
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string' && !value.isWellFormed()) throw new Invalid('the body holds half a surrogate pair');
      if (typeof value !== 'object' || value === null) continue;
      for (const [key, inner] of Object.entries(value)) {
        if (!key.isWellFormed()) throw new Invalid('the body holds half a surrogate pair');
        next.push(inner);
      }
    }
    level = next;
  }
}
