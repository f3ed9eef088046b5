import { z } from 'zod';
import type { JsonClient } from '../http/client.ts';
import { readRows } from '../http/odd-rows.ts';
import { Permanent } from '../loop/ports/errors.ts';
import { lax, parseAnswer } from './parse.ts';

/** Articles a page: their bodies come along. Own choice; the vendor names no largest page for lists. */
const ROWS_PER_PAGE = 50;
const LIST_MAX_BYTES = 20_000_000;
const MAX_PAGES = 2_000;

const listSchema = z.looseObject({
  data: z.array(z.unknown()),
  total_count: lax(z.number().int()),
  pages: lax(z.looseObject({ total_pages: lax(z.number().int()), next: z.unknown().optional() })),
});

/** One page of a list that is numbered from 1. */
export interface ListPage<Row> {
  rows: Row[];
  isLast: boolean;
  /** How many there are in all, where the vendor tells. */
  total: number | null;
}

/** Reads page `page` of a list; the last one says so by `total_pages`, or by having no `next`. A row that can't be read is set aside. */
export async function readListPage<S extends z.ZodType>(
  client: JsonClient,
  path: string,
  schema: S,
  page: number,
  filter: Record<string, string> = {},
): Promise<ListPage<z.output<S>>> {
  if (page > MAX_PAGES) throw new Permanent(`intercom: ${path}: more than ${MAX_PAGES} pages`);
  const query = { ...filter, page, per_page: ROWS_PER_PAGE };
  const answer = await client.request(path, { query, maxBytes: LIST_MAX_BYTES });
  const { data, pages, total_count } = parseAnswer(listSchema, answer, path);
  const rows = readRows(schema, data, path.slice(1), client.odd);
  const isLast = typeof pages?.total_pages === 'number' ? page >= pages.total_pages : !pages?.next;
  return { rows, isLast, total: total_count ?? null };
}

/** How many pages back what was passed over now is, where rows above the reader were removed meanwhile. */
export function pagesBack(before: number | null, now: number | null): number {
  return before === null || now === null || now >= before ? 0 : Math.ceil((before - now) / ROWS_PER_PAGE);
}
