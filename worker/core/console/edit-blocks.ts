import type { EditableBlock } from '../../../shared/console/review.ts';
import { blocksOf, removeBlock, replaceText } from '../html/blocks.ts';

/** A block's new words; null takes it out. */
export interface BlockEdit {
  index: number;
  text: string | null;
}

/** The blocks of a proposal that a reviewer may reword: those that are new, of a new article all. */
export function editableBlocks(bodyHtml: string, baseHtml: string | null): EditableBlock[] {
  const known = new Set(baseHtml === null ? [] : blocksOf(baseHtml).map(({ text }) => text));
  return blocksOf(bodyHtml)
    .filter((block) => block.text !== '' && !known.has(block.text))
    .map(({ index, tag, text }) => ({ index, tag, text }));
}

/**
 * The article with blocks reworded or taken out, every other byte as it was. Where a block's words run across marks
 * (bold, links) and the change does too, it can't be told where the marks belong: then it answers which block it is.
 */
export function withEdits(bodyHtml: string, edits: readonly BlockEdit[]): { html: string } | { stuckAt: number } {
  let html = bodyHtml;
  for (const { index, text } of edits.toSorted((a, b) => b.index - a.index)) {
    const block = blocksOf(html)[index];
    if (!block) return { stuckAt: index };
    if (text !== null && text.trim() === block.text) continue;
    const next = text === null ? removeBlock(html, block) : replaceText(html, block, block.text, text.trim());
    if (next === null) return { stuckAt: index };
    html = next;
  }
  return { html };
}
