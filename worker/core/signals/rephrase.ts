import type { Turn } from '../../../shared/conversation.ts';
import type { Signal } from '../../../shared/signal.ts';
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

/** An opening or a courtesy: such a sentence answers nothing. */
const COURTESY =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|welcome|thanks?|thank you|sorry|apologies|i(?:'m| am) (?:so |very |really )?(?:sorry|happy|glad|here)|we(?:'re| are) sorry|please (?:hold|wait|bear)|one moment|just a|bear with|let me|no problem|sure|of course|my name)\b/;
/** The customer is content, or says what was asked for. */
const CONTENT =
  /^(?:ok|okay|great|perfect|thanks?|thank you|thx|ty|got it|yes|yeah|yep|yup|no[,. ]|nope|sure|alright|excellent|awesome|cool|never ?mind)\b|\b(?:thanks|thank you|that (?:worked|works|helped|helps|did it|fixed it)|it works|works now|working now|solved|sorted|resolved)\b/;
/** The customer says that the answer missed: with such a word, half of the words in common make the same need. */
const MISSED =
  /\b(?:i mean|i meant|my (?:question|problem|issue) (?:is|was)|what i(?:'m| am| was)? (?:ask(?:ed|ing)?|mean|meant|need|want)|still (?:not|can't|cannot|can not|couldn't|doesn't|does not|don't|do not|isn't|is not|won't|unable|fails?|failing|get|getting|see|seeing|no|nothing|the same|says|have|having)|(?:that|this|it|which|link|article|answer|solution) (?:doesn't|does not|didn't|did not|hasn't|has not) (?:work|help|answer|solve|fix|explain|apply)|already (?:did|tried|done|said|told|checked)|(?:i|we) (?:have |just )?tried (?:that|this|it|again|both|all)|same (?:error|problem|issue|result|message|thing)|as i said|but (?:how|where|why|i (?:can't|cannot|still|don't|need|want))|(?:didn't|did not|haven't|doesn't) answer|no luck|no,? i (?:need|want)|not what)\b/;
/** The customer asks for something else. */
const CHANGED =
  /\b(?:changed my mind|actually|oh wait|instead|what about|how about|remembered|different|another|other|also|let's try|let me try|rather|in that case|separate|new question|next question|one more|second question)\b/;
const QUESTION = /\?|^(?:so |and |but )?(?:how|where|why|which|what|can|could|is|are|do|does)\b/;
/** Stems that add nothing to a need. */
const GENERAL: ReadonlySet<string> = new Set(
  [
    'get',
    'find',
    'see',
    'go',
    'use',
    'make',
    'show',
    'know',
    'tell',
    'need',
    'way',
    'thing',
    'one',
    'work',
    'try',
    'mean',
  ].map(stem),
);

/**
 * The customer says the same need again in other words after an agent or a bot had answered: the answer missed it.
 * Either they say that it missed, or they ask with nothing new in it. Repeating on request, sending the identical message
 * twice, asking the same of another thing, a new topic, giving details that were asked for and thanks are none. The turns are the first wording and the later ones.
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
    const earlier = said.find(
      (before) => before.answersBefore < answers && isSaidAgain(before.stems, stems, turn.text),
    );
    if (earlier) shown.add(earlier.turn).add(turn);
    said.push({ turn, stems, answersBefore: answers });
  }
  const turns = [...shown].sort((a, b) => a.at - b.at);
  const signal = shownBy('rephrase', turns);
  return signal && { ...signal, at: turns[1]?.at ?? signal.at };
}

function isSaidAgain(before: ReadonlySet<string>, now: ReadonlySet<string>, text: string): boolean {
  const shared = [...now].filter((stem) => before.has(stem)).length;
  const overlap = shared / Math.min(before.size, now.size);
  const jaccard = shared / (before.size + now.size - shared);
  if (shared < MIN_SHARED_STEMS || overlap < MIN_OVERLAP || jaccard >= MAX_JACCARD) return false;
  const plain = plainPhrases(text).trim();
  if (CONTENT.test(plain) || CHANGED.test(plain)) return false;
  const isNothingNew = [...now].every((stem) => before.has(stem) || GENERAL.has(stem));
  return MISSED.test(plain) || (jaccard >= MIN_BARE_JACCARD && isNothingNew && QUESTION.test(plain));
}

/** Whether an agent's or bot's turn states something: more than greetings and questions. */
function isAnswer(turn: Turn): boolean {
  const sentences = plainPhrases(turn.text).match(/[^.!?]+[.!?]*/g) ?? [];
  return sentences.some((sentence) => {
    const said = sentence.trim();
    return !said.endsWith('?') && !COURTESY.test(said) && words(said).length >= MIN_ANSWER_STEMS;
  });
}
