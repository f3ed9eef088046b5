import { reading } from '../text/sentences.ts';

/** Words of content that a sentence needs to say something by itself. Stated: "Good question." has two. */
const MIN_STEMS = 3;

/** A value that varied between customers: what holds one can't be said as it is. */
const BLANK = '…';

/** A question, thanks, and what an agent did for one customer. English. */
const NOT_TO_REPEAT = /^(?:thanks|thank you)\b|\?["'”’)]*$|\b(?:i|we)(?:['’]ve| have| had| just|['’]m| am) /i;

/** Whether an agent's sentence can be said again to another customer, and says something. */
export function isRepeatable(text: string): boolean {
  return holdsForOthers(text) && reading(text).stems.length >= MIN_STEMS;
}

/** Whether an agent's sentence is about nobody in particular: no value that varied, no question, nothing done for one. */
export function holdsForOthers(text: string): boolean {
  return !text.includes(BLANK) && !NOT_TO_REPEAT.test(text);
}
