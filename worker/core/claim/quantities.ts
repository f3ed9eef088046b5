import { stemmer } from 'stemmer';
import { MONTHS } from '../text/english-months.ts';
import type { Claim } from './claim.ts';
import { amountOf, currencyOf, NUMBER_WORD, unitOf } from './units.ts';

const AMOUNT = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?`;
/** Longer digit strings are identifiers, not quantities. */
const MAX_DIGITS = 9;

const PRICE = new RegExp(
  String.raw`([$€£¥₹])\s?(${AMOUNT})|(?<![\w.])(${AMOUNT})\s?(€|£|usd|eur|gbp|jpy|inr|chf|cad|aud|dollars?|euros?|cents?)(?![\w])`,
  'giu',
);
const QUANTITY = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.-])(${AMOUNT}|(?:${NUMBER_WORD})(?=[\s-]+\p{L}))(?:\s?(?:-|–|to|or|and)\s?(${AMOUNT}))?([+%]?)(?:[\s-]?((?:business|working|calendar|consecutive)\s+)?(\p{L}+))?`,
  'giu',
);
const VERSION =
  /\bv(\d+(?:\.\d+)*)\b|\bversions?\s+(\d+(?:\.(?:\d+|x))*)|(?<![\w.])(\d+\.\d+\.\d+(?:\.\d+)?)(?![\w])/giu;
const DATE = new RegExp(
  String.raw`\b\d{4}-\d{2}-\d{2}\b|\b(?:${MONTHS})\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:${MONTHS})(?:\s+\d{4})?\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b`,
  'giu',
);

const LIST_MARK = /^\s*(?:#{1,6}\s+)?\d{1,3}[.)]\s/u;
/** A word after a number that is not what it counts. */
const COUNTS_NOTHING =
  /^(?:and|or|from|to|for|in|on|of|the|is|are|at|by|with|then|if|as|per|that|more|less|fewer|higher|lower|later|max|min|maximum|minimum|above|below)$/iu;

const BEFORE_MAX =
  /(?:up to|at most|no more than|not more than|maximum(?: \p{L}+){0,3}(?: of| is)?|max\.?|limit(?:ed)?(?: \p{L}+){0,2}(?: of| to| is)?|within|less than|under|below|fewer than|not exceed(?:ing)?)[\s*_`:(]*$/iu;
const BEFORE_MIN =
  /(?:at least|minimum(?: \p{L}+){0,3}(?: of| is)?|min\.?|no less than|no fewer than|more than|over|above)[\s*_`:(]*$/iu;
const AFTER_MAX = /^\s*(?:or (?:less|fewer|lower|earlier)|max(?:imum)?\b|at most)/iu;
const AFTER_MIN = /^\s*(?:or (?:more|higher|later|above|newer)|and (?:later|above|higher|newer)|min(?:imum)?\b)/iu;

/** How far from a number its bound may stand. */
const BOUND_CHARS = 60;

function boundAt(sentence: string, start: number, end: number): 'max' | 'min' | null {
  const before = sentence.slice(Math.max(0, start - BOUND_CHARS), start);
  const after = sentence.slice(end, end + BOUND_CHARS);
  if (BEFORE_MAX.test(before) || AFTER_MAX.test(after)) return 'max';
  if (BEFORE_MIN.test(before) || AFTER_MIN.test(after)) return 'min';
  return null;
}

/** Versions ("version 5.12", "v3", "1.2.3") and dates, as they are spelled, in lower case. */
export function versionsAndDates(sentence: string): Claim[] {
  const found: Claim[] = [];
  for (const m of sentence.matchAll(DATE)) {
    found.push({
      kind: 'date',
      text: m[0],
      value: m[0].toLowerCase().replace(/[.,]/g, ''),
      about: null,
      start: m.index,
      end: m.index + m[0].length,
    });
  }
  for (const m of sentence.matchAll(VERSION)) {
    const value = m[1] ?? m[2] ?? m[3]!;
    const end = m.index + m[0].length;
    const bound = boundAt(sentence, m.index, end);
    found.push({
      kind: 'version',
      text: m[0],
      value: value.toLowerCase(),
      ...(bound ? { bound } : {}),
      about: null,
      start: m.index,
      end,
    });
  }
  return found;
}

/** Amounts of money, `value` in the currency's main unit, `unit` its ISO code. */
export function prices(sentence: string): Claim[] {
  return [...sentence.matchAll(PRICE)].map((m) => {
    const code = currencyOf(m[1] ?? m[4]!)!;
    const amount = amountOf(m[2] ?? m[3]!);
    const end = m.index + m[0].length;
    const bound = boundAt(sentence, m.index, end);
    return {
      kind: 'price',
      text: m[0],
      value: code === 'cent' ? amount / 100 : amount,
      unit: code === 'cent' ? 'USD' : code,
      ...(bound ? { bound } : {}),
      about: null,
      start: m.index,
      end,
    };
  });
}

/** Durations (in minutes), limits and numbers with what they count; of a range, both ends. */
export function quantities(sentence: string): Claim[] {
  const mark = LIST_MARK.exec(sentence)?.[0].length ?? 0;
  return [...sentence.matchAll(QUANTITY)].flatMap((m) => {
    if (m.index < mark) return [];
    const [, low, high, sign, qualifier, word] = m as unknown as (string | undefined)[];
    if (low!.replace(/\D/g, '').length > MAX_DIGITS) return [];
    const unit = sign === '%' ? unitOf('%') : word ? unitOf(word.toLowerCase()) : null;
    if (/^(?:one|zero)$/i.test(low!) && !unit) return [];
    const hasWord = unit !== null && sign !== '%';
    const tail = word && !hasWord ? m[0].lastIndexOf(word) - (qualifier?.length ?? 0) : m[0].length;
    const text = m[0].slice(0, tail).replace(/[\s-]+$/u, '');
    const end = m.index + text.length;
    const bound = boundAt(sentence, m.index, end) ?? (sign === '+' ? 'min' : null);
    const business = qualifier && /business|working/i.test(qualifier) ? 'business ' : '';
    const kind = unit?.isDuration ? 'duration' : bound ? 'limit' : 'number';
    const about =
      !hasWord && word && word.length > 2 && !COUNTS_NOTHING.test(word) ? stemmer(word.toLowerCase()) : null;
    return [low!, high]
      .filter((x) => x !== undefined)
      .map(
        (x): Claim => ({
          kind,
          text,
          value: amountOf(x) * (unit?.factor ?? 1),
          ...(unit ? { unit: business + unit.unit } : {}),
          ...(bound ? { bound } : {}),
          about,
          start: m.index,
          end,
        }),
      );
  });
}
