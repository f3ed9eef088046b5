import { isChinaId, isSpanishId } from './checksums.ts';
import { type Span, spansOf } from './span.ts';

/** Forms that are a national number wherever they stand: GB, IT, MX, IN, SG, KR, FI and SE, CH. */
const LETTERED: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z0-9]\d(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])[A-Z]{3}[ABCFGHLJPTK][A-Z]\d{4}[A-Z](?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])[STFGM]\d{7}[A-Z](?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])\d{6}-[1-8]\d{6}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])\d{6}[-+A][0-9]{3}[0-9A-FHJ-NPR-Y](?![\p{L}\p{N}-])/gu,
  /(?<![\p{L}\p{N}])756\.\d{4}\.\d{4}\.\d{2}(?![\p{L}\p{N}])/gu,
];
const SPANISH = /(?<![\p{L}\p{N}])(?:[XYZ][ -]?\d{7}|\d{1,2}\.?\d{3}\.?\d{3})[ -]?[A-Z](?![\p{L}\p{N}])/giu;
const CHINESE = /(?<![\p{L}\p{N}])\d{17}[\dX](?![\p{L}\p{N}])/giu;

/** National numbers with letters, or of a form that nothing else has. */
export function letteredIdSpans(text: string): Span[] {
  return [
    ...LETTERED.flatMap((pattern) => spansOf(text, pattern, 'national_id')),
    ...spansOf(text, SPANISH, 'national_id', ({ 0: id }) => isSpanishId(id)),
    ...spansOf(text, CHINESE, 'national_id', ({ 0: id }) => isChinaId(id)),
  ];
}
