import { type Said as Reason, say } from '../../../../shared/said/said.ts';
import type { Writing } from '../../language/writing.ts';
import type { Fact } from './facts.ts';
import { likeness, type Vector } from './likeness.ts';
import { figuresIn, type Said } from './reading.ts';
import { isTelling } from './steps.ts';
import { type Tidied, tidied } from './tidy.ts';

/** What speaks for a wording and against it, beside how near it is to the others (0 to 1). By hand. */
const HELD = 0.5;
const CONDITION = 0.06;
const MOOD = 0.3;
const POINTING = 0.25;
const HEDGING = 0.15;
const EDIT = 0.08;
const SMALL = 0.15;
const SCRAP = 0.4;
const RARE = 0.15;
const PRONOUN = 0.08;
const OWN_WORD = 0.12;
const SHORT = 0.25;
const LONG = 0.2;

/** Words of a sentence that is neither a scrap nor a paragraph. */
const FEWEST = 4;
const MOST = 30;
const FEWEST_AT_ALL = 3;

/** Share of a fact's conversations in which a figure or name must stand so that its sentence holds it. */
const SHARED = 0.5;

/** Share of a fact's wordings that tell to do something, from which it is a step. */
const STEP = 0.4;

/** A sentence that agents say often and an article does not, and why. */
export interface Dropped {
  said: Said;
  why: Reason;
}

export interface Worded {
  fact: Fact;
  text: string;
  isStep: boolean;
  /** The sentence it was made of. */
  said: Said;
}

/** The wording of a fact that stands alone and says it best, or why none does. */
export function clearest(
  fact: Fact,
  vectorOf: (said: Said) => Vector,
  isKnown: (word: string) => boolean,
  isProven: (text: string) => boolean,
  asked: ReadonlyMap<string, ReadonlySet<string>>,
  writing: Writing,
  as?: 'step' | 'note',
): Worded | Dropped {
  const tried = fact.said.map((said) => ({ said, ...tidied(said.text, writing), vector: vectorOf(said) }));
  const telling = tried.filter(({ text }) => isTelling(text, writing)).length;
  const isStep = as === undefined ? telling >= STEP * tried.length : as === 'step';
  const figures = sharedBy(fact, ({ text }) => figuresIn(text));
  const names = sharedBy(fact, ({ text }) => namesIn(text));
  const others = new Map<string, number>();
  for (const said of fact.said) for (const word of new Set(said.words)) others.set(word, (others.get(word) ?? 0) + 1);
  let best: { score: number; worded: Worded } | null = null;
  for (const one of tried) {
    if (one.why !== null || !isSentence(one.text, writing) || !isProven(one.text)) continue;
    const near = tried.reduce((sum, other) => sum + likeness(one.vector, other.vector), 0) / tried.length;
    const held = [...figures, ...names];
    const plain = one.text.toLowerCase();
    const kept =
      held.length === 0 ? 1 : held.filter((value) => plain.includes(value.toLowerCase())).length / held.length;
    const size = one.text.split(' ').length;
    const ownWords = one.said.words.filter(
      (word) => others.get(word) === 1 && asked.get(one.said.conversationId)?.has(word),
    ).length;
    const doesTell = isTelling(one.text, writing);
    const score =
      near +
      HELD * kept +
      (writing.condition.test(one.text) ? CONDITION : 0) -
      (doesTell === isStep ? 0 : MOOD) -
      (writing.pointing.test(one.text) ? POINTING : 0) -
      (writing.hedging.test(one.text) ? HEDGING : 0) -
      EDIT * one.edits -
      (/^\p{Ll}/u.test(one.said.text) ? SMALL : 0) -
      (writing.scrap.test(one.said.text) ? SCRAP : 0) -
      RARE * one.said.words.filter((word) => !isKnown(word)).length -
      (writing.pronoun.test(one.text) ? PRONOUN : 0) -
      OWN_WORD * ownWords -
      (size < FEWEST ? SHORT : 0) -
      (size > MOST ? LONG : 0);
    const worded = { fact, text: one.text, isStep: doesTell, said: one.said };
    if (best === null || score > best.score || (score === best.score && one.text < best.worded.text))
      best = { score, worded };
  }
  return best?.worded ?? refused(fact, tried);
}

/** Whether it tells to do something, or has a verb outside of names and more than two words. */
function isSentence(text: string, writing: Writing): boolean {
  const unnamed = text.replace(/(?<=\s)\p{Lu}\S*/gu, '');
  return isTelling(text, writing) || (writing.verb.test(unnamed) && text.split(' ').length >= FEWEST_AT_ALL);
}

function refused(fact: Fact, tried: readonly (Tidied & { said: Said })[]): Dropped {
  const first = tried.toSorted((a, b) => b.text.length - a.text.length)[0];
  return { said: first?.said ?? fact.said[0]!, why: first?.why ?? say('left.noSentence') };
}

/** What at least SHARED of a fact's conversations hold. */
function sharedBy(fact: Fact, of: (said: Said) => string[]): string[] {
  const where = new Map<string, Set<string>>();
  for (const said of fact.said)
    for (const value of of(said)) where.set(value, (where.get(value) ?? new Set()).add(said.conversationId));
  return [...where].filter(([, who]) => who.size >= SHARED * fact.conversations.size).map(([value]) => value);
}

/** What has a capital amid a sentence: a thing on the screen, mostly. */
export function namesIn(text: string): string[] {
  return (
    text.match(
      /(?<=[\p{L}\p{N},;:'’)]\s["'“]?)\p{Lu}[\p{L}\p{N}]+(?:\s(?:(?:&|and|of|to)\s)?\p{Lu}[\p{L}\p{N}]+)*/gu,
    ) ?? []
  );
}
