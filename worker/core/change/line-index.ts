import { alignment, typesOf, type Weighed } from './alignment.ts';
import { hasBlocks, normalised, type Statement, statementsOf } from './statements.ts';
import { type Word, wordsOf } from './words.ts';

/** An article as a change note is compared with it. `body` is whatever text or markup the helpdesk holds. */
export interface ChangeArticle {
  id: string;
  title: string;
  body: string;
}

/** A distinct statement and where it stands. Versions of a page share most of theirs. */
export interface Entry {
  text: string;
  words: readonly Word[];
  hasBlocks: boolean;
  places: { article: number; statement: Statement }[];
}

export interface LineIndex {
  articles: readonly ChangeArticle[];
  entries: readonly Entry[];
  byText: ReadonlyMap<string, number>;
  postings: ReadonlyMap<string, readonly number[]>;
  /** Inverse document frequency of each word over distinct statements. */
  weights: ReadonlyMap<string, number>;
  /** Weight of all words of each entry. */
  totals: Float64Array;
  /** Weighed statements, filled as they are asked for; only a memo. */
  weighed: Map<number, Weighed>;
}

/** A statement near a text. */
export interface Near {
  entry: number;
  similarity: number;
}

/** Aligning is quadratic in words, so only the best by shared words are aligned. */
const SHORTLIST = 40;

/** Takes the articles' statements apart once, so that many notes can be asked. */
export function lineIndex(articles: readonly ChangeArticle[]): LineIndex {
  const byText = new Map<string, number>();
  const entries: Entry[] = [];
  const postings = new Map<string, number[]>();
  articles.forEach((article, a) => {
    for (const statement of statementsOf(article.body)) {
      const text = normalised(statement.text);
      const known = byText.get(text);
      if (known !== undefined) {
        entries[known]!.places.push({ article: a, statement });
        continue;
      }
      const words = wordsOf(text);
      byText.set(text, entries.length);
      for (const key of new Set(words.map((w) => w.key))) {
        const list = postings.get(key);
        if (list) list.push(entries.length);
        else postings.set(key, [entries.length]);
      }
      entries.push({ text, words, hasBlocks: hasBlocks(text), places: [{ article: a, statement }] });
    }
  });
  const weights = new Map([...postings].map(([key, list]) => [key, inverseFrequency(list.length, entries.length)]));
  const totals = Float64Array.from(entries, ({ words }) => words.reduce((s, w) => s + weights.get(w.key)!, 0));
  return { articles, entries, byText, postings, weights, totals, weighed: new Map() };
}

/** Inverse document frequency as in BM25 (Robertson and Zaragoza 2009), never negative. */
const inverseFrequency = (df: number, n: number): number => Math.log(1 + (n - df + 0.5) / (df + 0.5));

export const weightOf = (index: LineIndex, key: string): number =>
  index.weights.get(key) ?? inverseFrequency(0, index.entries.length);

function weighed(index: LineIndex, text: string, words: readonly Word[]): Weighed {
  return { words, weights: words.map((w) => weightOf(index, w.key)), types: typesOf(text, words) };
}

function weighedEntry(index: LineIndex, entry: number): Weighed {
  const known = index.weighed.get(entry);
  if (known) return known;
  const { text, words } = index.entries[entry]!;
  const made = weighed(index, text, words);
  index.weighed.set(entry, made);
  return made;
}

function shortlist(index: LineIndex, words: readonly Word[], isLeftOut: (entry: number) => boolean): number[] {
  const shared = new Map<number, number>();
  for (const key of new Set(words.map((w) => w.key))) {
    const weight = weightOf(index, key);
    for (const entry of index.postings.get(key) ?? []) shared.set(entry, (shared.get(entry) ?? 0) + weight);
  }
  const own = words.reduce((s, w) => s + weightOf(index, w.key), 0);
  return [...shared]
    .filter(([entry]) => !isLeftOut(entry))
    .map(([entry, weight]) => ({ entry, score: (2 * weight) / (own + index.totals[entry]!) }))
    .sort((x, y) => y.score - x.score || x.entry - y.entry)
    .slice(0, SHORTLIST)
    .map(({ entry }) => entry);
}

/** The statements most like the text, best first; the text itself and what `isLeftOut` names are not among them. */
export function nearest(index: LineIndex, text: string, isLeftOut: (entry: number) => boolean = () => false): Near[] {
  const itself = index.byText.get(normalised(text));
  const isInline = !hasBlocks(text);
  const words = wordsOf(text);
  const query = weighed(index, text, words);
  return shortlist(
    index,
    words,
    (entry) => entry === itself || (isInline && index.entries[entry]!.hasBlocks) || isLeftOut(entry),
  )
    .map((entry) => ({ entry, similarity: alignment(query, weighedEntry(index, entry)) }))
    .sort((x, y) => y.similarity - x.similarity || x.entry - y.entry);
}
