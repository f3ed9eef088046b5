import { passages } from '../acts/passages.ts';
import { lineKey } from '../learning/article-lines.ts';
import { sentences } from '../text/sentences.ts';

/** One sentence of an article as it stands, under the name that learned lines have, with the heading above it. */
export interface ArticleStatement {
  key: number;
  text: string;
  heading: string;
  section: number;
}

/** The sentences of an article's HTML in order of reading, headings left out. */
export function statementsIn(bodyHtml: string): ArticleStatement[] {
  return passages(bodyHtml)
    .filter((passage) => !passage.isHeading)
    .flatMap(({ text, heading, section }) =>
      sentences(text).map((sentence) => ({ key: lineKey(sentence.text), text: sentence.text, heading, section })),
    );
}

/** The sentences that go and come between two versions, in order of reading. */
export function changedStatements(before: string, after: string): { removed: string[]; added: string[] } {
  const [old, young] = [statementsIn(before), statementsIn(after)];
  const without = (from: ArticleStatement[], others: ArticleStatement[]) => {
    const keys = new Set(others.map(({ key }) => key));
    return from.filter(({ key }) => !keys.has(key)).map(({ text }) => text);
  };
  return { removed: without(old, young), added: without(young, old) };
}
