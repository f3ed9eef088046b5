import { z } from 'zod';
import { invalid } from './errors.ts';

export interface Cursored {
  id: string;
  updatedAt: number;
}

export interface CursorPage<T> {
  rows: T[];
  total: number;
  pages: Record<string, unknown>;
}

/**
 * Newest change first, then id; the cursor is the last row's place (`[ms, id, page]` in base64), so what changes
 * meanwhile moves to the front and is not seen again. The vendor documents neither order nor cursor.
 */
export function cursorPage<T extends Cursored>(
  rows: Iterable<T>,
  wanted: { perPage: number; startingAfter: string | null },
): CursorPage<T> {
  const after = wanted.startingAfter === null ? null : readCursor(wanted.startingAfter);
  const sorted = [...rows].sort((a, b) => b.updatedAt - a.updatedAt || Number(a.id < b.id) - Number(a.id > b.id));
  const total = sorted.length;
  const start = after === null ? 0 : sorted.findIndex((row) => isBehind(row, after));
  const page = start < 0 ? [] : sorted.slice(start, start + wanted.perPage);
  const last = page.at(-1);
  const number = (after?.page ?? 0) + 1;
  const hasMore = last !== undefined && start + page.length < total;
  return {
    rows: page,
    total,
    pages: {
      type: 'pages',
      page: number,
      per_page: wanted.perPage,
      total_pages: Math.ceil(total / wanted.perPage),
      ...(hasMore ? { next: { per_page: wanted.perPage, starting_after: writeCursor(last, number) } } : {}),
    },
  };
}

interface Place {
  updatedAt: number;
  id: string;
  page: number;
}

const isBehind = (row: Cursored, place: Place): boolean =>
  row.updatedAt < place.updatedAt || (row.updatedAt === place.updatedAt && row.id < place.id);

const writeCursor = (row: Cursored, page: number): string =>
  Buffer.from(JSON.stringify([row.updatedAt, row.id, page])).toString('base64');

const cursorShape = z.tuple([z.number(), z.string(), z.number()]);

function readCursor(cursor: string): Place {
  try {
    const [updatedAt, id, page] = cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64').toString()));
    return { updatedAt, id, page };
  } catch {
    throw invalid('starting_after is invalid', 'starting_after');
  }
}

/** `page` and `per_page` of the lists that count pages. */
export function numberedPage<T>(
  rows: T[],
  query: URLSearchParams,
  perPageDefault: number,
): { rows: T[]; total: number; pages: Record<string, unknown> } {
  const perPage = sizeOf(query.get('per_page'), perPageDefault, 150);
  const page = Number(query.get('page') ?? '1');
  if (!Number.isInteger(page) || page < 1) throw invalid('page must be a positive integer', 'page');
  return {
    rows: rows.slice((page - 1) * perPage, page * perPage),
    total: rows.length,
    pages: { type: 'pages', page, per_page: perPage, total_pages: Math.ceil(rows.length / perPage) },
  };
}

/** More than the documented most is refused (how the vendor does that is not documented). */
export function sizeOf(value: unknown, fallback: number, most: number): number {
  if (value === null || value === undefined) return fallback;
  const size = Number(value);
  if (!Number.isInteger(size) || size < 1 || size > most) {
    throw invalid(`per_page must be between 1 and ${most}`, 'per_page');
  }
  return size;
}
