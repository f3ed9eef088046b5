import { badRequest } from './errors.ts';

export const MAX_PAGE_SIZE = 100;
const MAX_OFFSET_RECORDS = 10_000;

export interface Page<T> {
  rows: T[];
  /** What stands beside the rows in the answer: `meta` and `links`, or `count`, `next_page`, `previous_page`. */
  envelope: Record<string, unknown>;
}

export interface PageRequest {
  query: URLSearchParams;
  url: URL;
}

/**
 * Cursor paging when `page[...]` is asked for, else offset paging, as the vendor offers both on its lists:
 * `page[size]` and `per_page` up to 100; offset paging stops at 10,000 records with a 400 (Zendesk's Support API
 * documentation).
 */
export function paginate<T>(rows: T[], request: PageRequest, defaultSize = MAX_PAGE_SIZE): Page<T> {
  const isCursor = ['page[size]', 'page[after]', 'page[before]'].some((name) => request.query.has(name));
  return isCursor ? cursorPage(rows, request) : offsetPage(rows, request, defaultSize);
}

function cursorPage<T>(rows: T[], { query, url }: PageRequest): Page<T> {
  const size = pageSize(query.get('page[size]'), MAX_PAGE_SIZE);
  const after = query.get('page[after]');
  const before = query.get('page[before]');
  const start = after !== null ? readCursor(after) : before !== null ? Math.max(0, readCursor(before) - size) : 0;
  const page = rows.slice(start, start + size);
  const hasMore = start + size < rows.length;
  const afterCursor = page.length > 0 ? writeCursor(start + page.length) : null;
  const beforeCursor = page.length > 0 ? writeCursor(start) : null;
  return {
    rows: page,
    envelope: {
      meta: { has_more: hasMore, after_cursor: afterCursor, before_cursor: beforeCursor },
      links: {
        prev: start > 0 ? link(url, { 'page[before]': beforeCursor, 'page[size]': String(size) }) : null,
        next: hasMore ? link(url, { 'page[after]': afterCursor, 'page[size]': String(size) }) : null,
      },
    },
  };
}

function offsetPage<T>(rows: T[], { query, url }: PageRequest, defaultSize: number): Page<T> {
  const size = pageSize(query.get('per_page'), defaultSize);
  const page = Number(query.get('page') ?? '1');
  if (!Number.isInteger(page) || page < 1) throw badRequest('page must be an integer greater than 0');
  if ((page - 1) * size >= MAX_OFFSET_RECORDS) throw badRequest('Offset paging stops at 10000 records: use cursors');
  const start = (page - 1) * size;
  const hasMore = start + size < rows.length;
  return {
    rows: rows.slice(start, start + size),
    envelope: {
      count: rows.length,
      next_page: hasMore ? link(url, { page: String(page + 1), per_page: String(size) }) : null,
      previous_page: page > 1 ? link(url, { page: String(page - 1), per_page: String(size) }) : null,
    },
  };
}

function pageSize(value: string | null, fallback: number): number {
  if (value === null) return fallback;
  const size = Number(value);
  if (!Number.isInteger(size) || size < 1) throw badRequest('page size must be a positive integer');
  return Math.min(size, MAX_PAGE_SIZE);
}

const writeCursor = (offset: number): string => Buffer.from(JSON.stringify({ o: offset })).toString('base64url');

function readCursor(cursor: string): number {
  const match = /^\{"o":(\d+)\}$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (match === null) throw badRequest('Invalid cursor');
  return Number(match[1]);
}

/** The address of another page of the same list, on the host that was asked. */
export function link(url: URL, changes: Record<string, string | null>): string {
  const next = new URL(url);
  for (const name of ['page[after]', 'page[before]', 'page', 'per_page']) next.searchParams.delete(name);
  for (const [name, value] of Object.entries(changes)) if (value !== null) next.searchParams.set(name, value);
  return next.toString();
}
