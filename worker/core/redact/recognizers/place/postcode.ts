import type { Recognizer } from '../../recognizer.ts';
import { type Span, spansOf } from '../../span.ts';
import { compact, valueBehind } from '../../value.ts';
import { BEFORE_THING } from '../number/thing-number.ts';

/** Postcodes with letters, whose form nothing else has: GB, IE, CA; NL with its town; US behind a state. */
const FORMS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}-])(?:GIR 0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPS-UW]|[A-HK-Y]\d[ABEHMNPRV-Y]) \d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\p{N}-])/gu,
  /(?<![\p{L}\p{N}-])[AC-FHKNPRTV-Y]\d[\dW] [\dAC-FHKNPRTV-Y]{4}(?![\p{L}\p{N}-])/gu,
  /(?<![\p{L}\p{N}-])[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d(?![\p{L}\p{N}-])/gu,
  /(?<![\p{L}\p{N}-])\d{4} [A-Z]{2} (?=\p{Lu}\p{Ll})\p{Lu}[\p{L}-]{1,30}/gu,
  /(?<![\p{L}\p{N}-])(?:\d{4}-\d{3}|\d{2}-\d{3}) (?=\p{Lu}\p{Ll})\p{Lu}[\p{L}-]{2,30}/gu,
  /(?<=[\p{L}],?\s)(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\s\d{5}(?:-\d{4})?(?![\p{L}\p{N}])/gu,
];
/** "Dlouhá 15, 110 00 Praha", "1051 Budapest, Nádor utca 7": a house, a postcode and a town, in either order. */
const EUROPEAN: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}'-]{2,30}(?: [\p{L}'-]{1,30}){0,2} \d{1,4} ?[A-Za-z]?(?: ?[A-Z] ?\d{1,3})?, ?(?:[A-Z]{1,2}-)?(?:\d{2}-\d{3}|\d{3} ?\d{2}|\d{4,6}) \p{Lu}[\p{L}'-]{1,30}(?: [A-Z\d]{1,2}(?!\p{L}))?/gu,
];
const BOX =
  /(?<![\p{L}\p{N}])(?:p\.?\s?o\.?\s?box|postfach|postboks|postbus|apartado(?: de correos)?|caixa postal|boite postale|casella postale|skrytka pocztowa|skr\. poczt\.|а\/я)\s#?\d{1,7}/giu;
const MIN_SIGNS = 4;
const MAX_SIGNS = 9;

/** Postcodes: with letters wherever they stand, of digits behind their word or between a house and a town; post boxes. */
export const postcode: Recognizer = {
  name: 'postcode',
  kind: 'address',
  countries: ['GB', 'IE', 'CA', 'NL', 'US'],
  covers: 'postcodes by form, behind their word or between a house and a town, and post boxes',
  find({ text, cues }) {
    const isPlace = ({ index }: RegExpExecArray) => !BEFORE_THING.test(text.slice(Math.max(0, index - 24), index));
    const told = cues.of('postcodes').flatMap((cue): Span[] => {
      const value = valueBehind(text, cue.end, 0);
      if (!value) return [];
      const signs = compact(text.slice(value.start, value.end));
      return signs.length >= MIN_SIGNS && signs.length <= MAX_SIGNS ? [{ ...value, kind: 'address' }] : [];
    });
    return [
      ...told,
      ...[...FORMS, ...EUROPEAN].flatMap((form) => spansOf(text, form, 'address', isPlace)),
      ...spansOf(text, BOX, 'address'),
    ];
  },
};
