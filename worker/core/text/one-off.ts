import { MONTHS } from './english-months.ts';

/** What only holds for a moment, by the words for the moment. English. */
const MOMENT =
  /\b(?:today|yesterday|tomorrow|tonight|right now|just now|at the moment|at this time|this (?:morning|afternoon|evening|week|month)|(?:last|next) (?:night|week|month|year|time)|earlier (?:today|this)|ago|(?:have|has|had|is|was|were) (?:just|already))\b/i;

/** A day of one year, or a named day or month in which something was. */
const DATE = new RegExp(
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})|(?:${MONTHS})\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|(?:on|since|by|until) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:${MONTHS}))(?: (?:19|20)\\d\\d)?)\\b`,
  'i',
);

/** The past, told as something that happened. */
const PAST = /\b(?:was|were|had|did|has|have|been|changed|moved|removed|added|replaced|released|went|became)\b/i;
const HAPPENED = /\b(?:was|were|had|did)\b/i;

/** What makes a sentence a rule, whatever its tense: "if your card was declined, try another". */
const CONDITION = /\b(?:if|when|whenever|once|unless|until|before|after|while|in case|where)\b/i;

/** The state of this customer's own thing, or of who was named before: "your driver is waiting", "it has been sent". */
const OWN_STATE =
  /^(?:(?:and|so|but|yes|no|ok|okay|good news|great|perfect|sure)[,.:!]? )*(?:your|his|her|their|he|she|they|it|we|i)\b[^.?!,;:]{0,60}?(?:\b(?:is|are|was|were)|['’](?:s|re|m)) (?:(?:now|still|currently|already|just|not) )*(?:\p{L}{2,}ing|on (?:its|it['’]s|the|their|his|her) way|under way|here|ready|there)\b|^(?:(?:and|so|but|yes|no|ok|okay|good news|great|perfect|sure)[,.:!]? )*(?:your|his|her|their|he|she|they|it)\b[^.?!,;:]{0,60}?\b(?:has|have) (?:(?:now|still|just|already|successfully|not) )*been\b/iu;

/** What became of this customer's own thing, told in the past or as the state now: "your request failed", "the door is now unlocked". */
const OWN_END =
  /^(?:your|you['’]re)\b(?!.*\b(?:be|is|are|can|will|must|should|may|get|gets|need|needs|to)\b)[^.?!,;:]{0,50}?\b\p{L}{2,}ed[.!]*$|^(?:your|the)\b[^.?!,;:]{0,40}\b(?:is|are) now \p{L}{2,}(?:ed|en)[.!]*$|^you['’]?re? [^.?!,;:]{0,40}\bha(?:s|ve) been\b/iu;

/**
 * Whether a sentence tells an event or a state of this one case and no rule: a day on which something was, what is so at
 * the moment, what was done, how this customer's own thing stands. Such a sentence is no knowledge. English; questions never are.
 */
export function isOneOff(sentence: string): boolean {
  const said = sentence.replace(/\s+/g, ' ').trim();
  if (/\?["'”’)]*$/.test(said)) return false;
  if (CONDITION.test(said)) return MOMENT.test(said) && !/\b(?:tomorrow|today)\b/i.test(said);
  if (MOMENT.test(said) || OWN_STATE.test(said) || OWN_END.test(said) || HAPPENED.test(said)) return true;
  return DATE.test(said) && PAST.test(said);
}
