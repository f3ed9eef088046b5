import { escaped, passages } from '../acts/passages.ts';
import { blocksOf, insertAfter } from '../html/blocks.ts';
import { lineKey } from '../learning/article-lines.ts';
import { sentences } from '../text/sentences.ts';

/**
 * The body with the one sentence of that key replaced and every other byte as it was; null where the sentence isn't there
 * or runs across elements.
 */
export function withReplaced(bodyHtml: string, key: number, text: string): string | null {
  const used = new Set<number>();
  for (const passage of passages(bodyHtml)) {
    for (const sentence of sentences(passage.text)) {
      let own = lineKey(sentence.text);
      while (used.has(own)) own = (own + 1) >>> 0;
      used.add(own);
      if (own !== key) continue;
      const from = passage.origin[sentence.start]!;
      const last = passage.origin[sentence.end - 1]!;
      const to = bodyHtml[last] === '&' ? bodyHtml.indexOf(';', last) + 1 : last + 1;
      if (/[<>]/.test(bodyHtml.slice(from, to))) return null;
      return bodyHtml.slice(0, from) + escaped(text) + bodyHtml.slice(to);
    }
  }
  return null;
}

/** The body with a new block after the one that holds the sentence of that key, every other byte as it was; null where none may follow. */
export function withInserted(bodyHtml: string, key: number, text: string): string | null {
  const used = new Set<number>();
  for (const passage of passages(bodyHtml)) {
    for (const sentence of sentences(passage.text)) {
      let own = lineKey(sentence.text);
      while (used.has(own)) own = (own + 1) >>> 0;
      used.add(own);
      if (own !== key) continue;
      const at = passage.origin[sentence.start]!;
      const holding = blocksOf(bodyHtml).filter((block) => block.start <= at && at < block.end);
      const block = holding.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
      return block ? insertAfter(bodyHtml, block, text) : null;
    }
  }
  return null;
}
