import { stemmer } from 'stemmer';
import { FUNCTION_WORDS, IRREGULAR_FORMS, STOP_PHRASES } from './english-words.ts';

/** Longest text that is read, in characters; the rest of a longer one says nothing new about what is asked. */
export const MAX_READ_CHARS = 16_384;

/** Longest token that counts as a word, in characters; longer runs are machine-made (keys, base64, minified code). */
const MAX_WORD_CHARS = 32;

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}]+)*/gu;
const NEGATED = /^(.+?)n['’]?t$/u;
const NEGATABLE = new Set(
  'do does did is are was were has have had ca can could wo would should must need ai'.split(' '),
);
const STOP_PHRASE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${STOP_PHRASES.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
const stems = new Map<string, string>();

/** Bound of the memory of stems; it starts afresh when full, so that a long-lived isolate stays small. */
const MAX_STEMS = 50_000;

/** Lower-case words and numbers of a text in order, apostrophes folded (`don't` gives `do`, `not`), at most MAX_READ_CHARS read. */
export function tokens(text: string): string[] {
  const found: string[] = [];
  for (const match of normalise(text).matchAll(TOKEN)) {
    const token = match[0].replaceAll('’', "'");
    if (token.length > MAX_WORD_CHARS) continue;
    const negated = NEGATED.exec(token)?.[1];
    if (negated !== undefined && NEGATABLE.has(negated)) found.push(negated === 'ca' ? 'can' : negated, 'not');
    else found.push(token.split("'", 1)[0] ?? token);
  }
  return found;
}

/** Whether a token carries grammar or courtesy and no topic. */
export function isFunctionWord(token: string): boolean {
  return FUNCTION_WORDS.has(token);
}

/** The form under which a token is compared: irregular forms are led back to their base, then Porter's stem. */
export function stem(token: string): string {
  const known = stems.get(token);
  if (known !== undefined) return known;
  const base = IRREGULAR_FORMS.get(token) ?? token;
  const made = /^[a-z]+$/.test(base) ? stemmer(base) : base;
  if (stems.size >= MAX_STEMS) stems.clear();
  stems.set(token, made);
  return made;
}

/** Stems of a text in order, without function words, greetings and courtesy phrases. */
export function words(text: string): string[] {
  return tokens(withoutCourtesy(text))
    .filter((token) => !isFunctionWord(token))
    .map(stem);
}

/** The text in lower case without phrases that open or close any message ("I would like to know", "thanks in advance"). */
export function withoutCourtesy(text: string): string {
  return normalise(text).replace(STOP_PHRASE, ' ');
}

function normalise(text: string): string {
  return text.slice(0, MAX_READ_CHARS).normalize('NFKC').toLowerCase().replaceAll('’', "'");
}
