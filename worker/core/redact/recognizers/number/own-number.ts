import { firstBehind, lastBefore } from '../../cues.ts';
import type { Reading, Recognizer } from '../../recognizer.ts';
import type { Span } from '../../span.ts';
import { compact, valueBehind } from '../../value.ts';
import { isThingsNumber } from './thing-number.ts';

/** Characters between a possessive and the word for number: a noun phrase. */
const PHRASE_CHARS = 36;
const BREAK = /[.!?;:\n。！？]/u;
/** Signs and digits from which a number may be one that somebody is known by; shorter ones are places, rows, counts. */
const MIN_SIGNS = 5;
const MIN_DIGITS = 3;
const MOST_BETWEEN = 4;

/** "the number of users" is a count. */
const COUNT = /^ of (?!the )/i;

/** "my … number is": whatever the number is called, whose it is stands beside it. Orders, versions and parts are things. */
export const ownNumber: Recognizer = {
  name: 'own_number',
  kind: 'national_id',
  countries: [],
  covers: 'a number that a possessive says to be a person’s own, whatever it is called',
  find(reading) {
    return reading.cues.of('numbers').flatMap((cue): Span[] => {
      if (COUNT.test(reading.text.slice(cue.end, cue.end + 8))) return [];
      const value = valueBehind(reading.text, cue.end, MOST_BETWEEN);
      if (!value || !isLong(reading.text.slice(value.start, value.end))) return [];
      return isOwned(reading, cue.start, cue.end, value.start) ? [{ ...value, kind: 'national_id' }] : [];
    });
  },
};

function isLong(value: string): boolean {
  const signs = compact(value);
  return signs.length >= MIN_SIGNS && signs.replace(/\D/g, '').length >= MIN_DIGITS;
}

/** Whether a possessive stands in the phrase of the number, or between it and its value, and no thing's word does. */
function isOwned({ text, cues }: Reading, start: number, end: number, value: number): boolean {
  const owners = cues.of('owners');
  const before = lastBefore(owners, start);
  const behind = firstBehind(owners, start);
  const isBefore = before !== null && start - before.end <= PHRASE_CHARS && !BREAK.test(text.slice(before.end, start));
  const isBehind = behind !== null && behind.start < value;
  if (!isBefore && !isBehind) return false;
  return !isThingsNumber(isBefore ? text.slice(before.end, start) : '', text.slice(start, end));
}
