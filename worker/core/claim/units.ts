/** What a unit counts: `factor` turns a number of it into `unit`. */
export interface Unit {
  unit: string;
  factor: number;
  isDuration: boolean;
}

const HOUR_MIN = 60;
const DAY_MIN = 24 * HOUR_MIN;
/** Calendar conventions of consumer contracts: a month is 30 days, a year 365. */
const MONTH_MIN = 30 * DAY_MIN;
const YEAR_MIN = 365 * DAY_MIN;
/** Helpdesks and file systems count sizes in powers of two. */
const KIB = 1024;

const time = (factor: number): Unit => ({ unit: 'minute', factor, isDuration: true });
const size = (factor: number): Unit => ({ unit: 'byte', factor, isDuration: false });

const UNITS = new Map<string, Unit>(
  (
    [
      [['ms', 'millisecond', 'milliseconds'], time(1 / 60_000)],
      [['s', 'sec', 'secs', 'second', 'seconds'], time(1 / 60)],
      [['min', 'mins', 'minute', 'minutes'], time(1)],
      [['h', 'hr', 'hrs', 'hour', 'hours'], time(HOUR_MIN)],
      [['day', 'days'], time(DAY_MIN)],
      [['night', 'nights'], time(DAY_MIN)],
      [['week', 'weeks', 'wk', 'wks'], time(7 * DAY_MIN)],
      [['fortnight', 'fortnights'], time(14 * DAY_MIN)],
      [['month', 'months'], time(MONTH_MIN)],
      [['year', 'years', 'yr', 'yrs'], time(YEAR_MIN)],
      [['byte', 'bytes'], size(1)],
      [['kb', 'kib', 'kilobyte', 'kilobytes'], size(KIB)],
      [['mb', 'mib', 'megabyte', 'megabytes'], size(KIB ** 2)],
      [['gb', 'gib', 'gigabyte', 'gigabytes'], size(KIB ** 3)],
      [['tb', 'tib', 'terabyte', 'terabytes'], size(KIB ** 4)],
      [['%', 'percent', 'per cent'], { unit: '%', factor: 1, isDuration: false }],
    ] as [string[], Unit][]
  ).flatMap(([names, unit]) => names.map((name) => [name, unit] as [string, Unit])),
);

/** The unit a word names, or null: the word is then what is counted ("5 users"). `word` in lower case. */
export const unitOf = (word: string): Unit | null => UNITS.get(word) ?? null;

const CURRENCIES: Record<string, string> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  jpy: 'JPY',
  inr: 'INR',
  chf: 'CHF',
  cad: 'CAD',
  aud: 'AUD',
  dollar: 'USD',
  dollars: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  cents: 'cent',
  cent: 'cent',
};

/** ISO 4217 code of a currency sign or word (a bare dollar is read as USD), or null. */
export const currencyOf = (sign: string): string | null => CURRENCIES[sign.toLowerCase()] ?? null;

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const NUMBER_WORDS = new Map<string, number>([
  ...WORDS.map((word, n) => [word, n] as [string, number]),
  ['fourteen', 14],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
  ['hundred', 100],
]);

const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const ONES = WORDS.slice(1, 10).join('|');

/** A pattern that matches every number word. */
export const NUMBER_WORD = `(?:${TENS})[- ](?:${ONES})|${[...NUMBER_WORDS.keys()].sort((a, b) => b.length - a.length).join('|')}`;

/** "1,000.5", "thirty" or "forty-eight" as a number. */
export function amountOf(text: string): number {
  const parts = text
    .toLowerCase()
    .split(/[- ]/)
    .map((word) => NUMBER_WORDS.get(word) ?? null);
  if (!parts.includes(null)) return parts.reduce<number>((s, part) => s + (part ?? 0), 0);
  return Number(text.replace(/,(?=\d{3}(?!\d))/g, '').replace(',', '.'));
}
