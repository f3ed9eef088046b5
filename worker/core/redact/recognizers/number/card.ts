import type { Recognizer } from '../../recognizer.ts';
import { addressesIn, type Run, runsOf } from '../../runs.ts';
import { type Span, spansOf } from '../../span.ts';

/** Luhn's sum. Source: ISO/IEC 7812-1 annex B. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const value = at % 2 === 1 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** A payment card by issuer range and length, and Luhn. Source: the issuers' published ranges. */
const CARD_RANGES =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[0-8]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35\d{14}|6\d{15,18})$/;
const isCard = (digits: string): boolean =>
  CARD_RANGES.test(digits) && isLuhn(digits) && !/^(\d)\1{12,18}$/.test(digits);

const ODD = /(?<!\d)\d{4}(?<between>[^\d\s]{1,3})\d{4}\k<between>\d{4}\k<between>\d{2,4}(?!\d)/gu;
const BROKEN = /(?<!\d)\d{4}[ .-]?\d{4}[ \t]{0,2}\n[ \t]{0,2}\d{4}[ .-]?\d{4}(?!\d)/gu;

/** Behind the word "card": its last digits, security code, expiry. */
const TOLD: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:cvv2?|cvc2?|cid|csc|security code|prufziffer|code de securite)(?![\p{L}])[\s:=#]{0,4}(?:is |number )?(?<x>\d{3,4})(?!\d)/giu,
  /(?<![\p{L}\p{N}])(?:exp(?:iry|ires|iration)?(?: date)?|valid thru|gultig bis)(?![\p{L}])[\s:=.]{0,4}(?:is |on )?(?<x>\d{1,2}\s?[/-]\s?\d{2,4})/giu,
  /(?<![\p{L}\p{N}])(?:card|visa|mastercard|amex|kreditkarte|karte|tarjeta|carte|cartao|carta)(?: (?:number|ending|ends|in|with|no|nr|is|terminada|que termina|mit|endet|auf|finissant|par|en)){0,4}[\s:=#.]{1,4}(?<x>(?:[x*•][x*•. -]{0,39})?\d{4}(?:[ -]?\d){0,16})(?!\d)/giu,
];

/** The numbers that payment vendors publish for trying out: their last twelve digits repeat, or they are listed. */
const TRIAL =
  /^(?:(\d{4})\1{3}|4(?:1{15}|0{15}|00005665566555|0{3}05665566\d{4})|5{15}4|55{3}5{8}4444|378282246310005|6011111111111117)$/;
const TRIES = /(?<![\p{L}])(?:test|sandbox|dummy|demo|trial|testmodus|testkarte|prueba|teste|prova)(?![\p{L}])/iu;
const NEAR_CHARS = 60;

/** Payment cards, however they are spaced; a vendor's trial number beside the word "test" is a fact. */
export const card: Recognizer = {
  name: 'payment_card',
  kind: 'card',
  countries: [],
  covers: 'numbers of payment cards by range and check, their last digits, codes and expiry behind their words',
  find({ text }) {
    const isTrial = ({ start, end }: Span) =>
      TRIAL.test(text.slice(start, end).replace(/\D/g, '')) &&
      TRIES.test(text.slice(Math.max(0, start - NEAR_CHARS), end + NEAR_CHARS));
    const runs = runsOf(text, addressesIn(text)).flatMap((run): Span[] =>
      holdsCard(run) ? [{ start: run.start, end: run.end, kind: 'card' }] : [],
    );
    const told = TOLD.flatMap((form) => spansOf(text, form, 'card'));
    return [...runs, ...spansOf(text, ODD, 'card'), ...spansOf(text, BROKEN, 'card'), ...told].filter(
      (span) => !isTrial(span),
    );
  },
};

function holdsCard({ groups }: Run): boolean {
  for (let from = 0; from < groups.length; from++) {
    if (!/^[2-6]/.test(groups[from]!)) continue;
    let digits = '';
    for (const group of groups.slice(from, from + 20)) {
      digits += group;
      if (digits.length >= 13 && digits.length <= 19 && isCard(digits)) return true;
      if (digits.length > 19) break;
    }
  }
  return groups.length === 4 && groups.every((group) => group.length === 4);
}
