import { plainText } from '../html/plain.ts';
import { isFamiliar } from './lexicon/familiar.ts';
import { foldText } from './shadow.ts';
import { FIRST_NAMES, NO_NAMES } from './words.ts';

/** Words with capitals, side by side: a product, a label, a place in a menu. */
const RUN = /(?<![\p{L}\p{N}_'’-])\p{Lu}[\p{L}\p{N}'’-]{1,40}(?:[ -]\p{Lu}[\p{L}\p{N}'’-]{1,40}){0,4}/gu;
const MAX_ARTICLE_CHARS = 200_000;

/**
 * What a tenant's articles name, of which redaction would not know that it is no person: runs of words with capitals, as a
 * whole and word by word, in which a word is none of everyday English. Those that begin with a common first name are left
 * out: an example's person stays one. The commonest first, at most `most`.
 */
export function namedByArticles(bodies: readonly { title: string; bodyHtml: string }[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const { title, bodyHtml } of bodies) {
    const text = `${title}\n${plainText(bodyHtml.slice(0, MAX_ARTICLE_CHARS))}`;
    const here = new Set<string>();
    for (const [written] of text.matchAll(RUN)) {
      const run = written.split(' ');
      while (run.length > 1 && isKnown(run[0]!)) run.shift();
      if (FIRST_NAMES.has(plain(run[0]!)) || run.every(isKnown)) continue;
      here.add(run.join(' '));
      for (const word of run) if (!isKnown(word)) here.add(word);
    }
    for (const name of here) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || b.length - a.length || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([name]) => name);
}

const plain = (word: string): string => foldText(word).toLowerCase();
const isKnown = (word: string): boolean =>
  plain(word)
    .split('-')
    .every((part) => isFamiliar(part) || NO_NAMES.has(part));
