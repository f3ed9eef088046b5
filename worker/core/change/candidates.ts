import { type LineIndex, nearest } from './line-index.ts';
import { normalised, type Statement } from './statements.ts';
import { layoutFit, surfaceFit } from './surface.ts';
import { listMark, wordsOf } from './words.ts';

/** A statement in an article that a note may make stale. `similarity` is of the words alone, `score` orders. */
export interface Candidate {
  entry: number;
  article: number;
  statement: Statement;
  similarity: number;
  score: number;
}

/** A statement that differs from the note in its list mark alone is the next step of a list, hardly a change. */
const SAME_BUT_MARK = 0.8;
/** An article that already says the note is likelier right than stale; it may still say both. */
const SAID_ALREADY = 0.95;
/** A table row that fits the columns of the note's: enough to decide between rows that are alike otherwise. */
const LAYOUT_BONUS = 0.1;
/** Spelling, punctuation and list marks, which the alignment does not see, decide between versions of a statement. */
const SURFACE_BONUS = 0.03;
/** Title words in the note only break ties. */
const TITLE_BONUS = 0.01;
/** Statements that are scored after alignment. */
const NEAREST = 12;

const unmarked = (text: string): string => normalised(text).slice(listMark(normalised(text)).length);

/** The statements nearest to the note, in each article they stand in, best first; those of `isLeftOut` are not asked. */
export function candidatesFor(lines: LineIndex, note: string, isLeftOut?: (entry: number) => boolean): Candidate[] {
  const itself = lines.byText.get(normalised(note));
  const said = new Set(itself === undefined ? [] : lines.entries[itself]!.places.map((p) => p.article));
  const noteKeys = new Set(wordsOf(note).map((w) => w.key));
  const titleFit = (title: string): number => {
    const words = wordsOf(title);
    return words.filter((w) => noteKeys.has(w.key)).length / Math.max(1, words.length);
  };
  return nearest(lines, note, isLeftOut)
    .slice(0, NEAREST)
    .flatMap(({ entry, similarity }) => {
      const { text, places } = lines.entries[entry]!;
      const mark = unmarked(text) === unmarked(note) ? SAME_BUT_MARK : 1;
      const surface = SURFACE_BONUS * surfaceFit(note, text);
      return places.map(({ article, statement }) => ({
        entry,
        article,
        statement,
        similarity,
        score:
          similarity * mark * (said.has(article) ? SAID_ALREADY : 1) +
          surface +
          LAYOUT_BONUS * layoutFit(note, statement.text) +
          TITLE_BONUS * titleFit(lines.articles[article]!.title),
      }));
    })
    .sort((a, b) => b.score - a.score || a.article - b.article || a.statement.start - b.statement.start);
}

/** Whether one stands in the other, as a sentence in its paragraph. */
export const isWithin = (a: Candidate, b: Candidate): boolean =>
  a.article === b.article && a.statement.start < b.statement.end && b.statement.start < a.statement.end;
