/**
 * The numbers of search. Unless said otherwise their origin is one study: each was swept alone over seven bases of
 * different kinds (help questions, intents, dialogues), and the value kept where the mean of all was best or flat.
 */

/** Kinds of features; the lists below have one weight for each, in this order. */
export const KINDS = ['word', 'pair', 'gram', 'concept', 'grammar', 'phrase', 'exact'] as const;
export type Kind = (typeof KINDS)[number];

/** Weight of a feature in cosines, by kind. `exact` counts apart. */
export const COSINE_WEIGHTS: readonly number[] = [1, 0.4, 0.25, 1.2, 0.2, 0.1, 0];

/** Weight of an event in naive Bayes, by kind. */
export const BAYES_WEIGHTS: readonly number[] = [1, 1, 0, 1, 0.6, 0.7, 0];

/** Weight of a feature between two questions, by kind; character n-grams and bare grammar cost time and say nothing here. */
export const NEIGHBOUR_WEIGHTS: readonly number[] = [1, 0.5, 0, 0.6, 0, 0.2, 1];

/** Power of the inverse document frequency: less than 1, since customers repeat the words that matter. */
export const IDF_POWER = 0.7;

/** How many passages the title is worth in an article's centroid. */
export const TITLE_PASSAGES = 6;

/** Labels are words that people chose for search: more than a passage, less than the title. Stated, not measured. */
export const LABEL_PASSAGES = 2;

/** Scale of the root of idf by which an event counts: that of a usual word (idf 4) counts for one. Origin: four tried on six bases. */
export const EVENT_SCALE = 0.5;

/** Jelinek-Mercer: share of the background in an article's language model. */
export const BACKGROUND_SHARE = 0.2;

/** Weight of the log-likelihood ratio, per stem of the query: in ranking, and in coverage where it must speak softer. */
export const BAYES_IN_RANKING = 0.08;
export const BAYES_IN_COVERAGE = 0.04;

/** What one exact match of a code or of a quoted string adds: more than any difference of cosines. Stated. */
export const EXACT_BONUS = 1;

/** Candidates in which quoted strings are looked up. Bounds the time of a query. */
export const QUOTE_CANDIDATES = 50;

/** Self-training: rounds at most, temperature of the posterior, least posterior, most texts an article, weight of one. */
export const ROUNDS = 4;
export const TEMPERATURE = 0.1;
export const LEAST_POSTERIOR = 0.5;
export const MOST_TEXTS = 150;
export const TAUGHT_WEIGHT = 0.25;

/** Self-training stops when fewer than this share of the texts changed their article. */
export const SETTLED_SHARE = 0.005;

/** Past questions that are kept, the newest; bounds memory and the time of building. */
export const MAX_PAST = 8_000;
