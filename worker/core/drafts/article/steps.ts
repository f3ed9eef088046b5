import type { Writing } from '../../language/writing.ts';
import { finished } from './tidy.ts';

/** A place before what is to be done there: "In the site settings, open …". Bounded. */
const PLACE_WORDS = 7;

/** Whether a sentence tells somebody to do something. */
export function isTelling(text: string, writing: Writing): boolean {
  return isDoing(text, writing) || placed(text, writing) !== null;
}

/**
 * The steps that a sentence tells, each whole: "Open X, go to Y and press Z" is three. Empty where it tells none. A part that
 * begins with no verb of doing belongs to the step before it.
 */
export function stepsOf(text: string, writing: Writing): string[] {
  if (!isTelling(text, writing)) return [];
  const found: string[] = [];
  let from = 0;
  for (const match of text.matchAll(writing.nextStep)) {
    const next = text.slice(match.index + match[0].length);
    const isNamed = writing.pressing.has(lastWord(text.slice(0, match.index)));
    if (!isDoing(next, writing) || isNamed || /^\p{Lu}/u.test(next) || !isOnScreen(next, writing)) continue;
    found.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  found.push(text.slice(from));
  return found.map(finished);
}

function isDoing(text: string, writing: Writing): boolean {
  const first = firstWord(text);
  const isVerb = writing.doing.has(first) || (writing.telling?.test(text) ?? false);
  return isVerb && !writing.stating.test(text.slice(first.length).trimStart());
}

/** Where a thing is to be done, said before it; null where the sentence doesn't begin with a place. */
function placed(text: string, writing: Writing): string | null {
  const words = text.split(' ');
  if (!writing.placing.has(words[0]?.toLowerCase() ?? '')) return null;
  for (let at = 2; at <= Math.min(PLACE_WORDS, words.length - 2); at++) {
    const word = words[at]!;
    const isAfterPause = /,$/.test(words[at - 1]!);
    if (
      /^\p{Ll}/u.test(word) &&
      isDoing(word, writing) &&
      (isAfterPause || !writing.loose.has(words[at - 1]!.toLowerCase()))
    )
      return words.slice(0, at).join(' ');
  }
  return null;
}

/** Whether what is done next is done at something that has a name on the screen; else it is one step with what is before. */
function isOnScreen(next: string, writing: Writing): boolean {
  const [end] = next.matchAll(writing.nextStep);
  const own = next.slice(0, end?.index ?? next.length);
  return (
    /[\p{Lu}"“'‘(]/u.test(own) ||
    writing.going.has(firstWord(own)) ||
    (end !== undefined &&
      isOnScreen(next.slice(end.index + end[0].length), writing) &&
      isDoing(next.slice(end.index + end[0].length), writing))
  );
}

/** Whether a way begins with a sentence: it goes to a place, or names it first. */
export function beginsWay(text: string, writing: Writing): boolean {
  return (writing.going.has(firstWord(text)) || placed(text, writing) !== null) && /\s/.test(text.trim());
}

const firstWord = (text: string): string => /^[\p{L}][\p{L}-]*/u.exec(text)?.[0].toLowerCase() ?? '';

/** No word with its quotes is longer, in characters. */
const LAST_WORD_CHARS = 80;
const lastWord = (text: string): string =>
  /(?<![\p{L}-])([\p{L}-]+)["'”’]*$/u.exec(text.trimEnd().slice(-LAST_WORD_CHARS))?.[1]?.toLowerCase() ?? '';
