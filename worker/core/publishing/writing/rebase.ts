import { diffArrays } from 'diff';
import { blocksOf } from '../../html/blocks.ts';
import { statementsAdded } from '../watching/antibody.ts';

/** Pieces in which two versions may differ to be joined: more are another article, and comparing takes quadratic time. */
const MAX_EDITS = 500;

/** One stretch of the base's pieces, and what stands in its place. An insertion has `from` = `to`. */
interface Hunk {
  from: number;
  to: number;
  pieces: string[];
}

/**
 * The change that leads from `base` to `ours`, made on `theirs` instead, which was made of the same base: every byte of
 * both changes, and nothing else. Compared are the article's blocks with what stands between them. Null where both touch
 * the same block, insert at the same place, or one inserts after a block that the other changed; and where the result
 * would not add and take away the very lines that ours does.
 */
export function rebased(base: string, ours: string, theirs: string): string | null {
  const pieces = piecesOf(base);
  const [own, other] = [hunksOf(pieces, piecesOf(ours)), hunksOf(pieces, piecesOf(theirs))];
  if (!own || !other || own.some((a) => other.some((b) => collide(a, b)))) return null;
  const merged = applied(pieces, [...own, ...other]);
  return isSameChange(base, ours, theirs, merged) ? merged : null;
}

/** The source cut at the edges of its blocks, each with the white space before it: joined again it is the source. */
function piecesOf(html: string): string[] {
  const edges = blocksOf(html).flatMap((block) => [block.outerStart, block.outerEnd]);
  const cuts = [...new Set([0, ...edges, html.length])].sort((a, b) => a - b);
  const pieces: string[] = [];
  let space = '';
  for (const [i, end] of cuts.slice(1).entries()) {
    const piece = space + html.slice(cuts[i], end);
    space = piece.trim() === '' ? piece : '';
    if (space === '') pieces.push(piece);
  }
  return space === '' ? pieces : [...pieces, space];
}

function hunksOf(base: string[], changed: string[]): Hunk[] | null {
  const hunks: Hunk[] = [];
  let at = 0;
  const parts = diffArrays(base, changed, { maxEditLength: MAX_EDITS });
  if (!parts) return null;
  for (const part of parts) {
    const last = hunks.at(-1);
    if (!part.added && !part.removed) at += part.value.length;
    else {
      const hunk = last?.to === at ? last : { from: at, to: at, pieces: [] };
      if (hunk !== last) hunks.push(hunk);
      if (part.added) hunk.pieces.push(...part.value);
      else {
        at += part.value.length;
        hunk.to = at;
      }
    }
  }
  return hunks;
}

function collide(a: Hunk, b: Hunk): boolean {
  const isInsertion = (hunk: Hunk) => hunk.from === hunk.to;
  if (isInsertion(a) && isInsertion(b)) return a.from === b.from;
  if (isInsertion(a)) return a.from > b.from && a.from <= b.to;
  if (isInsertion(b)) return b.from > a.from && b.from <= a.to;
  return a.from < b.to && b.from < a.to;
}

function applied(base: string[], hunks: Hunk[]): string {
  const isFirst = (a: Hunk, b: Hunk) => a.from - b.from || a.to - b.to;
  let at = 0;
  let html = '';
  for (const { from, to, pieces } of hunks.toSorted(isFirst)) {
    html += base.slice(at, from).join('') + pieces.join('');
    at = to;
  }
  return html + base.slice(at).join('');
}

function isSameChange(base: string, ours: string, theirs: string, merged: string): boolean {
  const lines = (from: string, to: string) => JSON.stringify([...new Set(statementsAdded(from, to))].sort());
  return lines(base, ours) === lines(theirs, merged) && lines(ours, base) === lines(merged, theirs);
}
