import { PERSONAL_WORDS } from '../language/personal.ts';
import { FUNCTION_WORDS } from '../text/english-words.ts';
import type { Cue, CueField } from './cue.ts';
import { isFamiliar } from './lexicon/familiar.ts';
import { ENDINGS, type Node, phrasesOf, ROOT, RUNS, STOPS } from './phrases.ts';
import type { Token } from './tokens.ts';
import { unspacedCues } from './unspaced.ts';

const MAX_GAP = 3;

/** The languages of which a word is a sign: one that many languages share says little of each. */
const SIGNS = new Map<string, string[]>();
for (const [code, words] of Object.entries(PERSONAL_WORDS)) {
  const { steps, persons, greetings, closings, says } = words;
  const single = [steps, code === 'vi' ? '' : persons, greetings, closings, says]
    .flatMap(phrasesOf)
    .filter((phrase) => !phrase.includes(' '));
  for (const word of new Set([...single, ...STOPS.get(code)!])) SIGNS.set(word, [...(SIGNS.get(word) ?? []), code]);
}

const unspacedIn = unspacedCues(
  RUNS,
  [...STOPS.values()].flatMap((stops) => [...stops]),
);

/** Letters from which a word may be put together of others: "Krankenversichertennummer", "kundenr"; or hold a possessive. */
const MIN_COMPOUND_LETTERS = 9;
const MIN_ENDED_LETTERS = 5;
const SHORT_ENDINGS: ReadonlySet<CueField> = new Set<CueField>(['numbers', 'owners']);
const ANY_ENDING = new RegExp(`(?:${ENDINGS.map(({ ending }) => ending).join('|')})$`, 'u');

export interface Cues {
  /** The phrases of these fields, in order. */
  of(...fields: CueField[]): readonly Cue[];
  /** Whether a phrase of a field ends at most so many characters before a place. */
  isBefore(field: CueField, at: number, within: number): boolean;
  /** Languages that the text is probably written in: those whose function words it has most of. Empty: nobody knows. */
  spoken: ReadonlySet<string>;
  /** Whether it is English, of which alone all words are known; so is what holds no other language's words. */
  isEnglish: boolean;
  isStop(word: string): boolean;
}

/** Every phrase of the personal words of all languages in a text, found in one pass over its words. */
export function cuesIn(text: string, tokens: readonly Token[]): Cues {
  const spoken = spokenIn(tokens);
  const found = new Map<CueField, Cue[]>();
  const add = (cue: Cue) => {
    const list = found.get(cue.field);
    if (list) list.push(cue);
    else found.set(cue.field, [cue]);
  };
  tokens.forEach((first, at) => {
    const isLong = first.lower.length >= MIN_COMPOUND_LETTERS;
    if (first.lower.length >= MIN_ENDED_LETTERS && ANY_ENDING.test(first.lower))
      for (const { ending, field, code } of ENDINGS)
        if (first.lower.endsWith(ending) && (isLong || (SHORT_ENDINGS.has(field) && first.lower !== ending)))
          add({ field, code, start: first.start, end: first.end, words: 1 });
    const bare = ROOT.next.has(first.lower) ? null : withoutClitic(first.lower);
    let node: Node | undefined = ROOT.next.get(bare ?? first.lower);
    for (let words = 1; node; words++) {
      const last = tokens[at + words - 1]!;
      for (const { field, code } of node.ends) {
        if (bare !== null && !VALUED.has(field)) continue;
        const cue = { field, code, start: first.start, end: last.end, words };
        if (isCredible(cue, spoken, first.lower) || (field === 'documents' && ACRONYM.test(first.text))) add(cue);
      }
      const next = tokens[at + words];
      if (!next || next.start - last.end > MAX_GAP || /\n/.test(text.slice(last.end, next.start))) break;
      node = node.next.get(next.lower);
    }
  });
  for (const cue of unspacedIn(text)) add(cue);
  for (const list of found.values()) list.sort((a, b) => a.start - b.start || b.end - a.end);
  const asked = new Map<string, readonly Cue[]>();
  return {
    spoken,
    isEnglish: (spoken.size === 0 || spoken.has('en')) && isFamiliarIn(tokens),
    of: (...fields) => {
      const name = fields.join();
      const before = asked.get(name);
      if (before) return before;
      const lists = fields.flatMap((field) => found.get(field) ?? []);
      if (fields.length > 1) lists.sort((a, b) => a.start - b.start || b.end - a.end);
      asked.set(name, lists);
      return lists;
    },
    isBefore: (field, at, within) => {
      const list = found.get(field) ?? [];
      const last = lastBefore(list, at);
      return last !== null && at - last.end <= within;
    },
    isStop: (word) =>
      FUNCTION_WORDS.has(word) ||
      (spoken.size > 0 ? [...spoken] : []).some((code) => STOPS.get(code)?.has(word) ?? false),
  };
}

