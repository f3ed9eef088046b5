/**
 * What of a language a proof of sentences needs to know: the words that carry their logic, in lower case. A sentence may
 * stand for another where these words agree as well as those of content.
 */
export interface Logic {
  /** Forms that say the same: what is written short in full, phrases for one bound as one word. */
  same: readonly (readonly [RegExp, string])[];
  /** Words that turn a sentence round, narrow it or say how much is meant, by what they stand for. */
  turning: Readonly<Record<string, string>>;
  /** Words with which a clause begins on which another hangs ("if", "before"), by what they stand for. */
  hanging: Readonly<Record<string, string>>;
  /** Words that join clauses of one rank. */
  joining: ReadonlySet<string>;
  /** Prepositions; of those in `places` one may stand for another. */
  binding: ReadonlySet<string>;
  places: ReadonlySet<string>;
  /** Groups of which a sentence may leave words out and never bring one: who acts, what is owed, how far it goes. */
  neverNew: readonly ReadonlySet<string>[];
  /** The team as the one who acts: both sentences have it or neither. */
  team: ReadonlySet<string>;
  /** Words for what may be left undone, and those that may say it instead. */
  optional: ReadonlySet<string>;
  choice: ReadonlySet<string>;
  /** Verbs that another word completes ("turn off"), and those words. */
  completed: ReadonlySet<string>;
  completing: ReadonlySet<string>;
  /** Verbs of steps that a reader follows alike. Going to a place, the first class, may be left out beside its place. */
  alike: readonly ReadonlySet<string>[];
  /** Words that documentation uses of any product and that state nothing of it: they may come and go. */
  free: ReadonlySet<string>;
  /** Words of courtesy that may go. */
  courtesy: ReadonlySet<string>;
}

/** The words of a line. */
export const wordList = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** "not: no never; only: just": each word by what it stands for. */
export const byMeaning = (lines: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lines.split(';').flatMap((line) => {
      const [meaning = '', words = ''] = line.split(':').map((part) => part.trim());
      return [meaning, ...words.split(/\s+/)].filter((word) => word !== '').map((word) => [word, meaning]);
    }),
  );
