import type { MiddlewareHandler } from 'hono';
import { inEnglish } from '../../../shared/said/english.ts';
import { isSaid } from '../../../shared/said/stored.ts';

/** Puts `text`, in English, beside code and values of every sentence in an answer: programs read one as well as the other. */
export const withTexts: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.get('content-type')?.startsWith('application/json')) return;
  const body = JSON.stringify(readable(await c.res.json()));
  c.res = new Response(body, c.res);
};

function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  if (isSaid(value)) return { text: inEnglish(value), ...value };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, readable(one)]));
}
