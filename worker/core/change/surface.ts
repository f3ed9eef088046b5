import { diffArrays } from 'diff';

const PADDING = /\s{2}/u;

/**
 * Whether a table row fits the table another row stands in: 1 where all column edges stand at the same place, 0 where
 * none does or neither is padded (unpadded columns stand where their text happens to end). White space at the start
 * does not count.
 */
export function layoutFit(a: string, b: string): number {
  if (!isPadded(a) && !isPadded(b)) return 0;
  const x = edges(a.trimStart());
  const y = new Set(edges(b.trimStart()));
  return (2 * x.filter((edge) => y.has(edge)).length) / (x.length + y.size);
}

/** Whether white space fills up a column: two signs of it between the first edge and the last. */
function isPadded(row: string): boolean {
  return PADDING.test(row.slice(row.indexOf('|'), row.lastIndexOf('|') + 1));
}

const edges = (row: string): number[] => [...row.matchAll(/\|/gu)].map((m) => m.index);

/** Statements of more different pieces are spelled in no way alike; comparing them would take quadratic time. */
const MAX_EDITS = 500;

const PIECE = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;

/** How much of two statements is spelled alike, 0 to 1, with case, punctuation and list marks (Dice of their pieces). */
export function surfaceFit(a: string, b: string): number {
  const x = a.match(PIECE) ?? [];
  const y = b.match(PIECE) ?? [];
  const shared = (diffArrays(x, y, { maxEditLength: MAX_EDITS }) ?? []).reduce(
    (n, part) => n + (part.added || part.removed ? 0 : part.value.length),
    0,
  );
  return x.length + y.length === 0 ? 0 : (2 * shared) / (x.length + y.length);
}
