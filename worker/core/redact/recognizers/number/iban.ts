import { countrySpecs, isValidIBAN } from 'ibantools';
import type { Recognizer } from '../../recognizer.ts';
import { type Span, spansOf } from '../../span.ts';

const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}[ -]?\d{2}(?:[ -]{0,2}[A-Z0-9]){11,40}/giu;
const TOLD = /(?<![\p{L}])iban(?![\p{L}])[^\n\d]{0,30}(?<x>\d{4}(?: ?\d{2,4}){2,8})(?!\d)/giu;
/** Digits in a row that no word holds: with them a mistyped IBAN of the right form counts too. */
const MISTYPED = /\d{8}/;

/** IBANs by country and length. One whose check fails is a mistyped one where its form is right: it goes too. */
export const iban: Recognizer = {
  name: 'iban',
  kind: 'bank_account',
  countries: Object.keys(countrySpecs).filter((country) => countrySpecs[country]?.chars),
  covers: 'international account numbers by country, length and check',
  find({ text }) {
    const spans: Span[] = spansOf(text, TOLD, 'bank_account');
    for (const match of text.matchAll(IBAN)) {
      const length = countrySpecs[match[0].slice(0, 2).toUpperCase()]?.chars;
      if (!length) continue;
      let signs = '';
      let end = 0;
      while (end < match[0].length && signs.length < length) {
        if (/[A-Z0-9]/i.test(match[0][end]!)) signs += match[0][end]!.toUpperCase();
        end++;
      }
      const isComplete = signs.length === length && !/[\p{L}\p{N}]/u.test(match[0][end] ?? '');
      if (isComplete && (isValidIBAN(signs) || MISTYPED.test(signs)))
        spans.push({ start: match.index, end: match.index + end, kind: 'bank_account' });
    }
    return spans;
  },
};
