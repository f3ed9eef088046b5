import { type Value, withoutValues } from '../claim/values.ts';
import { wordName } from '../coverage/page-index.ts';
import { isFunctionWord, stem, tokens } from '../text/words.ts';

/** Tokens over which a word's tie to a value falls to 1/e: about a clause. Fitted by eye on paraphrased support mail. */
const REACH = 6;

/** Names of the words of content in a text. */
export function contentWords(text: string): number[] {
  return tokens(text)
    .filter((token) => !isFunctionWord(token))
    .map((token) => wordName(stem(token)));
}

/** The words of content around a value, each with its tie to it (1 beside it, less with every word between). */
export function nearValue(text: string, value: Value, all: readonly Value[]): Map<number, number> {
  const found = new Map<number, number>();
  const read = (words: string[]): void =>
    words.forEach((token, distance) => {
      if (isFunctionWord(token)) return;
      const word = wordName(stem(token));
      found.set(word, Math.max(found.get(word) ?? 0, Math.exp(-distance / REACH)));
    });
  const before = all.filter((one) => one.end <= value.start);
  const after = all.filter((one) => one.start >= value.end);
  read(tokens(withoutValues(text.slice(0, value.start), before)).reverse());
  const rest = after.map((one) => ({ ...one, start: one.start - value.end, end: one.end - value.end }));
  read(tokens(withoutValues(text.slice(value.end), rest)));
  return found;
}
