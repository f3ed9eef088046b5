import { isIban } from './checksums.ts';
import type { Span } from './span.ts';

const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}[ -]?\d{2}(?:[ -]{0,2}[A-Z0-9]){11,40}/giu;
const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 ' +
    'FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 ' +
    'MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 TN24 ' +
    'TR26 UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** IBANs by country and length. One whose check fails is a mistyped one where its form is right: it goes too. */
export function ibanSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(IBAN)) {
    const length = IBAN_LENGTHS[match[0].slice(0, 2).toUpperCase()];
    if (!length) continue;
    let signs = '';
    let end = 0;
    while (end < match[0].length && signs.length < length) {
      if (/[A-Z0-9]/i.test(match[0][end]!)) signs += match[0][end]!.toUpperCase();
      end++;
    }
    const isComplete = signs.length === length && !/[\p{L}\p{N}]/u.test(match[0][end] ?? '');
    if (isComplete && (isIban(signs) || /\d{8}/.test(signs)))
      spans.push({ start: match.index, end: match.index + end, kind: 'bank_account' });
  }
  return spans;
}
