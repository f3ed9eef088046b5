import { blocksOf } from '../html/blocks.ts';
import { cutText } from '../html/plain.ts';

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** The block of an article that holds most of the words that were looked for, the first of them; cut to `most` UTF-16 units. */
export function snippetOf(bodyHtml: string, query: string, most: number): string {
  const wanted = wordsOf(query);
  let best = { text: '', hits: -1 };
  for (const { text } of blocksOf(bodyHtml)) {
    if (text === '') continue;
    const hits = [...wordsOf(text)].filter((word) => wanted.has(word)).length;
    if (hits > best.hits) best = { text, hits };
  }
  return cutText(best.text, most);
}
