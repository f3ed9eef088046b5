/** A stretch of the old text and what takes its place; offsets are UTF-16 units of the old text. */
export interface WordEdit {
  from: number;
  to: number;
  text: string;
}

const TOKEN = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;
const WORD = /^[\p{L}\p{M}\p{N}]/u;

/**
 * The words that differ between two texts of the same build: as many words, and the same signs and spaces between them.
 * Null where they are built otherwise, so that nobody can say which word took the place of which.
 */
export function wordEdits(before: string, after: string): WordEdit[] | null {
  const old = before.match(TOKEN) ?? [];
  const next = after.match(TOKEN) ?? [];
  if (old.length !== next.length) return null;
  const edits: WordEdit[] = [];
  let at = 0;
  for (const [index, token] of old.entries()) {
    const now = next[index]!;
    if (token !== now) {
      if (!WORD.test(token) || !WORD.test(now)) return null;
      edits.push({ from: at, to: at + token.length, text: now });
    }
    at += token.length;
  }
  return edits;
}
