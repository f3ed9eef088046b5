import type { ConversationKind, Turn } from '../../../shared/conversation.ts';
import { LANGUAGES } from '../language/languages.ts';
import { isAcknowledgement } from './acknowledgement.ts';

/** Characters of the first messages that say what a conversation is. */
const READ_CHARS = 2_000;
/** Messages of the customer that are looked at. */
const MAX_MESSAGES = 3;
/** A message of this few words that asks nothing can be praise or a trial. */
const MAX_TRIAL_WORDS = 6;
/** Letters typed to fill a field: one key again and again, a row of the keyboard, or no vowel in a long word. */
const MASHED =
  /^(?:(\p{L})\1{2,}|(\p{L}{2,4})\2{1,}|asdf\p{L}*|qwert\p{L}*|yxcv\p{L}*|azerty\p{L}*|[bcdfghjklmnpqrstvwxz]{5,}|foo|bar|baz)[.!]?$/iu;

const isTrial = (text: string): boolean =>
  LANGUAGES.some(({ chaff }) => chaff.trial.test(text)) || text.split(/\s+/).every((word) => MASHED.test(word));

/**
 * What a conversation is: a request, what machines wrote to one another, or chaff (offers, applications, trials, praise
 * alone), of which nothing is to be learned and nothing suggested. Chaff needs two signs and no word of a need; where
 * there is one sign alone it is `unsure`, and counts as a request. `wereCustomers` counts the customers' messages before
 * the automatic ones among them became a bot's.
 */
export function kindOf(subject: string, turns: readonly Turn[], wereCustomers: number): ConversationKind {
  const said = turns.filter((turn) => turn.author === 'customer').map((turn) => turn.text);
  if (said.length === 0) return wereCustomers > 0 ? 'machine' : 'request';
  const text = said.slice(0, MAX_MESSAGES).join('\n').slice(0, READ_CHARS);
  const first = said[0]!.trim();
  if (isTrial(first) && first.split(/\s+/).length <= MAX_TRIAL_WORDS && said.length === 1) return 'chaff';
  let most = 0;
  if ([subject, ...said].every(isGreeting)) return 'chaff';
  if (said.every(isAcknowledgement) && (subject.trim() === '' || isAcknowledgement(subject))) return 'chaff';
  for (const { chaff } of LANGUAGES) {
    if (chaff.need.test(text)) continue;
    const isAsked = /[?？]/.test(text);
    const offers = [chaff.offer, chaff.business].filter((sign) => sign.test(text)).length;
    const applies = chaff.application.test(text) ? 2 : 0;
    const praises = !isAsked && chaff.praise.test(text) ? 1 + (chaff.wish.test(text) ? 1 : 0) : 0;
    most = Math.max(most, offers, applies, praises);
  }
  if (most >= 2) return 'chaff';
  return most === 1 ? 'unsure' : 'request';
}

const GREETINGS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(({ courtesy }) => [...courtesy.greetings, ...courtesy.addressees]),
);

/** Whether a text greets and says nothing; also of nothing at all. */
function isGreeting(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}'’ \n]+/gu, ' ')
    .trim();
  return words === '' || words.split(/\s*\n\s*/).every((line) => GREETINGS.has(line.trim()));
}
