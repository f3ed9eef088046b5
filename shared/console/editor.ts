import type { RenderedNode } from './change.ts';

/** One node of a block that the editor knows. `attributes` are the source's own, kept as they are. */
export type EditorNode = string | EditorElement;
export interface EditorElement {
  tag: string;
  attributes: Record<string, string>;
  children: EditorNode[];
}

/**
 * A stretch of an article from the beginning of one outermost block to the beginning of the next. `html` is the block as it is
 * stored, `tail` what stands between it and the next. `known` is the block as the editor can change it; null where it holds
 * something that the editor doesn't know: then it is shown as it looks and stays as it is, or goes whole.
 */
export interface EditorPiece {
  html: string;
  tail: string;
  known: EditorElement | null;
  shown: RenderedNode[];
}
