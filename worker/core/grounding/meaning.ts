import type { Logic } from '../language/logic.ts';
import { tokens } from '../text/words.ts';
import { inFull } from './clauses.ts';

/** Signs that say how much of what: a currency, a share. */
const SIGNS = /[%€£$¥°+]/gu;

/**
 * Why one sentence may not stand for another, judged by the words that carry its logic and its signs; null where it may.
 * Who acts, duty and reach are never added, the team acts in both or in neither, what may be left undone stays so.
 */
export function turnedRound(said: string, original: string, logic: Logic): string | null {
  const [next, before] = [said, original].map((text) => tokens(inFull(text, logic))) as [string[], string[]];
  for (const group of logic.neverNew) {
    const isNew = next.some((word) => group.has(word)) && !before.some((word) => group.has(word));
    if (isNew) return 'it says who, how far or must, and the original does not';
  }
  const [isOurs, wasOurs] = [next, before].map((words) => words.some((word) => logic.team.has(word)));
  if (isOurs !== wasOurs) return 'who acts differs';
  const isFirm = before.some((word) => logic.optional.has(word)) && !next.some((word) => logic.choice.has(word));
  if (isFirm) return 'what was optional is no longer';
  if (completed(next, logic) !== completed(before, logic)) return 'a verb is completed by another word';
  if (signs(said) !== signs(original)) return 'a sign differs';
  return null;
}

const signs = (text: string): string => (text.match(SIGNS) ?? []).sort().join('');

/** "turn … off", "sign in": the word that completes a verb within three words after it, in order. */
function completed(words: readonly string[], { completed: verbs, completing }: Logic): string {
  const found: string[] = [];
  words.forEach((word, at) => {
    if (!verbs.has(word)) return;
    const end = words.slice(at + 1, at + 4).find((near) => completing.has(near));
    if (end) found.push(`${word} ${end}`);
  });
  return found.sort().join(',');
}
