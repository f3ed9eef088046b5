import type { Recognizer } from '../../recognizer.ts';
import type { Span } from '../../span.ts';
import { compact, valueBehind } from '../../value.ts';

/** Signs and digits from which a token behind the word of a document is its number. Source: the shortest passport numbers. */
const MIN_SIGNS = 5;
const MIN_DIGITS = 2;
const MOST_BETWEEN = 3;
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
      const value = valueBehind(text, cue.end, MOST_BETWEEN);
      if (!value || !isNumber(text.slice(value.start, value.end), isPlate)) continue;
      spans.push({ ...value, kind: 'national_id' });
      spans.push(...listedAfter(text, value.end, isPlate));
    }
    return spans;
  },
};

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
