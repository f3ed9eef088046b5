import { type Asked, claimsOf, rewordDataOf } from './prompt.ts';

export interface RewordAnswer {
  title: string;
  statements: { text: string; quoteIndexes: number[] }[];
}

/** A model that does as it was asked: rewords faithfully, cites rightly, and says no where it is not sure. */
export function goodAnswer(asked: Asked): Record<string, unknown> {
  switch (asked.shape) {
    case 'rewording':
      return { ...goodRewording(asked) };
    case 'sameness':
      return { isSame: wordsOf(asked.data.a) === wordsOf(asked.data.b) };
    case 'groundedness':
      return { unsupported: unsupportedOf(asked) };
    default:
      return { title: String(asked.data.title ?? '') };
  }
}

export function goodRewording(asked: Asked): RewordAnswer {
  const { title, statements } = rewordDataOf(asked);
  return { title, statements: statements.map(({ text, quotes }) => ({ text: reworded(text), quoteIndexes: quotes })) };
}

/** Plainer without a change of meaning: courtesy gone, one verb for another, longer forms. */
function reworded(text: string): string {
  const plain = text
    .replace(/^(?:Please|Kindly|Just|Simply)\s+(?=\p{L})/u, '')
    .replace(/^You (?:just|simply) (?=can|need)/u, 'You ')
    .replace(/^Click(?: on)?\s/u, 'Select ')
    .replace(/^Tap(?: on)?\s/u, 'Press ')
    .replace(/\bclick on\b/gu, 'select')
    .replace(/\bcan't\b/gu, 'cannot')
    .replace(/\bdon't\b/gu, 'do not');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Half of a statement's words are in one of its quotes, or it is doubted. */
function unsupportedOf(asked: Asked): number[] {
  return claimsOf(asked).flatMap(({ index, text, quotes }) => {
    const words = wordsOf(text).split(' ');
    const isSaid = quotes.some((quote) => {
      const said = new Set(wordsOf(quote).split(' '));
      return words.filter((word) => said.has(word)).length * 2 >= words.length;
    });
    return isSaid ? [] : [index];
  });
}

const wordsOf = (text: unknown): string =>
  String(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
