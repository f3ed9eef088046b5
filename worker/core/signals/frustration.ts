import type { Turn } from '../../../shared/conversation.ts';
import type { Signal } from '../../../shared/signal.ts';
import { languageFor } from '../language/languages.ts';
import { type SignalInput, shownBy } from './input.ts';
import { countUnnegated, MAX_PHRASE_CHARS, plainPhrases } from './phrases.ts';

/** Points from which one message shows frustration. Origin: stated default, one strong word or two weak marks. */
export const FRUSTRATION_POINTS = 2;
const STRONG_POINTS = 2;
const WEAK_POINTS = 1;

/** Words in capitals from which a message shouts, and their share of its words of three letters and more. */
const SHOUTED_WORDS = 4;
const SHOUTED_SHARE = 0.5;

/**
 * A customer shows frustration in words of its language, shouting or heaped marks, in a single message. Negated words ("not
 * frustrated at all"), quoted text and code don't count; capitals or exclamation marks alone are no frustration.
 */
export function frustration({ conversation }: SignalInput): Signal | null {
  const isShown = (turn: Turn): boolean =>
    turn.author === 'customer' && frustrationPoints(turn.text, conversation.language) >= FRUSTRATION_POINTS;
  return shownBy('frustration', conversation.turns.filter(isShown));
}

/** The points of one message: strong phrases 2 each, weak ones, shouting and heaped marks 1 each; none in a language without a folder. */
export function frustrationPoints(text: string, language: string): number {
  const words = languageFor(language)?.signals;
  if (!words) return 0;
  const plain = plainPhrases(text);
  const strong = countUnnegated(plain, words.strong, words.negation) + [...plain.matchAll(words.strongNegated)].length;
  const heaped = /[!?！？]{3,}/.test(text.slice(0, MAX_PHRASE_CHARS)) ? 1 : 0;
  return (
    strong * STRONG_POINTS +
    (countUnnegated(plain, words.weak, words.negation) + heaped + (isShouted(text) ? 1 : 0)) * WEAK_POINTS
  );
}

/** Codes (`ERR_TIMEOUT`, `HTTP2`) are not shouted; a single acronym neither. */
function isShouted(text: string): boolean {
  const long = text.slice(0, MAX_PHRASE_CHARS).match(/[\p{L}\p{N}_]{3,}/gu) ?? [];
  const shouted = long.filter((word) => /^\p{Lu}{3,}$/u.test(word));
  return shouted.length >= SHOUTED_WORDS && shouted.length >= SHOUTED_SHARE * long.length;
}
