import type { Turn } from '../../../shared/conversation.ts';
import type { Signal } from '../../../shared/signal.ts';
import { type SignalInput, shownBy } from './input.ts';
import { countUnnegated, MAX_PHRASE_CHARS, plainPhrases } from './phrases.ts';

/** Points from which one message shows frustration. Origin: stated default, one strong word or two weak marks. */
export const FRUSTRATION_POINTS = 2;
const STRONG_POINTS = 2;
const WEAK_POINTS = 1;

/** Words in capitals from which a message shouts, and their share of its words of three letters and more. */
const SHOUTED_WORDS = 4;
const SHOUTED_SHARE = 0.5;

/** Written by hand from general English; a word that is often a topic ("angry birds", "kill the process") is left out. */
const STRONG =
  /\b(?:ridiculous|unacceptable|appalling|outrageous|disgraceful|pathetic|infuriating|furious|frustrat(?:ed|ing)|fed up|sick (?:and tired )?of|(?:this|it|that) is (?:such )?a joke|waste of (?:time|money)|wasting my time|(?:terrible|awful|horrible|worst|useless|dreadful) (?:service|support|experience|customer|company|product|app|answer|help)|(?:absolutely|completely|totally|utterly|really) (?:useless|terrible|awful|horrible|hopeless)|(?:this|that|it|you|support|service|app|site|website|system|product|software|tool|page|bot|help|answers?) (?:is|was|are|were|has been) (?:terrible|awful|horrible|useless|hopeless)|(?:so|very|extremely|really|deeply|quite) (?:disappointed|disappointing|upset|annoyed|annoying|angry|unhappy|irritated)|had enough|losing (?:my )?patience|how many (?:more )?times|nobody (?:has )?(?:answers?|answered|replies|replied|responds?|responded|cares?|helps?|helped)|no ?one (?:has )?(?:answers?|answered|replies|replied|responds?|responded|cares?|helps?|helped|is helping)|(?:third|fourth|fifth|tenth|umpteenth|\d{1,2}th) time (?:i|we|that|now|this|asking)|keep (?:asking|repeating|sending me)|what a joke|wtf)\b/g;
/** Phrases that carry their own negation. */
const STRONG_NEGATED =
  /\b(?:not acceptable|not good enough|not (?:at all )?(?:happy|impressed|pleased|satisfied) (?:with|about|at all)|(?:doesn't|does not|didn't|did not) help at all|no help at all|not helpful at all|(?:doesn't|does not|didn't|did not) answer my question|(?:isn't|is not|wasn't|not) what i asked|you(?:'re| are) not (?:listening|helping|reading))\b/g;
const WEAK =
  /\b(?:annoy(?:ed|ing)|disappoint(?:ed|ing)|upset|unhappy|irritat(?:ed|ing)|seriously|yet again|once again|as i (?:already )?said|i already (?:told|said|tried|did|sent|explained|asked)|for (?:days|weeks|hours) now|still (?:waiting|nothing|no (?:answer|reply|response))|nothing works|come on|for (?:god|heaven)'?s? ?'?sake)\b/g;

/**
 * A customer shows frustration in English words, shouting or heaped marks, in a single message. Negated words ("not
 * frustrated at all"), quoted text and code don't count; capitals or exclamation marks alone are no frustration.
 */
export function frustration({ conversation }: SignalInput): Signal | null {
  if (conversation.language !== 'en') return null;
  const isShown = (turn: Turn): boolean =>
    turn.author === 'customer' && frustrationPoints(turn.text) >= FRUSTRATION_POINTS;
  return shownBy('frustration', conversation.turns.filter(isShown));
}

/** The points of one message: strong phrases 2 each, weak ones, shouting and heaped marks 1 each. */
export function frustrationPoints(text: string): number {
  const plain = plainPhrases(text);
  const strong = countUnnegated(plain, STRONG) + [...plain.matchAll(STRONG_NEGATED)].length;
  const heaped = /[!?]{3,}/.test(text.slice(0, MAX_PHRASE_CHARS)) ? 1 : 0;
  return strong * STRONG_POINTS + (countUnnegated(plain, WEAK) + heaped + (isShouted(text) ? 1 : 0)) * WEAK_POINTS;
}

/** Codes (`ERR_TIMEOUT`, `HTTP2`) are not shouted; a single acronym neither. */
function isShouted(text: string): boolean {
  const long = text.slice(0, MAX_PHRASE_CHARS).match(/[\p{L}\p{N}_]{3,}/gu) ?? [];
  const shouted = long.filter((word) => /^\p{Lu}{3,}$/u.test(word));
  return shouted.length >= SHOUTED_WORDS && shouted.length >= SHOUTED_SHARE * long.length;
}
