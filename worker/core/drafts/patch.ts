import { escaped, passages } from '../acts/passages.ts';
import { blocksOf, insertAfter } from '../html/blocks.ts';
import { keyGiver } from '../learning/article-lines.ts';
import { sentences } from '../text/sentences.ts';

/**
 * The body with the one sentence of that key replaced and every other byte as it was; null where the sentence isn't there
 * or runs across elements.
 */
export function withReplaced(bodyHtml: string, key: number, text: string): string | null {
  const found = placeOf(bodyHtml, key);
  if (!found) return null;
  const { from, last } = found;
  const to = bodyHtml[last] === '&' ? bodyHtml.indexOf(';', last) + 1 : last + 1;
  if (/[<>]/.test(bodyHtml.slice(from, to))) return null;
  return bodyHtml.slice(0, from) + escaped(text) + bodyHtml.slice(to);
}

/** The body with a new block after the one that holds the sentence of that key, every other byte as it was; null where none may follow. */
export function withInserted(bodyHtml: string, key: number, text: string): string | null {
  const found = placeOf(bodyHtml, key);
  if (!found) return null;
  const holding = blocksOf(bodyHtml).filter((block) => block.start <= found.from && found.from < block.end);
  const block = holding.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  return block ? insertAfter(bodyHtml, block, text) : null;
}

/** Where the source of the sentence of that key begins, and where that of its last character does. */
function placeOf(bodyHtml: string, key: number): { from: number; last: number } | null {
  const keyOf = keyGiver();
  for (const { text, origin } of passages(bodyHtml))
    for (const sentence of sentences(text))
      if (keyOf(sentence.text) === key) return { from: origin[sentence.start]!, last: origin[sentence.end - 1]! };
  return null;
}