/** Hebrew and Arabic write "the", "and", "in" and "to" as one word with the noun behind. */
function withoutClitic(word: string): string | null {
  const bare = word.replace(
    /^(?:[והבלמשכ](?=\p{sc=Hebrew}{3})|[وفبل]?ال(?=\p{sc=Arabic}{3})|[وفبل](?=\p{sc=Arabic}{3}))/u,
    '',
  );
  return bare === word ? null : bare;
}

/** Share of the words that English knows, from which a text without another language's words is English. */
const FAMILIAR_SHARE = 0.4;
/** So few words with capitals may all be names, where nothing but words of English and marks ("cc") stand beside. */
const MAX_BARE_NAMES = 4;
const MAX_MARK_LETTERS = 3;

function isFamiliarIn(tokens: readonly Token[]): boolean {
  const told = tokens
    .slice(0, READ_TOKENS)
    .filter(({ lower }) => /^\p{L}/u.test(lower) && (SIGNS.get(lower)?.length ?? 0) < 2);
  const written = told.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  const small = told.filter(
    ({ text, lower }) => !/^\p{Lu}/u.test(text) && !isFamiliar(lower) && text.length > MAX_MARK_LETTERS,
  );
  if (written <= MAX_BARE_NAMES && small.length === 0) return true;
  return told.filter(({ lower }) => isFamiliar(lower)).length >= FAMILIAR_SHARE * told.length;
}

/** "NIE", "CPF": a word in capitals is what it is in any language. */
const ACRONYM = /^\p{Lu}{3,8}$/u;

/** Fields whose phrases are precise enough to count in any language's text, since a value with digits has to follow. */
const VALUED: ReadonlySet<CueField> = new Set<CueField>([
  'documents',
  'plates',
  'accounts',
  'births',
  'codes',
  'passwords',
  'postcodes',
  'units',
  'numbers',
  'cards',
]);
/** A word of one language may be another word elsewhere: it counts where its language is spoken, or where it is no common word. */
function isCredible(cue: Cue, spoken: ReadonlySet<string>, word: string): boolean {
  if (spoken.size === 0 || spoken.has(cue.code)) return true;
  if (cue.field === 'titles') return WESTERN.has(cue.code) && !isStopIn(word, spoken);
  if (!VALUED.has(cue.field)) return cue.words > 2;
  return cue.words > 1 || !isStopIn(word, spoken);
}

const isStopIn = (word: string, codes: ReadonlySet<string>): boolean =>
  [...codes].some((code) => STOPS.get(code)?.has(word));
/** Languages whose titles are used in mail of any language. */
const WESTERN: ReadonlySet<string> = new Set(['en', 'de', 'fr', 'es']);

const READ_TOKENS = 600;
/** Share of the commonest language's function words from which another one is spoken too. */
const ALSO_SPOKEN = 0.6;

function spokenIn(tokens: readonly Token[]): Set<string> {
  const score = new Map<string, number>();
  for (const { lower } of tokens.slice(0, READ_TOKENS))
    for (const code of SIGNS.get(lower) ?? []) score.set(code, (score.get(code) ?? 0) + 1 / SIGNS.get(lower)!.length);
  const top = Math.max(0, ...score.values());
  return new Set([...score].filter(([, count]) => count >= ALSO_SPOKEN * top).map(([code]) => code));
}

/** The last of these stretches, in order, that ends at or before a place. */
export function lastBefore<T extends { start: number; end: number }>(list: readonly T[], at: number): T | null {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  for (let back = low - 1; back >= 0 && back >= low - 4; back--) if (list[back]!.end <= at) return list[back]!;
  return null;
}

/** The first of these stretches, in order, that begins at or behind a place. */
export function firstBehind<T extends { start: number; end: number }>(list: readonly T[], at: number): T | null {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return list[low] ?? null;
}
