import { type ArticleAnswer, goodAnswer, goodArticle } from './good.ts';
import { type Asked, draftDataOf } from './prompt.ts';

/** What a hurried writer does to a sentence; the sentence itself where there is nothing of the kind in it. */
const SLIPS: readonly ((text: string) => string)[] = [
  (text) => text.replace(/^(?:If|When|Once|Unless) [^,]+, (\p{L})/u, (_, first: string) => first.toUpperCase()),
  (text) => text.replace(/ (?:if|when|until|unless|before|after) [^,.]+(?=\.$)/u, ''),
  (text) => text.replace(/\d+/u, (figure) => String(Number(figure) * 2)),
  (text) => text.replace(/\bonly\s/iu, ''),
];

/** Steps that it adds because they always help. */
const ADDED = ['Restart the app.', 'Clear the cache of your browser.', 'Save your changes.'];

/**
 * A model that means well and reads badly: of each three sentences it drops a condition, changes a value or leaves out a narrowing
 * word where one is, and to each list it adds a step that nobody said.
 */
export function sloppyAnswer(asked: Asked, random: () => number): Record<string, unknown> {
  return asked.shape === 'article' ? { ...sloppyArticle(goodArticle(draftDataOf(asked)), random) } : goodAnswer(asked);
}

export function sloppyArticle(good: ArticleAnswer, random: () => number): ArticleAnswer {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  return {
    title: good.title,
    sections: good.sections.map(({ heading, form, sentences }) => {
      const said = sentences.map(({ text, says }) => ({
        text: random() < 1 / 3 ? slipped(text, pick(SLIPS)) : text,
        says,
      }));
      return {
        heading,
        form,
        sentences: form === 'steps' ? [...said, { text: pick(ADDED), says: said.at(-1)!.says }] : said,
      };
    }),
  };
}

/** The slip, or the first other that finds something to spoil. */
function slipped(text: string, first: (text: string) => string): string {
  return [first, ...SLIPS].map((slip) => slip(text)).find((next) => next !== text) ?? text;
}
