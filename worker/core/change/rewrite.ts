import { diffArrays } from 'diff';
import { hasBlocks, unwrapped } from './statements.ts';
import { HTML_TAG, listMark } from './words.ts';

const MARKUP = new RegExp(String.raw`${HTML_TAG}|\*\*|\x60\x60|\x60|__`, 'giu');
const PIECE = new RegExp(String.raw`${MARKUP.source}|\s+|[\p{L}\p{N}]+|.`, 'giu');
/** A statement of which more pieces change is another one: comparing them would take quadratic time. */
const MAX_EDITS = 500;
const HTML = new RegExp(String.raw`${HTML_TAG}|&(?:[a-z]+|#\d+);`, 'iu');
const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

const hasMarkup = (text: string): boolean => text.search(MARKUP) >= 0;
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (e) => ENTITIES[e] ?? e);

interface Piece {
  text: string;
  isMarkup: boolean;
  isKept: boolean;
}

const piecesOf = (text: string): Piece[] =>
  (text.match(PIECE) ?? []).map((piece) => ({
    text: piece,
    isMarkup: new RegExp(`^(?:${MARKUP.source})$`, 'iu').test(piece),
    isKept: true,
  }));

/** Drops pairs of markup whose whole content was removed. */
function withoutEmptied(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  let isEmptied = false;
  for (const piece of pieces) {
    if (!piece.isKept) {
      isEmptied = true;
      continue;
    }
    const last = out.at(-1);
    if (isEmptied && piece.isMarkup && last?.isMarkup && isPair(last.text, piece.text)) out.pop();
    else out.push(piece);
    isEmptied = false;
  }
  return out;
}

const isPair = (open: string, close: string): boolean =>
  open.startsWith('<') ? close.startsWith('</') && !open.startsWith('</') : open === close;

/** The old text with the note's words in it, its own markup staying around what it stood around. */
function spliced(old: string, note: string): string {
  const pieces = piecesOf(HTML.test(old) ? decoded(old) : old);
  const words = pieces.filter((p) => !p.isMarkup);
  const encode = HTML.test(old) ? escaped : (text: string): string => text;
  const added = new Map<Piece | null, string>();
  let at = 0;
  let pending: Piece | null = null;
  const changes = diffArrays(
    words.map((p) => p.text),
    note.match(PIECE) ?? [],
    { maxEditLength: MAX_EDITS },
  );
  if (!changes) return encode(note);
  for (const change of changes) {
    if (change.added) {
      const place: Piece | null = pending ?? words[at] ?? null;
      added.set(place, (added.get(place) ?? '') + change.value.join(''));
      continue;
    }
    pending = change.removed ? words[at]! : null;
    if (change.removed) for (const piece of words.slice(at, at + change.value.length)) piece.isKept = false;
    at += change.value.length;
  }
  const merged = pieces.map((p) => {
    const before = added.get(p);
    if (before === undefined) return p;
    return { ...p, text: before + (p.isKept ? p.text : ''), isKept: true };
  });
  const tail = added.get(null) ?? '';
  return (
    withoutEmptied(merged)
      .map((p) => (p.isMarkup ? p.text : encode(p.text)))
      .join('') + encode(tail)
  );
}

/**
 * The statement `old` as the note says it now: its indentation stays, and its list mark where the note brings none. A
 * note with markup of its own is taken as it is; a plain one is spliced in word by word, so that the old markup stays.
 */
export function rewritten(old: string, note: string): string {
  const said = hasBlocks(old) ? note.trim() : unwrapped(note.trim());
  if (hasBlocks(said)) return /^\s*/.exec(old)![0] + said;
  const oldMark = listMark(old);
  const noteMark = listMark(said);
  const indent = /^\s*/.exec(old)![0];
  const mark = noteMark.trim() ? indent + noteMark : oldMark;
  const rest = said.slice(noteMark.length);
  const oldRest = old.slice(oldMark.length);
  return mark + (hasMarkup(oldRest) && !hasMarkup(rest) ? spliced(oldRest, rest) : rest);
}
