/** The words of the articles, for comparing whole conversations with whole pages; made from the articles, never stored. */
export interface PageIndex {
  pages: Map<string, Page>;
  /** Articles that hold a word, and how often. */
  holders: Map<number, Map<string, number>>;
  /** How often a word stands in all of them, and how many words they are. */
  times: Map<number, number>;
  length: number;
  /** Lengths of the pages' vectors, as far as they were reckoned since the last change. */
  norms: Map<string, number>;
}

/** One article as a bag of words. */
export interface Page {
  words: Map<number, number>;
  length: number;
}

/** One wording, whoever said it: in how many conversations, and the pages (hashes, a few) those were nearest to. */
export interface Heard {
  met: number;
  pages: number[];
}
