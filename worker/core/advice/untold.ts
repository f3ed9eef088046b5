import type { Conversation } from '../../../shared/conversation.ts';
import { clausesOf, inFull } from '../grounding/clauses.ts';
import type { Logic } from '../language/logic.ts';
import { writingOf } from '../language/writing-of.ts';
import { reading, sentences } from '../text/sentences.ts';
import { tokens } from '../text/words.ts';
import type { Told } from './reply.ts';

/** Share of a statement's content that a sentence holds, from which the sentence says it. By hand. */
const SAYS = 0.8;

/** Words of content under which a statement is too short to be told again by its words. */
const MIN_STEMS = 3;

/**
 * What can still be told to this customer, in order: not what an agent told them already, not what they tell that they did, and each
 * thing once. A value counts: the same sentence with another figure is another.
 */
export function untold(
  told: readonly Told[],
  { turns, language }: Pick<Conversation, 'turns'> & { language: string },
): Told[] {
  const logic = writingOf(language)?.logic ?? null;
  const turning = logic?.turning ?? {};
  const said = turns.flatMap(({ author, text }) =>
    sentences(text).flatMap((sentence) => {
      const { isQuestion } = reading(sentence.text);
      return partsOf(sentence.text, logic).map((part) => ({ author, ...read(part, turning), isQuestion }));
    }),
  );
  const found: (Told & { own: Read })[] = [];
  for (const one of told) {
    const own = read(one.text, turning);
    const isTold = said.some((other) => other.author === 'agent' && !other.isQuestion && says(other, own));
    const isTried =
      one.isGuidance && said.some((other) => other.author === 'customer' && !other.isQuestion && says(other, own));
    if (isTold || isTried || found.some((other) => says(other.own, own))) continue;
    found.push({ ...one, own });
  }
  return found.map(({ own: _, ...one }) => one);
}

/** A sentence, and each of its clauses: "I did this, and it is still slow" says that this was done. */
function partsOf(sentence: string, logic: Logic | null): string[] {
  if (logic === null) return [sentence];
  const full = inFull(sentence, logic);
  return [sentence, ...clausesOf(sentence, logic, true).map(({ from, to }) => full.slice(from, to))];
}

interface Read {
  stems: readonly string[];
  numbers: string;
  /** What turns or narrows it ("not", "only"): what a customer did not do is not tried. */
  turned: string;
  isQuestion: boolean;
}

function read(text: string, turning: Readonly<Record<string, string>>): Read {
  const { stems, numbers, isQuestion } = reading(text);
  const turned = tokens(text).flatMap((word) => (Object.hasOwn(turning, word) ? [turning[word]!] : []));
  return { stems, numbers: [...numbers].sort().join(' '), turned: [...new Set(turned)].sort().join(' '), isQuestion };
}

/** Whether one sentence says what another says. */
function says(said: Read, own: Read): boolean {
  if (own.stems.length < MIN_STEMS || said.numbers !== own.numbers || said.turned !== own.turned) return false;
  const held = new Set(said.stems);
  return own.stems.filter((stem) => held.has(stem)).length >= SAYS * own.stems.length;
}
