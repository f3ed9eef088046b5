import { isFamiliar, isThing } from '../../lexicon/familiar.ts';
import { isFirstName, PARTICLE } from '../../name.ts';
import type { Reading } from '../../recognizer.ts';
import type { Span } from '../../span.ts';
import type { Token } from '../../tokens.ts';
import { NO_NAMES } from '../../words.ts';

const MIN_LETTERS = 3;
const AND = /^,? (?:and|und|y|e|et|en|och|og|ja|i|a|és|si|ve|и|та|&) $/u;

/**
 * Whom a text named once it names again, by one part of the name, and beside others: "Priya and Kestrel". Everyday words
 * that were part of a name are not looked for elsewhere.
 */
export function namedAgain({ text, tokens, cues }: Reading, people: readonly Span[]): Span[] {
  if (people.length === 0) return [];
  const parts = new Set<string>();
  const inside = new Set<number>();
  const sorted = [...people].sort((a, b) => a.start - b.start);
  let at = 0;
  for (const span of sorted) {
    while (at > 0 && tokens[at - 1]!.start >= span.start) at--;
    while (at < tokens.length && tokens[at]!.start < span.start) at++;
    for (; at < tokens.length && tokens[at]!.end <= span.end; at++) {
      const { lower, text: word } = tokens[at]!;
      inside.add(at);
      const isCommon =
        NO_NAMES.has(lower) || PARTICLE.test(lower) || cues.isStop(lower) || (isFamiliar(lower) && !isFirstName(lower));
      if (lower.length >= MIN_LETTERS && !isCommon && !/^\d/.test(word) && /^\p{L}+$/u.test(word)) parts.add(lower);
    }
  }
  const isPerson = ({ lower, text: word }: Token) =>
    /^\p{Lu}\p{Ll}/u.test(word) &&
    (isFirstName(lower) || !(isFamiliar(lower) || NO_NAMES.has(lower) || isThing(lower) || cues.isStop(lower)));
  const found: Span[] = [];
  tokens.forEach((token, index) => {
    if (inside.has(index)) {
      for (const [beside, from, to] of [
        [index + 1, token.end, tokens[index + 1]?.start ?? token.end],
        [index - 1, tokens[index - 1]?.end ?? token.start, token.start],
      ] as const) {
        const other = tokens[beside];
        if (!other || inside.has(beside)) continue;
        const gap = text.slice(from, to);
        const over = gap === ' ' ? tokens[beside + (beside > index ? 1 : -1)] : undefined;
        const joined =
          over && AND.test(text.slice(Math.min(token.end, over.end), Math.max(token.start, over.start))) ? over : null;
        if (joined && isPerson(joined)) found.push({ start: joined.start, end: joined.end, kind: 'name' });
      }
      return;
    }
    if (parts.has(token.lower) && /^[\p{Lu}\p{Lo}]/u.test(token.text))
      found.push({ start: token.start, end: token.end, kind: 'name' });
  });
  return found;
}
