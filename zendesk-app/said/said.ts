import type { Table, Text, Values, Words } from '../frame/words.ts';
import english from './words/en.json';

/** One sentence of the worker, or a part of one, by the key under which each language words it. */
type SaidKey = keyof typeof english;

/** Where the sentences stand among an app's own texts. */
const PREFIX = 'said/';

/** Places that hold numbers; any other holds words. */
const NUMBERS: ReadonlySet<string> = new Set([
  ...['count', 'needed', 'first', 'has', 'floor', 'confidence', 'wins', 'worse', 'tried', 'others', 'error'],
  ...['denied', 'asked', 'confirmed', 'before', 'after', 'expected'],
]);
/** Places whose words are sentences of the worker themselves; `LISTS` hold several, with commas between. */
const SENTENCES: ReadonlySet<string> = new Set([
  'why',
  'question',
  'kind',
  'category',
  'gate',
  'agents',
  'organizations',
  'thing',
]);
const LISTS: ReadonlySet<string> = new Set(['gates']);

interface Form {
  key: SaidKey;
  places: string[];
  pattern: RegExp;
  /** Characters that are no place: of two forms that fit, the one that says more is meant. */
  size: number;
}

let forms: Form[] | null = null;

/** The sentences of a language under their keys, to stand among an app's own texts; none of English, which stands as it is. */
export function saidTable(table: Table): Table {
  return Object.fromEntries(Object.entries(table).map(([key, text]) => [PREFIX + key, text]));
}

/**
 * What the worker wrote in English (a reason, a warning, a notice), in the language of `words`; null where it is none of the
 * sentences in `words/en.json`: a person's own words, or a technical detail. English stands as it was written.
 */
export function saidIn(words: Words, text: string): string | null {
  if (words.locale === 'en') return withoutNumbers(text);
  forms ??= formsOf(english);
  for (const { key, places, pattern } of forms) {
    const found = pattern.exec(text);
    if (!found) continue;
    const values = Object.fromEntries(places.map((place, i) => [place, placeIn(words, place, found[i + 1] ?? '')]));
    return words.t(`${PREFIX}${key}`, values);
  }
  return severalIn(words, text);
}

/** A digest tells several things with semicolons between; all of them are known, or none is said. */
function severalIn(words: Words, text: string): string | null {
  const parts = text.replace(/\.$/, '').split('; ');
  if (parts.length === 1 && !text.endsWith('.')) return null;
  const said = parts.map((part) => (part === text ? null : saidIn(words, part)));
  return said.some((one) => one === null) ? null : `${said.join('; ')}.`;
}

function placeIn(words: Words, place: string, value: string): Values[string] {
  if (NUMBERS.has(place)) return Number(value);
  const inWords = (one: string) => saidIn(words, one) ?? one;
  if (SENTENCES.has(place)) return inWords(value);
  if (LISTS.has(place)) return words.list(value.split(', ').map(inWords));
  if (place === 'sides') return value.replace(/(?<=\()[^()]*(?=\))/g, (by) => by.split(', ').map(inWords).join(', '));
  if (place === 'date') return Number.isNaN(Date.parse(value)) ? value : words.dateTime(Date.parse(value));
  return place === 'actor' ? actorName(value) : value;
}

function formsOf(table: Record<SaidKey, Text>): Form[] {
  const keys = Object.keys(table) as SaidKey[];
  return keys
    .flatMap((key) => {
      const text = table[key];
      return (typeof text === 'string' ? [text] : Object.values(text)).map((form) => formOf(key, form));
    })
    .sort((a, b) => b.size - a.size);
}

function formOf(key: SaidKey, form: string): Form {
  const parts = form.split(/\{(\w+)\}/);
  const places = parts.filter((_, i) => i % 2 === 1);
  const literal = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const source = parts.map((part, i) => {
    if (i % 2 === 0) return literal(part);
    return NUMBERS.has(part) ? '(-?\\d+(?:\\.\\d+)?)' : '(.+?)';
  });
  const size = parts.reduce((sum, part, i) => (i % 2 === 0 ? sum + part.length : sum), 0);
  return { key, places, pattern: new RegExp(`^${source.join('')}$`, 's'), size };
}

/** Who did something, as it is shown: our own name as a name, a person without the helpdesk's number of them. */
export const actorName = (actor: string): string => (actor === 'mend' ? 'Mend' : withoutNumbers(actor));

/** Names are stored with the helpdesk's number of the person, which tells people apart in the log and nobody on a page. */
const withoutNumbers = (text: string): string => text.replace(/(?<=\p{L}) \(\d{6,20}\)/gu, '');
