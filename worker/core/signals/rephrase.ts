import type { Turn } from '../../../shared/conversation.ts';
import type { Signal } from '../../../shared/signal.ts';
import { languageFor } from '../language/languages.ts';
import type { SignalWords } from '../language/signal-words.ts';
import { stem, words } from '../text/words.ts';
import { type SignalInput, shownBy } from './input.ts';
import { plainPhrases } from './phrases.ts';

/**
 * The band in which two messages of a customer say the same in other words: at least so many stems in common, that
 * share of the shorter one's, and less than that share of all (above it, it is the same message sent again).
 * Origin: stated defaults; a table of cases in test/core/signals/signals.test.ts, watched on real conversations.
 */
export const MIN_SHARED_STEMS = 2;
export const MIN_OVERLAP = 0.5;
export const MAX_JACCARD = 0.85;

/** Where no word says that the answer missed, the messages must share this much of all they say. Origin: as above. */
export const MIN_BARE_JACCARD = 0.5;

/** Stems in a sentence from which it answers, and messages of a customer that are compared (the first ones). */
const MIN_ANSWER_STEMS = 3;
const MAX_COMPARED = 24;

/**
 * The customer says the same need again in other words after an agent or a bot had answered: the answer missed it.
 * Either they say that it missed, or they ask with nothing new in it. Repeating on request, sending the identical message
 * twice, asking the same of another thing, a new topic, giving details that were asked for and thanks are none. The turns are the first wording and the later ones.
 */
export function rephrase({ conversation }: SignalInput): Signal | null {
  const habits = languageFor(conversation.language)?.signals;
  if (!habits) return null;
  const said: { turn: Turn; stems: Set<string>; answersBefore: number }[] = [];
  const shown = new Set<Turn>();
  let answers = 0;
  for (const turn of conversation.turns) {
    if (turn.author !== 'customer') {
      if (isAnswer(turn, habits)) answers++;
      continue;
    }
    if (said.length >= MAX_COMPARED) break;
    const stems = new Set(words(turn.text));
    if (stems.size < MIN_SHARED_STEMS) continue;
    const earlier = said.find(
      (before) => before.answersBefore < answers && isSaidAgain(before.stems, stems, turn.text, habits),
    );
    if (earlier) shown.add(earlier.turn).add(turn);
    said.push({ turn, stems, answersBefore: answers });
  }
  const turns = [...shown].sort((a, b) => a.at - b.at);
  const signal = shownBy('rephrase', turns);
  return signal && { ...signal, at: turns[1]?.at ?? signal.at };
}

function isSaidAgain(
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
  text: string,
  habits: SignalWords,
): boolean {
  const shared = [...now].filter((stem) => before.has(stem)).length;
  const overlap = shared / Math.min(before.size, now.size);
  const jaccard = shared / (before.size + now.size - shared);
  if (shared < MIN_SHARED_STEMS || overlap < MIN_OVERLAP || jaccard >= MAX_JACCARD) return false;
  const plain = plainPhrases(text).trim();
  if (habits.content.test(plain) || habits.changed.test(plain)) return false;
  const general = new Set(habits.general.map(stem));
  const isNothingNew = [...now].every((one) => before.has(one) || general.has(one));
  return habits.missed.test(plain) || (jaccard >= MIN_BARE_JACCARD && isNothingNew && habits.question.test(plain));
}

/** Whether an agent's or bot's turn states something: more than greetings and questions. */
function isAnswer(turn: Turn, habits: SignalWords): boolean {
  const sentences = plainPhrases(turn.text).match(/[^.!?]+[.!?]*/g) ?? [];
  return sentences.some((sentence) => {
    const said = sentence.trim();
    return !said.endsWith('?') && !habits.courtesy.test(said) && words(said).length >= MIN_ANSWER_STEMS;
  });
}
