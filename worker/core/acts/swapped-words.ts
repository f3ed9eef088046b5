import type { Issue, Line } from '../learned/state.ts';
import { hash32 } from '../text/hash32.ts';
import { conceptsOf } from '../text/lexicon.ts';
import { hasPlaceholder, isCourtesyStem } from '../text/sentences.ts';
import { isFunctionWord, stem, tokens } from '../text/words.ts';
import { isFramingWord, isVariant } from './acts.ts';

/** Words that both sentences must share around the one place in which they differ, and their share of the longer one. */
const MIN_SHARED = 3;
const SHARED = 0.5;

/** Most words in that place: more are another sentence. */
const MAX_SWAPPED = 4;

/** Longest sentence compared word by word, in characters. */
const MAX_CHARS = 300;

/** Share of an issue's conversations up to which a word counts as never said by agents there. */
const SLIP = 0.02;

const CAPITALISED = /(?<=[\p{L}\p{N},;:’'"“)–-]\s{1,3}["'“‘]?)\p{Lu}[\p{L}\p{N}]*/gu;

/** A sentence whose words can be compared one by one, else null. */
export function comparable(sentence: string): string | null {
  return sentence.length <= MAX_CHARS && !hasPlaceholder(sentence) ? sentence : null;
}

/**
 * What a sentence says in the one place in which it differs from a line: stems of the line's words, and of those instead of
 * them. Null where it differs in more, in grammar or numbers only, or in words of one meaning.
 */
export function swappedWords(line: Line, sentence: string): { from: string[]; to: string[] } | null {
  if (!line.plain || !line.isSentence || comparable(sentence) === null) return null;
  return swappedIn(line.plain, framed(line.plain), sentence, framed(sentence));
}

/** The same for many lines and a comparable sentence with its words, as `framed` gives them. */
export function swapsIn(
  lines: readonly Line[],
  sentence: string,
  words: readonly string[],
): { line: Line; from: string[]; to: string[] }[] {
  return lines.flatMap((line) => {
    const swap =
      line.plain && line.isSentence ? swappedIn(line.plain, lineWords(line, line.plain), sentence, words) : null;
    return swap ? [{ line, ...swap }] : [];
  });
}

const wordsOfLine = new WeakMap<Line, readonly string[]>();

function lineWords(line: Line, plain: string): readonly string[] {
  const known = wordsOfLine.get(line) ?? framed(plain);
  wordsOfLine.set(line, known);
  return known;
}

function swappedIn(
  plain: string,
  a: readonly string[],
  sentence: string,
  b: readonly string[],
): { from: string[]; to: string[] } | null {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const longest = Math.max(a.length, b.length);
  if (head + tail < Math.max(MIN_SHARED, SHARED * longest) || longest - head - tail > MAX_SWAPPED) return null;
  const from = a.slice(head, a.length - tail).filter(isTelling);
  const to = b.slice(head, b.length - tail).filter(isTelling);
  if (from.length === 0 || to.length === 0 || from.some((x) => to.some((y) => x === y || isVariant(x, y)))) return null;
  if (isLabel(plain, from) && isLabel(sentence, to)) return { from, to };
  const meant = new Set(conceptsOf(from.join(' ')));
  return conceptsOf(to.join(' ')).some((concept) => meant.has(concept)) ? null : { from, to };
}

/** Whether words stand with a capital within a sentence, as names of buttons do: such a name means only itself. */
function isLabel(sentence: string, stems: readonly string[]): boolean {
  const capitals = new Set(tokens((sentence.match(CAPITALISED) ?? []).join(' ')).map(stem));
  return stems.every((word) => capitals.has(word));
}

/** Whether agents of an issue never say these words, whatever the sentence; `born` is what the article itself counts for. */
export function isUnsaid(issue: Issue, stems: readonly string[], born: number): boolean {
  return stems.every((s) => (issue.counts.get(hash32(`g:${s}`)) ?? 0) - born <= SLIP * issue.counted);
}

/** A sentence's words in order: grammar as it is written, content by its stems. */
export function framed(sentence: string): string[] {
  return tokens(sentence).map((token) => (isFunctionWord(token) ? token : stem(token)));
}

function isTelling(word: string): boolean {
  return !isFunctionWord(word) && !isFramingWord(word) && !isCourtesyStem(word) && !/^\d/.test(word);
}
