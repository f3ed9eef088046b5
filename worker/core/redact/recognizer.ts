import type { Cues } from './cues.ts';
import type { Known } from './known.ts';
import type { Kind, Span } from './span.ts';
import type { Token } from './tokens.ts';

/** What recognizers read: the text as detectors see it, its words, and what was found about it before. */
export interface Reading {
  text: string;
  tokens: readonly Token[];
  cues: Cues;
  known: Known;
  /** Product words and hosts that stay. */
  keep: ReadonlySet<string>;
}

/**
 * One kind of personal data. The shape is that of Presidio's analyzer: forms with a score, words around that raise it, a
 * check that settles it. A recognizer of more than a form has a `find` of its own.
 */
export interface Recognizer {
  name: string;
  kind: Kind;
  /** Countries (ISO 3166) whose data it knows; none: it isn't bound to a country. */
  countries: readonly string[];
  /** What it covers, in one sentence. */
  covers: string;
  find(reading: Reading): Span[];
}
