import type { Recognizer } from '../../recognizer.ts';
import type { Span } from '../../span.ts';
import { compact, valueBehind } from '../../value.ts';
import { isThingsNumber } from './thing-number.ts';

/** Signs and digits from which a token behind the word of a document is its number. Source: the shortest passport numbers. */
const MIN_SIGNS = 5;
const MIN_DIGITS = 2;
const MOST_BETWEEN = 3;
/** Digits from which the number behind any card or badge is somebody's: a model's or a format's has fewer. */
const MIN_CARD_DIGITS = 6;
/** More digits are a payment card's, which its own check tells from a test's. */
const MAX_CARD_DIGITS = 12;
const MOST_BEHIND_CARD = 1;
const MAX_LISTED = 12;
const LISTED = /(?:\s?[,;/]\s?(?:and |or )?|\s(?:and|or|und|y|et|e|og|och|en|i|и)\s)(?=[\p{L}\p{N}-]{0,12}\d)/uy;

/** The number behind the word of a document or an identity, in any language that has a folder, and those listed after it. */
export const documentNumber: Recognizer = {
  name: 'document_number',
  kind: 'national_id',
  countries: [],
  covers: 'the number behind a word such as passport, identity card, licence, insurance, patient, plate',
  find({ text, cues }) {
    const spans: Span[] = [];
    for (const cue of cues.of('documents', 'plates')) {
      const isPlate = cue.field === 'plates';
      const found = valueBehind(text, cue.end, isPlate ? MOST_BEHIND_CARD : MOST_BETWEEN);
      const value = found && isPlate ? { ...found, end: plateEnd(text, found.start, found.end) } : found;
      if (!value || !isNumber(text.slice(value.start, value.end), isPlate)) continue;
      spans.push({ ...value, kind: 'national_id' });
      spans.push(...listedAfter(text, value.end, isPlate));
    }
    for (const cue of cues.of('cards')) {
      const value = valueBehind(text, cue.end, MOST_BEHIND_CARD);
      const digits = value ? compact(text.slice(value.start, value.end)).replace(/\D/g, '').length : 0;
      if (
        value &&
        digits >= MIN_CARD_DIGITS &&
        digits <= MAX_CARD_DIGITS &&
        !isThingsNumber(text.slice(cue.end, value.start), '')
      )
        spans.push({ ...value, kind: 'national_id' });
    }
    return spans;
  },
};

const MAX_PLATE_SIGNS = 10;

/** "1234 BCD": letters in capitals behind the digits of a plate belong to it. */
function plateEnd(text: string, start: number, end: number): number {
  const letters = /^[ -][A-Z]{1,3}(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 6))?.[0].length ?? 0;
  return end - start + letters <= MAX_PLATE_SIGNS ? end + letters : end;
}

function isNumber(value: string, isPlate: boolean): boolean {
  const signs = compact(value);
  const digits = signs.replace(/\D/g, '').length;
  if (isPlate) return signs.length >= 4 && digits > 0 && digits < signs.length;
  return signs.length >= MIN_SIGNS && digits >= MIN_DIGITS;
}

function listedAfter(text: string, from: number, isPlate: boolean): Span[] {
  const spans: Span[] = [];
  for (let end = from; spans.length < MAX_LISTED; ) {
    LISTED.lastIndex = end;
    const gap = LISTED.exec(text)?.[0];
    const value = gap === undefined ? null : valueBehind(text, end + gap.length, 0);
    if (!value || !isNumber(text.slice(value.start, value.end), isPlate)) break;
    spans.push({ ...value, kind: 'national_id' });
    end = value.end;
  }
  return spans;
}
