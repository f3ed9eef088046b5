import { blocksOf } from '../html/blocks.ts';

/** What a proposal says of its own, block by block: of a change what is new in it, of a new article all. Each once. */
export function ownSentences(bodyHtml: string, baseHtml: string | null): string[] {
  const known = new Set(baseHtml === null ? [] : blocksOf(baseHtml).map(({ text }) => text));
  return [...new Set(blocksOf(bodyHtml).map(({ text }) => text))].filter((text) => text !== '' && !known.has(text));
}
