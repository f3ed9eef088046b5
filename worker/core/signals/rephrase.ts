import type { Turn } from '../../../shared/conversation.ts';
import type { Signal } from '../../../shared/signal.ts';
import { words } from '../words.ts';
import { type SignalInput, shownBy } from './input.ts';
import { plainPhrases } from './phrases.ts';

/**
 * The band in which two messages of a customer say the same in other words: at least so many stems in common, that
 * share of the shorter one's, and less than that share of all (above it, it is the same message sent again).
 * Origin: stated defaults; a table of cases in test/core/signals.test.ts, watched on real conversations.
 */
export const MIN_SHARED_STEMS = 2;
export const MIN_OVERLAP = 0.5;
export const MAX_JACCARD = 0.85;

/** Stems in a sentence from which it answers, and messages of a customer that are compared (the first ones). */
const MIN_ANSWER_STEMS = 3;
const MAX_COMPARED = 24;

/** An opening or a courtesy: such a sentence answers nothing. */
const COURTESY =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|welcome|thanks?|thank you|sorry|apologies|i(?:'m| am) (?:so |very |really )?(?:sorry|happy|glad|here)|we(?:'re| are) sorry|please (?:hold|wait|bear)|one moment|just a|bear with|let me|no problem|sure|of course|my name)\b/;
/** The customer is content, or says what was asked for. */
const CONTENT =
  /^(?:ok|okay|great|perfect|thanks?|thank you|thx|ty|got it|yes|yeah|yep|yup|no[,. ]|nope|sure|alright|excellent|awesome|cool|never ?mind)\b|\b(?:thanks|thank you|that (?:worked|works|helped|helps|did it|fixed it)|it works|works now|working now|solved|sorted|resolved)\b/;
/** A need is spoken of: a question, or something that doesn't go. */
const NEED =
  /\?|\b(?:how|where|why|which|need|want|trying|tried|try|can't|cannot|can not|couldn't|unable|won't|doesn't|does not|don't|do not|isn't|is not|didn't|still|error|fails?|failed|failing|problem|issue|wrong|not|i mean|i meant|my question|looking for|supposed to)\b/;

/**
 * The customer says the same need again in other words after an agent or a bot had answered: the answer missed it.
 * Repeating on request, sending the identical message twice, a new topic, giving details that were asked for and thanks
 * are none. The turns are the first wording and the later ones.
 */
export function rephrase({ conversation }: SignalInput): Signal | null {
  const said: { turn: Turn; stems: Set<string>; answersBefore: number }[] = [];
  const shown = new Set<Turn>();
  let answers = 0;
  for (const turn of conversation.turns) {
    if (turn.author !== 'customer') {
      if (isAnswer(turn)) answers++;
      continue;
    }
    if (said.length >= MAX_COMPARED) break;
    const stems = new Set(words(turn.text));
    if (stems.size < MIN_SHARED_STEMS) continue;
    const earlier = said.find((before) => before.answersBefore < answers && isSameNeed(before.stems, stems));
    if (earlier && isNeed(turn.text)) shown.add(earlier.turn).add(turn);
    said.push({ turn, stems, answersBefore: answers });
  }
  const turns = [...shown].sort((a, b) => a.at - b.at);
  const signal = shownBy('rephrase', turns);
  return signal && { ...signal, at: turns[1]?.at ?? signal.at };
}

function isSameNeed(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((stem) => b.has(stem)).length;
  const isRelated = shared >= MIN_SHARED_STEMS && shared / Math.min(a.size, b.size) >= MIN_OVERLAP;
  return isRelated && shared / (a.size + b.size - shared) < MAX_JACCARD;
}

function isNeed(text: string): boolean {
  const plain = plainPhrases(text).trim();
  return NEED.test(plain) && !CONTENT.test(plain);
}

/** Whether an agent's or bot's turn states something: more than greetings and questions. */
function isAnswer(turn: Turn): boolean {
  const sentences = plainPhrases(turn.text).match(/[^.!?]+[.!?]*/g) ?? [];
  return sentences.some((sentence) => {
    const said = sentence.trim();
    return !said.endsWith('?') && !COURTESY.test(said) && words(said).length >= MIN_ANSWER_STEMS;
  });
}
