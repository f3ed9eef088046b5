import { DAY_MS, HOUR_MS, WEEK_MS } from './time.ts';
/** The languages of the apps. English is what stands in for any other. */
export const LOCALES = ['en', 'de', 'es', 'fr', 'ja', 'pt-BR'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text with {places}; or one a plural form, chosen by {count}. */
export type Text = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
export type Table<Key extends string = string> = Record<Key, Text>;
/** How each locale's words are loaded: a dynamic import, so that one language at a time is fetched. */
export type Tables<Key extends string> = Record<Locale, () => Promise<{ default: Table<Key> }>>;

export type Values = Record<string, string | number>;

/** One language: its texts, and numbers and times as it writes them. Times are ms since the epoch. */
export interface Words<Key extends string = string> {
  locale: Locale;
  /** The text of a key with its places filled; numbers are written as the language does. */
  t(key: Key, values?: Values): string;
  number(value: number, digits?: number): string;
  percent(share: number, digits?: number): string;
  date(at: number): string;
  dateTime(at: number): string;
  /** How long before or after `now`, in the largest unit that fits: "3 days ago". */
  ago(at: number, now: number): string;
  list(parts: string[]): string;
  /** The same of which one holds: "a or b". */
  either(parts: string[]): string;
}

/** The locale of the apps nearest to a helpdesk's (`pt-br`, `en-GB`, `de`); English where there is none. */
export function localeOf(wanted: string): Locale {
  const lower = wanted.toLowerCase();
  const language = lower.split('-')[0];
  const exact = LOCALES.find((locale) => locale.toLowerCase() === lower);
  return exact ?? LOCALES.find((locale) => locale.toLowerCase().split('-')[0] === language) ?? 'en';
}

/** The words of a language; English ones where its file can't be loaded. */
export async function loadWords<Key extends string>(wanted: string, tables: Tables<Key>): Promise<Words<Key>> {
  const locale = localeOf(wanted);
  try {
    return createWords(locale, (await tables[locale]()).default);
  } catch (error) {
    if (locale === 'en') throw error;
    return createWords('en', (await tables.en()).default);
  }
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', WEEK_MS],
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', 60_000],
];

export function createWords<Key extends string>(locale: Locale, table: Table<Key>): Words<Key> {
  const plural = new Intl.PluralRules(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale);
  const either = new Intl.ListFormat(locale, { type: 'disjunction' });
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const formOf = (text: Text, values: Values) =>
    typeof text === 'string' ? text : (text[plural.select(Number(values.count ?? 0))] ?? text.other);
  return {
    locale,
    number,
    t(key, values = {}) {
      const text = table[key];
      if (text === undefined) return key;
      return formOf(text, values).replace(/\{(\w+)\}/g, (place, name: string) => {
        const value = values[name];
        if (value === undefined) return place;
        return typeof value === 'number' ? number(value, 2) : value;
      });
    },
    percent: (share, digits = 0) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share),
    date: (at) => date.format(at),
    dateTime: (at) => dateTime.format(at),
    ago(at, now) {
      const [unit, ms] = UNITS.find(([, size]) => Math.abs(at - now) >= size) ?? ['minute', 60_000];
      return relative.format(Math.trunc((at - now) / ms), unit);
    },
    list: (parts) => list.format(parts),
    either: (parts) => either.format(parts),
  };
}
