import type { Fix, Quote } from '../../../shared/fix.ts';
import { checkContent } from '../gates/check-content.ts';
import { blocksOf, replaceText } from '../html/blocks.ts';
import { plainText } from '../html/plain.ts';
import { NOBODY } from '../redact/known.ts';
import { sentenceTexts } from '../text/sentence-spans.ts';
import { MAX_STATEMENT_CHARS } from './form.ts';
import { MIN_REWORDED_SHARE, type Rewording, type Wording } from './rewording.ts';
import { changed, unsaid } from './says.ts';
import { type DraftStatement, shareIn, statementsOf } from './statements.ts';
import { groundTitle } from './title.ts';
import { meaningWords } from './vocabulary.ts';

export { knownRewording, type Rewording, type Wording } from './rewording.ts';
export { statementsOf } from './statements.ts';
export { groundTitle } from './title.ts';

/** Statements of a proposal that are looked at, and builtin statements tried for each, the likest first. */
const MAX_PROPOSED = 100;
const CANDIDATES = 2;

export interface Grounded {
  /** The builtin fix with the wording that may stand; the builtin fix itself where too little of it may. */
  fix: Fix;
  isReworded: boolean;
  /** Statements of the builtin draft that have another wording now, or the same on purpose, of how many. */
  covered: number;
  of: number;
  /** What stood for what: to be given to the next rewording of the same gap. */
  wordings: Wording[];
  /** What was cut, and why. */
  cut: { text: string; why: string }[];
}

/**
 * The builtin draft in a model's wording, as far as code can map it to what agents said. A sentence stands only in the
 * place of the builtin statement that it says again: it cites a quote of that statement, that quote holds 60 % of its
 * words, its content words are the statement's own (one agent's quote may hold an order to the model) or neutral ones,
 * and its facts, labels and logic are equal. Everything else is cut; the builtin's markup, order, evidence and open
 * questions stay. Pure; no input makes it throw.
 */
export function ground(
  builtin: Fix,
  rewording: Rewording,
  quotes: readonly Quote[],
  base: { title: string; bodyHtml: string } | null,
): Grounded {
  const statements = statementsOf(builtin.bodyHtml, base?.bodyHtml ?? null, quotes);
  const wordings = new Map<DraftStatement, string>();
  const cut: Grounded['cut'] = [];
  for (const { text, quoteIndexes } of rewording.statements.slice(0, MAX_PROPOSED)) {
    const found = placeOf(text, quoteIndexes, statements, wordings, quotes, cut);
    if (found) wordings.set(found.statement, found.text);
  }
  let bodyHtml = builtin.bodyHtml;
  const stood: Wording[] = [];
  for (const statement of statements.toReversed()) {
    const text = wordings.get(statement);
    if (text === undefined) continue;
    const next = text === statement.text ? bodyHtml : replaced(bodyHtml, statement, text);
    if (next === null) continue;
    bodyHtml = next;
    stood.unshift({ statement: statement.text, text });
  }
  const of = statements.length;
  const covered = stood.length;
  const stands: Grounded = { fix: builtin, isReworded: false, covered, of, wordings: [], cut };
  if (of === 0 || covered < MIN_REWORDED_SHARE * of) return stands;
  const sources = [builtin.bodyHtml, base?.title ?? '', base?.bodyHtml ?? ''].map(plainText);
  const title = builtin.kind === 'new_article' ? groundTitle(builtin.title, rewording.title, sources) : builtin.title;
  const fix = { ...builtin, title, bodyHtml };
  return brings(fix, builtin, base) ? stands : { ...stands, fix, isReworded: true, wordings: stood };
}

/** The body with one statement in another wording; text alone changes, so a block keeps its place in the order. */
function replaced(bodyHtml: string, { block, text }: DraftStatement, wording: string): string | null {
  const now = blocksOf(bodyHtml)[block.index];
  return now ? replaceText(bodyHtml, now, text, wording) : null;
}

/** Whether the content gates refuse the rewording for something that they do not refuse the builtin draft for. */
function brings(fix: Fix, builtin: Fix, base: { bodyHtml: string } | null): boolean {
  const rules = [fix, builtin].map(({ bodyHtml, evidence }) =>
    checkContent({ baseHtml: base?.bodyHtml ?? null, nextHtml: bodyHtml, quotes: evidence, knownNames: NOBODY }),
  );
  const known = new Set(rules[1]!.problems.map(({ rule }) => rule));
  return rules[0]!.problems.some(({ rule }) => !known.has(rule));
}

/** The builtin statement that a proposal says again, and what of the proposal may stand for it. */
function placeOf(
  proposal: string,
  quoteIndexes: readonly number[],
  statements: readonly DraftStatement[],
  taken: ReadonlyMap<DraftStatement, string>,
  quotes: readonly Quote[],
  cut: Grounded['cut'],
): { statement: DraftStatement; text: string } | null {
  if (proposal.length > MAX_STATEMENT_CHARS) {
    cut.push({ text: `${proposal.slice(0, 80)}…`, why: 'too long' });
    return null;
  }
  const text = proposal.normalize('NFC').replace(/\s+/g, ' ').trim();
  const cited = new Set(quoteIndexes.filter((index) => quotes[index] !== undefined));
  const words = new Set(meaningWords(text));
  const candidates = statements
    .filter((s) => !taken.has(s) && s.support.some((index) => cited.has(index)))
    .map((statement) => ({ statement, score: shareIn(meaningWords(statement.text), words) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, CANDIDATES);
  const same = candidates.find(({ statement }) => statement.text === text);
  if (same) return { statement: same.statement, text };
  let why: string | null = null;
  for (const { statement } of candidates) {
    const sources = statement.support.filter((index) => cited.has(index)).map((index) => quotes[index]!.quote);
    const standing = sentenceTexts(text).filter((sentence) => unsaid(sentence, statement.text, sources) === null);
    const kept = standing.join(' ');
    const problem = kept === '' ? (unsaid(text, statement.text, sources) ?? 'empty') : changed(kept, statement.text);
    if (problem === null) {
      const gone = sentenceTexts(text).filter((sentence) => !standing.includes(sentence));
      cut.push(...gone.map((sentence) => ({ text: sentence, why: 'no quote says it' })));
      return { statement, text: kept };
    }
    why ??= problem;
  }
  const none = cited.size === 0 ? 'it cites no quote' : 'no statement is left that its quotes support';
  cut.push({ text, why: why ?? none });
  return null;
}
