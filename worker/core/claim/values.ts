import { DAY_MS } from '../../../shared/time.ts';
import { type Claim, claimsOf } from './claims.ts';
import { unitOf } from './units.ts';

/**
 * One value that a sentence states, so that two ways of writing it are equal: `dimension` is what it measures ("minute",
 * "%", "price:EUR", "weekday", "count"), `value` the normalised amount. `text` is always `sentence.slice(start, end)`.
 */
export interface Value {
  dimension: string;
  value: string;
  text: string;
  start: number;
  end: number;
  /** Whether it is a number in words that counts things ("three dots"): such a number is seldom a fact of its own. */
  isSpelledCount: boolean;
}

/** What counts nothing and measures nothing: the number alone. */
const COUNT = 'count';

/** A longer sentence is a table or a log, whose values are told apart elsewhere. */
const MAX_CHARS = 600;

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt'];
/** 2024-01-01, a Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1);

/** Names of weekdays in lower case, by the number of the day (0 is Monday), in the languages written with an alphabet. */
const WEEKDAYS = new Map(
  LANGUAGES.flatMap((language) => {
    const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    return Array.from({ length: 7 }, (_, day): [string, string] => [
      name.format(A_MONDAY + day * DAY_MS).toLowerCase(),
      String(day),
    ]);
  }),
);
const WEEKDAY = new RegExp(`(?<![\\p{L}\\p{N}])(${[...WEEKDAYS.keys()].join('|')})s?(?![\\p{L}\\p{N}])`, 'giu');

/** "a month", "half an hour": a duration whose number is an article. English. */
const ARTICLE_DURATION =
  /(?<![\p{L}\p{N}]|[\d€£¥] )(half )?(an?) (second|minute|hour|day|week|month|year)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])half an? (hour|day)(?![\p{L}\p{N}])/giu;

/** "2 pm", "9:30 a.m.", "13:30": a time of the day. */
const CLOCK = /(?<![\d:.-])(\d{1,2})(?::(\d{2}))?\s?([ap])\.?m\b\.?|(?<![\d:.-])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/giu;

/** The values of a sentence in order of their place. Identifiers (phone and form numbers, addresses, list marks) are none. */
export function valuesIn(sentence: string): Value[] {
  const text = sentence.slice(0, MAX_CHARS);
  const found: Value[] = [...clocks(text), ...weekdays(text)];
  const add = (value: Value): void => {
    if (!found.some((one) => one.start < value.end && value.start < one.end)) found.push(value);
  };
  for (const value of articleDurations(text)) add(value);
  const claims = claimsOf(text);
  for (const claim of claims) {
    if (isIdentifier(text, claim)) continue;
    const twin = claims.find((one) => one !== claim && one.start === claim.start && one.kind === claim.kind);
    if (twin && claims.indexOf(twin) < claims.indexOf(claim)) continue;
    const value = measured(text, claim, twin ?? null);
    if (value) add(value);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text with its values left out, so that what it says of them can be compared. */
export function withoutValues(text: string, values: readonly Value[]): string {
  return [...values]
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
}

function measured(text: string, claim: Claim, twin: Claim | null): Value | null {
  const amount = twin ? `${claim.value}–${twin.value}` : String(claim.value);
  const range = twin ? ':range' : '';
  const { start, end } = claim;
  const at = { text: claim.text, start, end, isSpelledCount: false };
  switch (claim.kind) {
    case 'duration':
      return { ...at, dimension: `${claim.unit ?? COUNT}${range}`, value: rounded(claim, amount) };
    case 'price':
      return { ...at, dimension: `price:${claim.unit}${range}`, value: amount };
    case 'version':
      return /^\d+$/.test(amount) && !/version/i.test(claim.text)
        ? null
        : { ...at, dimension: `version:${amount.split('.').length}`, value: amount };
    case 'path':
      return { ...at, dimension: 'path', value: amount };
    case 'number':
    case 'limit': {
      if (claim.unit) return { ...at, dimension: `${claim.unit}${range}`, value: amount };
      const after = text.slice(end);
      const percent = /^\s?per\s?cent\b/i.exec(after);
      if (percent)
        return { ...at, text: claim.text + percent[0], end: end + percent[0].length, dimension: '%', value: amount };
      const thousands = /^(k|m)\b/i.exec(after);
      if (thousands && typeof claim.value === 'number') {
        const factor = thousands[1]?.toLowerCase() === 'k' ? 1e3 : 1e6;
        return {
          ...at,
          text: claim.text + thousands[0],
          end: end + 1,
          dimension: COUNT,
          value: String(claim.value * factor),
        };
      }
      return { ...at, dimension: `${COUNT}${range}`, value: amount, isSpelledCount: /^\p{L}/u.test(claim.text) };
    }
    default:
      return null;
  }
}

/** A duration to the second: fractions of a minute come out of units. */
function rounded(claim: Claim, amount: string): string {
  return typeof claim.value === 'number' && !amount.includes('–') ? String(Math.round(claim.value * 60) / 60) : amount;
}

/** Whether a number is part of a name: it touches a letter, a bracket or more digits, or begins with a nought. */
function isIdentifier(text: string, { kind, text: own, start, end }: Claim): boolean {
  if (kind === 'path') return false;
  const after = text.slice(end, end + 3);
  if (/^\p{L}/u.test(after) && !/^[km](?!\p{L})/iu.test(after)) return true;
  return (
    /[\p{L}\p{N}#[/_.-]/u.test(text.charAt(start - 1)) ||
    /^(?:\s?-\s?\d|\])/u.test(after) ||
    /(?:^|[^\d,.])0\d/.test(own)
  );
}

function weekdays(text: string): Value[] {
  return [...text.matchAll(WEEKDAY)].map((m) => ({
    dimension: 'weekday',
    value: WEEKDAYS.get((m[1] ?? '').toLowerCase()) ?? '',
    text: m[0],
    start: m.index,
    end: m.index + m[0].length,
    isSpelledCount: false,
  }));
}

function articleDurations(text: string): Value[] {
  return [...text.matchAll(ARTICLE_DURATION)].flatMap((m) => {
    const unit = unitOf((m[3] ?? m[4] ?? '').toLowerCase());
    if (!unit) return [];
    const isHalf = /^half/i.test(m[0]);
    const value = String(Math.round(unit.factor * (isHalf ? 0.5 : 1) * 60) / 60);
    return [
      { dimension: unit.unit, value, text: m[0], start: m.index, end: m.index + m[0].length, isSpelledCount: false },
    ];
  });
}

function clocks(text: string): Value[] {
  return [...text.matchAll(CLOCK)].map((m) => {
    const hour = Number(m[1] ?? m[4]);
    const half = (m[3] ?? '').toLowerCase();
    const hours = half === 'p' ? (hour % 12) + 12 : half === 'a' ? hour % 12 : hour;
    return {
      dimension: 'clock',
      value: String(hours * 60 + Number(m[2] ?? m[5] ?? 0)),
      text: m[0],
      start: m.index,
      end: m.index + m[0].length,
      isSpelledCount: false,
    };
  });
}
