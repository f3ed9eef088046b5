/** A line of a comparison as a reader sees it: its parts are marked where they differ. */
export interface DiffLine {
  kind: 'same' | 'removed' | 'added';
  parts: { text: string; isChanged: boolean }[];
}

/**
 * A sanitized article as data: a page builds elements from it and never parses markup. `tag` is one of the sanitizer's,
 * `href` an https address. `isChanged` marks a block whose words are not on the other side of a comparison.
 */
export type RenderedNode = string | RenderedElement;
export interface RenderedElement {
  tag: string;
  href?: string;
  isChanged?: true;
  children: RenderedNode[];
}

/** A change of an article, three ways: as customers see it before and after, and line by line (null: lines left out). */
export interface Change {
  before: { title: string; body: RenderedNode[] } | null;
  after: { title: string; body: RenderedNode[] };
  lines: (DiffLine | null)[];
  /** Search words that are added to the article. */
  terms: string[];
}
