import { plainText } from '../../html/plain.ts';
import { words } from '../../text/words.ts';

/** Share of a statement's content words that one line must hold for the statement to stand, with the same numbers. */
export const STANDS = 0.8;

/** What a publication taught the article to say: its lines that were not there before. */
export function statementsAdded(beforeHtml: string | null, afterHtml: string): string[] {
  const before = new Set(linesOf(beforeHtml ?? ''));
  return linesOf(afterHtml).filter((line) => !before.has(line));
}

/**
 * The statements that an article no longer makes, in other words either: a statement stands where one line holds most of
 * its content words and every number of it. An edit that rewords keeps the antibody quiet; one that drops or changes a
 * fact does not. `articleHtml` null: the article is gone, and all are lost.
 */
export function statementsLost(statements: readonly string[], articleHtml: string | null): string[] {
  const lines = linesOf(articleHtml ?? '').map((line) => ({ words: new Set(words(line)), numbers: numbersOf(line) }));
  return statements.filter((statement) => {
    const needed = words(statement);
    const numbers = numbersOf(statement);
    return !lines.some((line) => {
      const held = needed.filter((word) => line.words.has(word)).length;
      return held >= STANDS * needed.length && numbers.every((n) => line.numbers.includes(n));
    });
  });
}

function linesOf(html: string): string[] {
  return plainText(html)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function numbersOf(line: string): string[] {
  return line.match(/\d+(?:[.,]\d+)*/g) ?? [];
}
