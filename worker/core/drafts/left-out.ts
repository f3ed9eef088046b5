import type { Fix } from '../../../shared/fix.ts';
import { blocksOf, removeBlock } from '../html/blocks.ts';
import { plainText } from '../html/plain.ts';

/**
 * A draft without the sentences that a person called wrong (`leftOut`, as they stood), whatever article they stood in
 * before. A change of an article that would bring one of them back is not made at all, nor a new article of which nothing is
 * left: null.
 */
export function leavingOut(fix: Fix, baseHtml: string | null, leftOut: ReadonlySet<string>): Fix | null {
  if (leftOut.size === 0) return fix;
  const known = new Set(baseHtml === null ? [] : blocksOf(baseHtml).map(({ text }) => text));
  const wrong = blocksOf(fix.bodyHtml).filter(({ text }) => leftOut.has(text) && !known.has(text));
  if (wrong.length === 0) return fix;
  if (baseHtml !== null) return null;
  const bodyHtml = wrong
    .toSorted((a, b) => b.index - a.index)
    .reduce((html, { index }) => {
      const block = blocksOf(html)[index];
      return (block && removeBlock(html, block)) ?? html;
    }, fix.bodyHtml);
  return plainText(bodyHtml).trim() === '' ? null : { ...fix, bodyHtml };
}
