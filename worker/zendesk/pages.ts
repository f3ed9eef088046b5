import { z } from 'zod';
import type { JsonClient, JsonRequest } from '../http/client.ts';
import { Permanent } from '../loop/ports/errors.ts';
import { parseAnswer } from './parse.ts';

const MAX_PAGES = 1_000;

const pageSchema = z.looseObject({
  meta: z.looseObject({ has_more: z.boolean() }).nullish(),
  links: z.looseObject({ next: z.string().nullish() }).nullish(),
  next_page: z.string().nullish(),
});

/** Where a list goes on: `links.next` while `meta.has_more`, or offset paging's `next_page`; null at its end. */
export function nextPage(answer: unknown, what: string): string | null {
  const { meta, links, next_page } = parseAnswer(pageSchema, answer, what);
  if (!meta) return next_page ?? null;
  if (!meta.has_more) return null;
  if (!links?.next) throw new Permanent(`zendesk: ${what}: has_more without links.next`);
  return links.next;
}

/** Every row of a list, page after page (`page[size]` at most 100). `rowsOf` reads one page's answer. */
export async function readAllPages<Row>(
  client: JsonClient,
  path: string,
  query: JsonRequest['query'],
  rowsOf: (answer: unknown) => Row[],
): Promise<Row[]> {
  const rows: Row[] = [];
  let next: string | null = path;
  for (let page = 0; next !== null; page++) {
    if (page === MAX_PAGES) throw new Permanent(`zendesk: ${path}: more than ${MAX_PAGES} pages`);
    const answer: unknown = await client.request(next, page === 0 ? { query: { 'page[size]': 100, ...query } } : {});
    rows.push(...rowsOf(answer));
    next = nextPage(answer, path);
  }
  return rows;
}
