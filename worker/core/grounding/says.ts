import { MIN_COVERED_SHARE } from '../gates/grounding.ts';
import { factsDiffer } from './facts.ts';
import { badForm } from './form.ts';
import { turnedRound } from './meaning.ts';
import { shareIn } from './statements.ts';
import { COURTESY_WORDS, meaningWords, NEUTRAL_WORDS } from './vocabulary.ts';

/** Share of a builtin statement's content words, courtesy aside, that its rewording keeps. */
const MIN_KEPT_SHARE = 0.5;

/** How many content words more than the builtin statement a rewording may have: a factor, and neutral words. */
const MAX_WORDS_GROWTH = 1.25;
const NEUTRAL_ALLOWANCE = 2;

/** Why one sentence is in none of its sources, null where it is in one. */
export function unsaid(sentence: string, original: string, sources: readonly string[]): string | null {
  const words = meaningWords(sentence);
  const known = new Set(meaningWords(original));
  const added = words.find((word) => !known.has(word) && !NEUTRAL_WORDS.has(word));
  if (added !== undefined) return `"${added}" is new`;
  if (words.length === 0) return null;
  const isHeld = sources.some((source) => shareIn(words, new Set(meaningWords(source))) >= MIN_COVERED_SHARE);
  return isHeld ? null : 'no quote holds enough of it';
}

/** Why a wording says something else than the builtin statement, null where it says the same. */
export function changed(said: string, original: string): string | null {
  const [words, before] = [meaningWords(said), meaningWords(original)];
  if (words.length > before.length * MAX_WORDS_GROWTH + NEUTRAL_ALLOWANCE) return 'it says more';
  const needed = before.filter((word) => !COURTESY_WORDS.has(word));
  if (needed.length > 0 && shareIn(needed, new Set(words)) < MIN_KEPT_SHARE) return 'too little is left';
  return badForm(said, original) ?? turnedRound(said, original) ?? factsDiffer(said, original);
}
