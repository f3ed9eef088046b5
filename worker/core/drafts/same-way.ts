import { reading } from '../text/sentences.ts';
import { stem } from '../text/words.ts';

/** How a way is begun: two sentences that differ in this alone name one way. English. */
const GOING = new Set('open go click navigate head select choose'.split(' ').map(stem));

/** The content of a sentence but for how a way in it is begun. */
export function wayOf(text: string): string[] {
  return reading(text).stems.filter((s) => !GOING.has(s));
}
