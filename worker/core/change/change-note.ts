import { announced, announcementOf, holdsOld, isAbout, oneValueChanged } from './announcement.ts';
import { type Candidate, candidatesFor, isWithin } from './candidates.ts';
import { type ChangeArticle, type LineIndex, lineIndex } from './line-index.ts';
import { rewritten } from './rewrite.ts';
import { normalised, statementsOf } from './statements.ts';
import { LOWEST_THRESHOLD, type UsualSimilarity, usualSimilarity } from './usual.ts';
import { wordsOf } from './words.ts';

export type { ChangeArticle } from './line-index.ts';

/**
 * The statement a change note makes stale, as it stands and as it should stand. `line` counts from 1. `confidence` is 0
 * to 1: how alike note and statement are, at most the share of unrelated statements that are less alike, halved where
 * another statement is as near.
 */
export interface StaleHit {
  articleId: string;
  line: number;
  before: string;
  after: string;
  confidence: number;
}

/** Why nothing was found; `similarity` is that of the nearest statement, `threshold` what it had to exceed. */
export interface Refusal {
  reason: 'note_says_nothing' | 'note_too_long' | 'no_articles' | 'already_said' | 'nothing_alike';
  similarity: number;
  threshold: number;
}

/** The articles taken apart and what is usual among them: made once, asked for many notes. */
export interface ChangeIndex {
  lines: LineIndex;
  usual: UsualSimilarity;
}

/** Two statements this near each other are ambiguous: the confidence is halved. */
const AMBIGUOUS_WITHIN = 0.02;
/** A note with fewer words than this says nothing that could be found. */
const MIN_NOTE_WORDS = 2;
/**
 * A statement this much nearer than the next one is taken below the threshold too. Measured on two public documentation
 * sites: finds 5 to 15 more of 100 lines of which half was rewritten, takes 0 to 4 more of 100 that stand nowhere.
 */
const STANDS_OUT_BY = 0.15;
/** A longer note is a document, not a line. */
const MAX_NOTE_CHARS = 8_192;
/** From here up a note is the new line itself, whatever it tells. */
const NEW_LINE = 0.6;
/**
 * An announcement names the old value, so its other words may be fewer: this part of the threshold is enough, or that
 * no other statement holds the old value.
 */
const ANNOUNCED_PART = 0.6;

/** Prepares the articles. Costs one pass over their text and a fixed number of look-ups. */
export function changeIndex(articles: readonly ChangeArticle[]): ChangeIndex {
  const lines = lineIndex(articles);
  return { lines, usual: usualSimilarity(lines) };
}

/**
 * The article and statement a change note makes stale, or why none was found. A note may be the new line itself or tell
 * of the change ("… was raised from 5 to 10"). The statement is the one whose words align best with the note's, what
 * differs being of the same type; it must be more alike than unrelated statements of these articles usually are, or stand
 * out from all others. What
 * stands in the note word for word is never stale.
 */
export function searchStale(index: ChangeIndex, note: string): StaleHit | Refusal {
  const { threshold } = index.usual;
  if (note.length > MAX_NOTE_CHARS) return { reason: 'note_too_long', similarity: 0, threshold };
  if (wordsOf(note).length < MIN_NOTE_WORDS) return { reason: 'note_says_nothing', similarity: 0, threshold };
  if (index.lines.entries.length === 0) return { reason: 'no_articles', similarity: 0, threshold };
  const candidates = candidatesFor(index.lines, note);
  const best = candidates[0];
  const isNewLine = best !== undefined && best.similarity >= NEW_LINE;
  const told = isNewLine ? null : searchAnnounced(index, note);
  if (told) return told;
  if (!best || (best.similarity < threshold && !standsOut(best, candidates))) {
    const reason = index.lines.byText.has(normalised(note)) ? 'already_said' : 'nothing_alike';
    return { reason, similarity: best?.similarity ?? 0, threshold };
  }
  const { text } = best.statement;
  return hitOf(index, best, candidates, oneValueChanged(text, note) ?? rewritten(text, note));
}

/** Whether one statement is so much nearer than any other that it must be the one, if any is. */
function standsOut(best: Candidate, candidates: readonly Candidate[]): boolean {
  const next = candidates.find((c) => c.entry !== best.entry && !isWithin(c, best));
  return best.similarity >= LOWEST_THRESHOLD && best.score - (next?.score ?? 0) >= STANDS_OUT_BY;
}

function searchAnnounced(index: ChangeIndex, note: string): StaleHit | null {
  const change = announcementOf(note);
  if (!change) return null;
  const candidates = candidatesFor(index.lines, note, (entry) => !holdsOld(index.lines.entries[entry]!.text, change));
  const best = candidates[0];
  if (!best) return null;
  const isOnly = candidates.every((c) => c.entry === best.entry || isWithin(c, best));
  const isSure = best.similarity >= ANNOUNCED_PART * index.usual.threshold;
  if (!isSure && !(isOnly && isAbout(best.statement.text, note, change))) return null;
  return hitOf(index, best, candidates, announced(best.statement.text, change));
}

function hitOf(index: ChangeIndex, best: Candidate, candidates: readonly Candidate[], after: string): StaleHit {
  return {
    articleId: index.lines.articles[best.article]!.id,
    line: best.statement.line,
    before: best.statement.text,
    after,
    confidence: confidenceOf(index, best, candidates),
  };
}

function confidenceOf(index: ChangeIndex, best: Candidate, others: readonly Candidate[]): number {
  const { sorted } = index.usual;
  const below = sorted.filter((s) => s < best.similarity).length;
  const rank = (below + 1) / (sorted.length + 2);
  const certainty = sorted.length ? Math.min(rank, best.similarity) : best.similarity;
  const isAmbiguous = others.some((o) => o.entry !== best.entry && best.score - o.score < AMBIGUOUS_WITHIN);
  return isAmbiguous ? certainty / 2 : certainty;
}

/** Whether the search refused. */
export const isRefusal = (result: StaleHit | Refusal): result is Refusal => 'reason' in result;

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
