import { type ChangeArticle, type LineIndex, lineIndex, nearest } from './change/line-index.ts';
import { rewritten } from './change/rewrite.ts';
import { normalised, type Statement, statementsOf } from './change/statements.ts';
import { layoutFit, surfaceFit } from './change/surface.ts';
import { type UsualSimilarity, usualSimilarity } from './change/usual.ts';
import { listMark, wordsOf } from './change/words.ts';

export type { ChangeArticle } from './change/line-index.ts';

/** The statement a change note makes stale, as it stands and as it should stand. `line` counts from 1. */
export interface StaleHit {
  articleId: string;
  line: number;
  before: string;
  after: string;
  confidence: number;
}

/** Why nothing was found; `similarity` is that of the nearest statement, `threshold` what it had to exceed. */
export interface Refusal {
  reason: 'note_says_nothing' | 'no_articles' | 'already_said' | 'nothing_alike';
  similarity: number;
  threshold: number;
}

/** The articles taken apart and what is usual among them: made once, asked for many notes. */
export interface ChangeIndex {
  lines: LineIndex;
  usual: UsualSimilarity;
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
/** Two statements this near each other are ambiguous: the confidence is halved. */
const AMBIGUOUS_WITHIN = 0.02;
/** A note with fewer words than this says nothing that could be found. */
const MIN_NOTE_WORDS = 2;
const CANDIDATES = 12;

const unmarked = (text: string): string => normalised(text).slice(listMark(normalised(text)).length);

/** Prepares the articles. Costs one pass over their text and a fixed number of look-ups. */
export function changeIndex(articles: readonly ChangeArticle[]): ChangeIndex {
  const lines = lineIndex(articles);
  return { lines, usual: usualSimilarity(lines) };
}

interface Scored {
  entry: number;
  article: number;
  statement: Statement;
  similarity: number;
  score: number;
}

function scored({ lines }: ChangeIndex, note: string): Scored[] {
  const said = new Set(lines.entries[lines.byText.get(normalised(note)) ?? -1]?.places.map((p) => p.article) ?? []);
  const noteKeys = new Set(wordsOf(note).map((w) => w.key));
  const titleFit = (title: string): number => {
    const words = wordsOf(title);
    return words.filter((w) => noteKeys.has(w.key)).length / Math.max(1, words.length);
  };
  return nearest(lines, note)
    .slice(0, CANDIDATES)
    .flatMap(({ entry, similarity }) => {
      const { text, places } = lines.entries[entry]!;
      const mark = unmarked(text) === unmarked(note) ? SAME_BUT_MARK : 1;
      return places.map(({ article, statement }) => ({
        entry,
        article,
        statement,
        similarity,
        score:
          similarity * mark * (said.has(article) ? SAID_ALREADY : 1) +
          SURFACE_BONUS * surfaceFit(note, text) +
          LAYOUT_BONUS * layoutFit(note, statement.text) +
          TITLE_BONUS * titleFit(lines.articles[article]!.title),
      }));
    })
    .sort((a, b) => b.score - a.score || a.article - b.article || a.statement.start - b.statement.start);
}

function confidenceOf(index: ChangeIndex, best: Scored, others: readonly Scored[]): number {
  const { sorted } = index.usual;
  const below = sorted.filter((s) => s < best.similarity).length;
  const rank = (below + 1) / (sorted.length + 2);
  const certainty = sorted.length ? Math.min(rank, best.similarity) : best.similarity;
  const isAmbiguous = others.some((o) => o.entry !== best.entry && best.score - o.score < AMBIGUOUS_WITHIN);
  return isAmbiguous ? certainty / 2 : certainty;
}

/**
 * The article and statement a change note makes stale, or why none was found. The statement is the one whose words
 * align best with the note's, what differs being of the same type; it must be more alike than unrelated statements of
 * these articles usually are. What the note says word for word is never stale.
 */
export function searchStale(index: ChangeIndex, note: string): StaleHit | Refusal {
  const { threshold } = index.usual;
  if (wordsOf(note).length < MIN_NOTE_WORDS) return { reason: 'note_says_nothing', similarity: 0, threshold };
  if (index.lines.entries.length === 0) return { reason: 'no_articles', similarity: 0, threshold };
  const candidates = scored(index, note);
  const best = candidates[0];
  if (!best || best.similarity < threshold) {
    const reason = index.lines.byText.has(normalised(note)) ? 'already_said' : 'nothing_alike';
    return { reason, similarity: best?.similarity ?? 0, threshold };
  }
  return {
    articleId: index.lines.articles[best.article]!.id,
    line: best.statement.line,
    before: best.statement.text,
    after: rewritten(best.statement.text, note),
    confidence: confidenceOf(index, best, candidates),
  };
}

/** Whether the search refused. */
export const isRefusal = (result: StaleHit | Refusal): result is Refusal => 'reason' in result;

/** `searchStale` for a single note: null where it refuses. */
export function findStale(articles: readonly ChangeArticle[], note: string): StaleHit | null {
  const result = searchStale(changeIndex(articles), note);
  return isRefusal(result) ? null : result;
}

/**
 * The body with the stale statement rewritten, and every other one that is the same but for white space: a fact said
 * twice is stale twice. Indentation of each stays its own; every other byte is the body's.
 */
export function applyChange(body: string, hit: Pick<StaleHit, 'before' | 'after'>): string {
  const stale = normalised(hit.before);
  const after = hit.after.trimStart();
  let out = '';
  let at = 0;
  for (const statement of statementsOf(body)) {
    if (statement.start < at || normalised(statement.text) !== stale) continue;
    out += body.slice(at, statement.start) + /^\s*/.exec(statement.text)![0] + after;
    at = statement.end;
  }
  return out + body.slice(at);
}
