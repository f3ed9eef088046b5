import type { Recognizer } from '../../recognizer.ts';
import type { Span } from '../../span.ts';
import { compact, valueBehind } from '../../value.ts';

/** Digits from which a number behind the word "account" is one at a bank. Source: the shortest are Britain's of old, with 6. */
const MIN_DIGITS = 6;

const SORT_CODE = /^\D{0,12}\d{2}-\d{2}-\d{2}(?![-\d])/;

/** The number behind a word of an account at a bank, with no other word between. */
export const bankAccount: Recognizer = {
  name: 'bank_account',
  kind: 'bank_account',
  countries: [],
  covers: 'account numbers, sort codes and routing numbers behind their word',
  find({ text, cues }) {
    return cues.of('accounts').flatMap((cue): Span[] => {
      const value = valueBehind(text, cue.end, 0, SORT_CODE.test(text.slice(cue.end, cue.end + 24)));
      if (!value) return [];
      const digits = compact(text.slice(value.start, value.end)).replace(/\D/g, '').length;
      return digits >= MIN_DIGITS ? [{ ...value, kind: 'bank_account' }] : [];
    });
  },
};
