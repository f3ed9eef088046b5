import type { Page, PageIndex } from '../learned/pages.ts';
import type { Learned } from '../learned/state.ts';
import { hash32 } from '../text/hash32.ts';
import { words } from '../text/words.ts';

/** What the title counts for beside the body. Origin: known study, BM25 and contrast alike. */
const TITLE_TIMES = 3;

/** Pages that hold nothing, imagined beside those that stand, so that a base of one or two pages can be contrasted too. Stated. */
export const IMAGINED = 4;

/** The name of a word, by its stem; the same in everybody's mouth. */
export function wordName(stem: string): number {
  return hash32(`c:${stem}`);
}

/** The words of a page as they are kept: word, times, word, times … in order of first appearance. */
export function pageWords(title: string, lines: readonly string[]): number[] {
  const times = new Map<number, number>();
  const add = (text: string, by: number) => {
    for (const word of words(text)) times.set(wordName(word), (times.get(wordName(word)) ?? 0) + by);
  };
  add(title, TITLE_TIMES);
  for (const line of lines) add(line, 1);
  return [...times].flat();
}

/** Takes a page into the index, in place of what stood there under its id. */
export function addPage(index: PageIndex, id: string, flat: readonly number[]): void {
  removePage(index, id);
  const page: Page = { words: new Map(), length: 0 };
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const [word, times] = [flat[i]!, flat[i + 1]!];
    page.words.set(word, times);
    page.length += times;
    index.times.set(word, (index.times.get(word) ?? 0) + times);
    const holders = index.holders.get(word);
    if (holders) holders.set(id, times);
    else index.holders.set(word, new Map([[id, times]]));
  }
  index.pages.set(id, page);
  index.length += page.length;
  index.norms.clear();
}

/** Takes a page out of the index. */
export function removePage(index: PageIndex, id: string): void {
  const page = index.pages.get(id);
  if (!page) return;
  for (const [word, times] of page.words) {
    const holders = index.holders.get(word)!;
    holders.delete(id);
    if (holders.size === 0) index.holders.delete(word);
    const rest = (index.times.get(word) ?? 0) - times;
    if (rest > 0) index.times.set(word, rest);
    else index.times.delete(word);
  }
  index.pages.delete(id);
  index.length -= page.length;
  index.norms.clear();
}

/** How common a word is in the language of all pages, the imagined ones of average length too. */
export function background({ pages, times, length }: PageIndex, word: number): number {
  return (times.get(word) ?? 0) / (length * (1 + IMAGINED / pages.size));
}

/** Rarity of a word among the pages: ln(1 + (P + 1) / (df + .5)). */
export function rarity({ pages, holders }: PageIndex, word: number): number {
  return Math.log(1 + (pages.size + IMAGINED + 1) / ((holders.get(word)?.size ?? 0) + 0.5));
}

/** Weight of a word in a page's vector. */
export function pageWeight(index: PageIndex, word: number, times: number): number {
  return (1 + Math.log(times)) * rarity(index, word);
}

/** Length of a page's vector. */
export function normOf(index: PageIndex, id: string): number {
  const known = index.norms.get(id);
  if (known !== undefined) return known;
  let square = 0;
  for (const [word, times] of index.pages.get(id)?.words ?? []) square += pageWeight(index, word, times) ** 2;
  const norm = Math.sqrt(square) || 1;
  index.norms.set(id, norm);
  return norm;
}

/** How much less a word says the more of the tenant's conversations hold it, 0 to 1 (an idf over its own largest value). */
export function telling({ spoken, conversations }: Learned, word: number): number {
  const most = Math.log(1 + (conversations + 1) / 0.5);
  return Math.log(1 + (conversations + 1) / ((spoken.get(word) ?? 0) + 0.5)) / most;
}
