import type { Writing } from '../../language/writing.ts';
import { stem } from '../../text/words.ts';

/** Longest text that is read of one turn, and longest sentence, in characters; longer runs are logs, code or pasted mail. */
const MAX_TURN_READ = 8_192;
const MAX_SENTENCE = 400;
const MAX_SENTENCES = 60;

const LIST_MARK = /^\s*(?:[-*•–]\s+|\(?\d{1,2}[.)]\s+|[a-z]\)\s+)/;
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|dr|mr|mrs|ms|prof|st|no|nr|vs|etc|e\.g|i\.e|z\.b|d\.h|bzw|ca|approx|inc|ltd|co|p\.m|a\.m)\.$/iu;
const END = /(?<![.?!。?!])[.?!。?!]+["'”’)]*(?=\s|$)/gu;

/** The sentences of an agent's turn, each as it stands (`quote`) and without salutation and list mark (`text`). */
export function splitSentences(turn: string, writing: Writing): { quote: string; text: string }[] {
  const found: { quote: string; text: string }[] = [];
  for (const line of turn.slice(0, MAX_TURN_READ).split('\n')) {
    if (writing.signOff.test(line.trim())) continue;
    let rest = line.replace(LIST_MARK, '').trim();
    rest = rest.replace(writing.salutation, '');
    for (const part of parts(rest).flatMap((one) => glued(one, writing))) {
      const quote = part.trim();
      const text = quote.replace(LIST_MARK, '').replace(writing.salutation, '').replace(/\s+/g, ' ').trim();
      if (text !== '' && quote.length <= MAX_SENTENCE && found.length < MAX_SENTENCES) found.push({ quote, text });
    }
  }
  return found;
}

/** Split after full stops, not after abbreviations. */
function parts(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(END)) {
    const end = index + mark.length;
    if (mark === '.' && ABBREVIATION.test(text.slice(Math.max(from, end - 8), end)) && end < text.length) continue;
    found.push(text.slice(from, end));
    from = end;
  }
  return [...found, text.slice(from)].filter((one) => one.trim() !== '');
}

/**
 * Split where a sentence begins without a full stop before it: a word of grammar, or a verb that tells somebody to do something,
 * with a capital amid small letters; not after a verb of pressing, after which the name of a button comes.
 */
function glued(text: string, writing: Writing): string[] {
  const found: string[] = [];
  const pressing = stemsOf(writing.pressing);
  let from = 0;
  for (const match of text.matchAll(
    /(?<=(?<![\p{L}\p{N}'’-])(\p{Ll}[\p{Ll}'’-]*|\d+\p{L}{0,2}|["'”’)])\s)(\p{Lu}\p{Ll}+(?=['’]|\s)|\p{Lu}(?=['’]))/gu,
  )) {
    const [before = '', word = ''] = [match[1], match[2]];
    const lower = word.toLowerCase();
    const isBeginning =
      word.length === 1
        ? !writing.linking.has(before.toLowerCase())
        : writing.beginning.has(lower) || writing.doing.has(lower);
    if (!isBeginning || pressing.has(stem(before.toLowerCase()))) continue;
    if (!writing.beginning.has(lower) && writing.linking.has(before.toLowerCase())) continue;
    found.push(text.slice(from, match.index));
    from = match.index;
  }
  return [...found, text.slice(from)];
}

/**
 * Sentences that are two: one that begins or ends with a whole sentence that somebody said by itself. People forget full stops,
 * and so do mail programs that join lines.
 */
export function splitAtKnown(texts: readonly string[], writing: Writing): (text: string) => string[] {
  const pressing = stemsOf(writing.pressing);
  const key = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const known = new Set(texts.map(key).filter((text) => text.split(' ').length >= KNOWN_WORDS));
  return (text) => {
    const spaces = [...text.matchAll(/\s+/g)];
    for (const { index, 0: space } of spaces) {
      const [before, after] = [text.slice(0, index), text.slice(index + space.length)];
      if (before.split(/\s+/).length < KNOWN_WORDS || after.split(/\s+/).length < KNOWN_WORDS) continue;
      const last = /([\p{L}-]+)\W*$/u.exec(before)?.[1]?.toLowerCase() ?? '';
      if (pressing.has(stem(last)) || writing.linking.has(last)) continue;
      if (known.has(key(after)) || (known.has(key(before)) && /[\p{L}\p{N}]$/u.test(before) && isApart(after)))
        return [before, after];
    }
    return [text];
  };
}

/** Words of a sentence that is known by itself; fewer may begin another. */
const KNOWN_WORDS = 3;

/** What goes on with a word that joins is one sentence with what was before. */
const isApart = (after: string): boolean => after.split(/\s+/).length >= KNOWN_WORDS && /^[\p{Lu}\p{N}]/u.test(after);

const stemsOf = (verbs: ReadonlySet<string>): Set<string> => new Set([...verbs].map(stem));
