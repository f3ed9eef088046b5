import type { Fix, Quote } from '../../shared/fix.ts';
import { blocksOf, replaceText } from './blocks.ts';
import { MIN_COVERED_SHARE } from './gates/grounding.ts';
import { checkContent } from './gates.ts';
import { factsDiffer } from './grounding/facts.ts';
import { badForm, MAX_STATEMENT_CHARS } from './grounding/form.ts';
import { turnedRound } from './grounding/meaning.ts';
import { type DraftStatement, sentencesOf, shareIn, statementsOf } from './grounding/statements.ts';
import { groundTitle } from './grounding/title.ts';
import { COURTESY_WORDS, meaningWords, NEUTRAL_WORDS } from './grounding/vocabulary.ts';
import { plainText } from './plain.ts';

export { type DraftStatement, statementsOf } from './grounding/statements.ts';
export { groundTitle } from './grounding/title.ts';

/** What a model proposes: data, never markup. `quoteIndexes` point into the quotes that it was shown. */
export interface Rewording {
  title: string;
  statements: readonly { text: string; quoteIndexes: readonly number[] }[];
}

/** A statement of a builtin draft and the wording that stood for it: what makes a second question needless. */
export interface Wording {
  statement: string;
  text: string;
}

/** Share of the builtin draft's statements that must be reworded for a rewording to stand; below it two voices mix. */
export const MIN_REWORDED_SHARE = 0.8;

/** Share of a builtin statement's content words, courtesy aside, that its rewording keeps. */
const MIN_KEPT_SHARE = 0.5;

/** How many content words more than the builtin statement a rewording may have: a factor, and neutral words. */
const MAX_WORDS_GROWTH = 1.25;
const NEUTRAL_ALLOWANCE = 2;

/** Statements of a proposal that are looked at, and builtin statements tried for each, the likest first. */
const MAX_PROPOSED = 100;
const CANDIDATES = 2;

const NOBODY = { names: [], emails: [], phones: [] };

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

/**
 * A rewording made of wordings that stood before, where they cover enough of the draft; else null. So a draft that
 * moves by a statement or two costs no question.
 */
export function knownRewording(
  statements: readonly DraftStatement[],
  known: { title: string; wordings: readonly Wording[] },
): Rewording | null {
  const texts = new Map(known.wordings.map(({ statement, text }) => [statement, text]));
  const found = statements.filter(({ text }) => texts.has(text));
  if (found.length === 0 || found.length < MIN_REWORDED_SHARE * statements.length) return null;
  return {
    title: known.title,
    statements: found.map(({ text, support }) => ({ text: texts.get(text)!, quoteIndexes: support })),
  };
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
    const standing = sentencesOf(text).filter((sentence) => unsaid(sentence, statement.text, sources) === null);
    const kept = standing.join(' ');
    const problem = kept === '' ? (unsaid(text, statement.text, sources) ?? 'empty') : changed(kept, statement.text);
    if (problem === null) {
      const gone = sentencesOf(text).filter((sentence) => !standing.includes(sentence));
      cut.push(...gone.map((sentence) => ({ text: sentence, why: 'no quote says it' })));
      return { statement, text: kept };
    }
    why ??= problem;
  }
  const none = cited.size === 0 ? 'it cites no quote' : 'no statement is left that its quotes support';
  cut.push({ text, why: why ?? none });
  return null;
}

/** Why one sentence is in none of its sources, null where it is in one. */
function unsaid(sentence: string, original: string, sources: readonly string[]): string | null {
  const words = meaningWords(sentence);
  const known = new Set(meaningWords(original));
  const added = words.find((word) => !known.has(word) && !NEUTRAL_WORDS.has(word));
  if (added !== undefined) return `"${added}" is new`;
  if (words.length === 0) return null;
  const isHeld = sources.some((source) => shareIn(words, new Set(meaningWords(source))) >= MIN_COVERED_SHARE);
  return isHeld ? null : 'no quote holds enough of it';
}

/** Why a wording says something else than the builtin statement, null where it says the same. */
function changed(said: string, original: string): string | null {
  const [words, before] = [meaningWords(said), meaningWords(original)];
  if (words.length > before.length * MAX_WORDS_GROWTH + NEUTRAL_ALLOWANCE) return 'it says more';
  const needed = before.filter((word) => !COURTESY_WORDS.has(word));
  if (needed.length > 0 && shareIn(needed, new Set(words)) < MIN_KEPT_SHARE) return 'too little is left';
  return badForm(said, original) ?? turnedRound(said, original) ?? factsDiffer(said, original);
}
